import { type Rule, type RuleDescription, type Text, typesetText } from "./rule";

/** A text, or a choice of the project, that sets what a rule demands. */
export interface Source {
    /** As readers cite it: "ANSSI TLS R3", "ISO/IEC 27001:2022 A.8.24". */
    readonly id: string;
    readonly title: Text;
    readonly url: string;
}

/** Rules, and where their thresholds come from. */
export interface Link<R extends RuleDescription = Rule> {
    /** Empty where the requirement itself sets what the rules demand. */
    readonly sources: readonly Source[];
    readonly rules: readonly R[];
}

/** What no rule can show and a person must provide. */
export interface Evidence {
    /** Who provides it. */
    readonly owner: Text;
    readonly document: Text;
}

/** Of article R.1111-9 of the Code de la santé publique, as it numbers them. */
export type Activity = 1 | 2 | 3 | 4 | 5 | 6;

/** How a requirement is judged. */
export type Assessment<R extends RuleDescription = Rule> =
    | {
          readonly status: "automated";
          readonly chain: readonly Link<R>[];
          /** Absent where the rules cover the whole requirement. */
          readonly evidence?: Evidence;
      }
    | { readonly status: "evidence"; readonly evidence: Evidence }
    | { readonly status: "notApplicable"; readonly why: Text };

/** One clause of a framework. */
export type Requirement<R extends RuleDescription = Rule> = {
    /** As the text numbers it: "EXI 28", "art. 32(1)(a)". */
    readonly id: string;
    /** The project's own words. */
    readonly title: Text;
    /** HDS: the hosting activities whose means the requirement bears on. */
    readonly activities?: readonly Activity[];
} & Assessment<R>;

/** A legal text or standard with its requirements. */
export interface Framework<R extends RuleDescription = Rule> {
    readonly id: "hds" | "rgpd" | "iso27001" | "hipaa";
    readonly title: Text;
    readonly version: string;
    readonly url: string;
    /** True when the pack in `policies/<id>` serves its rules; the others cite rules that those packs serve. */
    readonly pack: boolean;
    readonly requirements: readonly Requirement<R>[];
}

/** Defines a framework; French texts get their no-break spaces. */
export function defineFramework(framework: Framework): Framework {
    return {
        ...framework,
        title: typesetText(framework.title),
        requirements: framework.requirements.map((requirement) => ({
            ...requirement,
            title: typesetText(requirement.title),
            ...typesetAssessment(requirement),
        })),
    };
}

function typesetAssessment(assessment: Assessment): Assessment {
    switch (assessment.status) {
        case "automated":
            return {
                status: "automated",
                chain: assessment.chain.map(({ sources, rules }) => ({
                    sources: sources.map((source) => ({ ...source, title: typesetText(source.title) })),
                    rules,
                })),
                ...(assessment.evidence && { evidence: typesetEvidence(assessment.evidence) }),
            };
        case "evidence":
            return { status: "evidence", evidence: typesetEvidence(assessment.evidence) };
        case "notApplicable":
            return { status: "notApplicable", why: typesetText(assessment.why) };
    }
}

function typesetEvidence({ owner, document }: Evidence): Evidence {
    return { owner: typesetText(owner), document: typesetText(document) };
}

/** The rules that check a requirement, each once. */
export function rulesOfRequirement<R extends RuleDescription>(requirement: Requirement<R>): readonly R[] {
    return requirement.status === "automated"
        ? [...new Set(requirement.chain.flatMap(({ rules }) => rules))]
        : [];
}

/** Every rule that a framework cites, once, in the order of its requirements. */
export function rulesOf<R extends RuleDescription>(framework: Framework<R>): readonly R[] {
    return [...new Set(framework.requirements.flatMap(rulesOfRequirement))];
}
