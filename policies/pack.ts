import {
    type Policies,
    type Policy,
    PolicyPack,
    type PolicyResource,
    type ResourceValidationPolicy,
    type StackValidationPolicy,
} from "@pulumi/policy";

import { type Framework, rulesOf } from "./framework";
import { judge } from "./judge";
import { judgeStack } from "./judge-stack";
import type { DeclaredResource, ResourceRule, Rule, StackRule } from "./rule";
import { normaliseToken } from "./token";
import { UndecidedError } from "./unknown";

/** Starts the pack of a framework: serves its rules to the engine that launched this process. */
export function servePack(framework: Framework): void {
    new PolicyPack(framework.id, {
        displayName: framework.title.fr,
        enforcementLevel: "mandatory",
        policies: toPolicies(framework),
    });
}

/** One policy per rule, named after it, so that the engine's own summaries list rules. */
function toPolicies(framework: Framework): Policies {
    const rules = rulesOf(framework);
    const inputs = new DeclaredInputs(rules);
    return rules.map((rule) => {
        const description = describe(rule, framework);
        return rule.kind === "resource"
            ? resourcePolicy(rule, description, inputs)
            : stackPolicy(rule, description, inputs);
    });
}

/**
 * The inputs of the resources that stack rules read, as they passed through the analysis of each resource.
 *
 * A stack analysis is given outputs, and at a first preview a provider that waits for its cluster has none to give:
 * what the program declares is in the inputs only.
 */
class DeclaredInputs {
    private readonly wanted: ReadonlySet<string>;
    private readonly byUrn = new Map<string, unknown>();

    constructor(rules: readonly Rule[]) {
        this.wanted = new Set(
            rules.flatMap((rule) =>
                rule.kind === "stack" ? [...rule.appliesTo, ...Object.keys(rule.reads)] : [],
            ),
        );
    }

    record(resource: { readonly type: string; readonly urn: string; readonly props: unknown }): void {
        if (this.wanted.has(normaliseToken(resource.type))) {
            this.byUrn.set(resource.urn, resource.props);
        }
    }

    /** The resource with the inputs that it was declared with, or with its outputs where it was never analysed. */
    declared(resource: PolicyResource): DeclaredResource {
        const { type, name, urn, props, opts, propertyDependencies } = resource;
        const sources = Object.entries(propertyDependencies).map(
            ([property, dependencies]) =>
                [property, dependencies.map((dependency) => dependency.urn)] as const,
        );
        return {
            type,
            name,
            urn,
            props: this.byUrn.get(urn) ?? props,
            opts,
            propertyDependencies: Object.fromEntries(sources),
        };
    }
}

function resourcePolicy(
    rule: ResourceRule,
    description: Policy,
    inputs: DeclaredInputs,
): ResourceValidationPolicy {
    return {
        ...description,
        validateResource: (args, reportViolation) => {
            inputs.record(args);
            const verdict = judge(rule, args);
            if (verdict.status === "notApplicable") {
                withoutStack(() => args.notApplicable());
            }
            verdict.violations.forEach((message) => {
                reportViolation(message);
            });
            throwUndecided(verdict.unknowns);
        },
    };
}

function stackPolicy(rule: StackRule, description: Policy, inputs: DeclaredInputs): StackValidationPolicy {
    return {
        ...description,
        validateStack: (args, reportViolation) => {
            const verdict = judgeStack(
                rule,
                args.resources.map((resource) => inputs.declared(resource)),
            );
            if (verdict.status === "notApplicable") {
                withoutStack(() => args.notApplicable());
            }
            verdict.violations.forEach(({ message, urn }) => {
                reportViolation(message, urn);
            });
            throwUndecided(verdict.unknowns);
        },
    };
}

/**
 * Runs what throws an error whose stack nobody reads. The SDK says "not applicable" by an exception, once for most
 * pairs of rule and resource, and recording stacks takes a third of the time of an analysis.
 */
function withoutStack(run: () => never): never {
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    try {
        return run();
    } finally {
        Error.stackTraceLimit = limit;
    }
}

/** After the violations found, which the SDK keeps, it turns this into its advisory on unknown values. */
function throwUndecided(unknowns: readonly string[]): void {
    if (unknowns.length > 0) {
        throw new UndecidedError(unknowns);
    }
}

function describe(rule: Rule, framework: Framework): Policy {
    const requirements = framework.requirements.filter((requirement) => requirement.rules.includes(rule));
    return {
        name: rule.id,
        description: `${rule.title.fr} / ${rule.title.en}`,
        severity: rule.severity,
        url: rule.url,
        remediationSteps: `${rule.remediation.fr}\n${rule.remediation.en}`,
        framework: {
            name: framework.title.fr,
            version: framework.version,
            reference: requirements.map((requirement) => requirement.id).join(", "),
            specification: requirements.map((requirement) => requirement.title.fr).join("\n"),
        },
    };
}
