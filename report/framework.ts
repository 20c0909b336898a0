import * as policies from "../policies/framework";
import type { RuleDescription } from "../policies/rule";

/** What the report needs of a rule: its texts, not how it judges. Its id is also the name of the policy in the packs. */
export type Rule = RuleDescription;

export type Requirement = policies.Requirement<Rule>;

/** A framework; its id is also the name of its policy pack, if it has one. */
export type Framework = policies.Framework<Rule>;

/** The rules of the frameworks, each once, by id. */
export function rulesById(frameworks: readonly Framework[]): ReadonlyMap<string, Rule> {
    return new Map(frameworks.flatMap(policies.rulesOf).map((rule) => [rule.id, rule]));
}
