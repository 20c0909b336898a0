import type { PolicyConfigSchema } from "@pulumi/policy";

import type { Inspection } from "./inspection";
import { typesetProse } from "./typography";

/** A text for officers (French) and engineers (English). */
export interface Text {
    readonly fr: string;
    readonly en: string;
}

export type Severity = "low" | "medium" | "high" | "critical";

/** A resource as a program would declare it, for the documentation of a rule; the tests judge it too. */
export interface Example {
    readonly type: string;
    /** By default "example". */
    readonly name?: string;
    readonly properties: object;
    readonly options?: Partial<ResourceOptions>;
}

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
    /** The smallest declarations that comply with the rule, and that violate it. */
    readonly examples: { readonly compliant: readonly Example[]; readonly violation: readonly Example[] };
}

/** What a rule leaves to its users: the JSON schema of each choice, with its default. Of the SDK's `PolicyConfigSchema`. */
export type ConfigSchema<Config> = {
    readonly [Key in keyof Config]: PolicyConfigSchema["properties"][string] & {
        readonly description: string;
        readonly default: Config[Key];
    };
};

/** The options of a resource that rules may judge. */
export interface ResourceOptions {
    readonly ignoreChanges: readonly string[];
    readonly protect: boolean;
}

/** A resource as the engine declares it. */
export interface DeclaredResource {
    readonly type: string;
    readonly name: string;
    readonly urn: string;
    readonly props: unknown;
    readonly opts?: ResourceOptions;
    /** URNs of the resources that each property came from. */
    readonly propertyDependencies?: Readonly<Record<string, readonly string[]>>;
    /** Paths of the values that are Pulumi secrets; absent where secrets and plain values cannot be told apart. */
    readonly secrets?: ReadonlySet<string>;
}

/** A property to set where the rule is violated; `[*]` stands for each element of a list. */
export interface Remedy {
    readonly path: string;
    readonly value: string | number | boolean;
}

/** A rule on one resource's inputs. */
export interface ResourceRule<Config extends object = object> extends RuleDescription {
    readonly kind: "resource";
    /** Type tokens without API version, or a test on such a token. */
    readonly appliesTo: readonly string[] | ((type: string) => boolean);
    readonly config?: ConfigSchema<Config>;
    /** What the enforcement level "remediate" sets, by type; only where it is safe whatever the rest of the program. */
    readonly remedies?: (type: string) => readonly Remedy[];
    /** Judges the properties; the type of the resource comes without API version. */
    check(properties: Inspection, resource: DeclaredResource, config: Config): void;
}

/** A resource of the stack under inspection by a stack rule. */
export interface Subject {
    /** Type token without API version. */
    readonly type: string;
    readonly name: string;
    readonly urn: string;
    readonly properties: Inspection;
    readonly opts: ResourceOptions;
    /** The resources, of the types that the rule judges or reads, that a property came from: decides a reference whose value is not known yet. */
    readonly sources: (property: string) => readonly { readonly urn: string; readonly type: string }[];
}

/** A rule on each resource of some types in the light of others of its stack. */
export interface StackRule<Survey = unknown, Config extends object = object> extends RuleDescription {
    readonly kind: "stack";
    /** Types that the rule judges, one resource at a time; without any of them in the stack it does not apply. */
    readonly appliesTo: readonly string[];
    /**
     * Types that it reads besides, with the properties that decide. Every resource of them is kept in memory, so these
     * are not what a stack has thousands of.
     */
    readonly reads: Readonly<Record<string, readonly string[]>>;
    readonly config?: ConfigSchema<Config>;
    /** Sums up the resources that the rule reads, once for the stack. */
    survey(context: readonly Subject[], config: Config): Survey;
    check(subject: Subject, survey: Survey, config: Config): void;
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
export function defineRule<Config extends object>(
    rule: Omit<ResourceRule<Config>, "kind">,
): ResourceRule<Config> {
    return { ...rule, ...typesetTexts(rule), kind: "resource" };
}

/** Defines a rule on the stack as a whole; without a survey, its check is handed the resources that it reads. */
export function defineStackRule<Survey = readonly Subject[], Config extends object = object>(
    rule: Omit<StackRule<Survey, Config>, "kind" | "survey"> &
        Partial<Pick<StackRule<Survey, Config>, "survey">>,
): StackRule<Survey, Config> {
    return {
        survey: (context) => context as Survey,
        ...rule,
        ...typesetTexts(rule),
        kind: "stack",
    };
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
