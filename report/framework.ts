import type * as policies from "../policies/framework";
import type { RuleDescription } from "../policies/rule";

/** What the report needs of a rule: its texts, not how it judges. Its id is also the name of the policy in the packs. */
export type Rule = RuleDescription;

export interface Requirement extends Omit<policies.Requirement, "rules"> {
    readonly rules: readonly Rule[];
}

/** A framework; its id is also the name of its policy pack. */
export interface Framework extends Omit<policies.Framework, "requirements"> {
    readonly requirements: readonly Requirement[];
}

/** The rules of the frameworks, each once, by id. */
export function rulesById(frameworks: readonly Framework[]): ReadonlyMap<string, Rule> {
    return new Map(
        frameworks
            .flatMap((framework) => framework.requirements.flatMap((requirement) => requirement.rules))
            .map((rule) => [rule.id, rule]),
    );
}
