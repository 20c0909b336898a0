import type { Inspection } from "./inspection";
import { typesetProse } from "./typography";

/** A text for officers (French) and engineers (English). */
export interface Text {
    readonly fr: string;
    readonly en: string;
}

export type Severity = "low" | "medium" | "high" | "critical";

/** What every rule says of itself. */
export interface RuleDescription {
    /** Unique, `<service>-<what>-<requirement>`, the name of its file; never given to another rule. */
    readonly id: string;
    readonly title: Text;
    /** The risk that the rule averts. */
    readonly why: Text;
    readonly remediation: Text;
    readonly severity: Severity;
    /** The platform's documentation of the setting. */
    readonly url: string;
    /** Set on a rule on what any resource has (type, region, tags, options): it does not count as having examined the settings. */
    readonly generic?: true;
}

/** A resource as the engine declares it. */
export interface DeclaredResource {
    readonly type: string;
    readonly name: string;
    readonly urn: string;
    readonly props: unknown;
    readonly opts?: { readonly ignoreChanges: readonly string[] };
    /** URNs of the resources that each property came from. */
    readonly propertyDependencies?: Readonly<Record<string, readonly string[]>>;
}

/** A rule on one resource's inputs. */
export interface ResourceRule extends RuleDescription {
    readonly kind: "resource";
    /** Type tokens without API version, or a test on such a token. */
    readonly appliesTo: readonly string[] | ((type: string) => boolean);
    /** Judges the properties; the type of the resource comes without API version. */
    readonly check: (properties: Inspection, resource: DeclaredResource) => void;
}

/** A resource of the stack under inspection by a stack rule. */
export interface Subject {
    /** Type token without API version. */
    readonly type: string;
    readonly name: string;
    readonly urn: string;
    readonly properties: Inspection;
    /** The resources that a property came from: decides a reference whose value is not known yet. */
    readonly sources: (property: string) => readonly Subject[];
}

/** A rule on the resources of a stack together. */
export interface StackRule extends RuleDescription {
    readonly kind: "stack";
    /** Types that the rule judges; without any of them in the stack it does not apply. */
    readonly appliesTo: readonly string[];
    /** Types that it reads besides. */
    readonly reads: readonly string[];
    readonly check: (subjects: readonly Subject[], context: readonly Subject[]) => void;
}

export type Rule = ResourceRule | StackRule;

export type Status = "compliant" | "violation" | "undecided" | "notApplicable";

/** The outcome of a rule on a resource. A violation may come with unknowns; "undecided" has unknowns only. */
export interface Verdict {
    readonly status: Status;
    /** One line of French each: path, what is expected, what is there. */
    readonly violations: readonly string[];
    /** Paths of the properties that cannot be known at this preview. */
    readonly unknowns: readonly string[];
}

/** The outcome of a stack rule: each violation with the resource it is about. */
export interface StackVerdict {
    readonly status: Status;
    readonly violations: readonly { readonly urn: string; readonly message: string }[];
    /** `<resource name>/<path>` of the properties that cannot be known at this preview. */
    readonly unknowns: readonly string[];
}

/** Defines a rule on one resource. */
export function defineRule(rule: Omit<ResourceRule, "kind">): ResourceRule {
    return { ...rule, ...typesetTexts(rule), kind: "resource" };
}

/** Defines a rule on the stack as a whole. */
export function defineStackRule(rule: Omit<StackRule, "kind">): StackRule {
    return { ...rule, ...typesetTexts(rule), kind: "stack" };
}

function typesetTexts(rule: Pick<RuleDescription, "title" | "why" | "remediation">) {
    return {
        title: typesetText(rule.title),
        why: typesetText(rule.why),
        remediation: typesetText(rule.remediation),
    };
}

/** The text with French spacing in its French half. */
export function typesetText(text: Text): Text {
    return { fr: typesetProse(text.fr), en: text.en };
}
