import { type Rule, type Text, typesetText } from "./rule";

/** One clause of a framework and the rules that check part of it. */
export interface Requirement {
    /** As the text numbers it: "EXI 28", "art. 32(1)(a)". */
    readonly id: string;
    readonly title: Text;
    /** Where the thresholds come from when the clause itself sets none: "ISO/IEC 27001:2022 A.8.24, ANSSI TLS R3". */
    readonly chain?: string;
    /** What no rule can show and a person must provide; absent where the rules cover the whole clause. */
    readonly evidence?: Text;
    readonly rules: readonly Rule[];
}

/** A legal text or standard, reduced to the requirements that rules check. */
export interface Framework {
    readonly id: "hds" | "rgpd";
    readonly title: Text;
    readonly version: string;
    readonly url: string;
    readonly requirements: readonly Requirement[];
}

/** Defines a framework; French texts get their no-break spaces. */
export function defineFramework(framework: Framework): Framework {
    return {
        ...framework,
        title: typesetText(framework.title),
        requirements: framework.requirements.map((requirement) => ({
            ...requirement,
            title: typesetText(requirement.title),
            ...(requirement.evidence && { evidence: typesetText(requirement.evidence) }),
        })),
    };
}

/** Every rule that a framework cites, once, in the order of its requirements. */
export function rulesOf(framework: Framework): readonly Rule[] {
    return [...new Set(framework.requirements.flatMap((requirement) => requirement.rules))];
}
