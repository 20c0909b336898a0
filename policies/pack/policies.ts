import type {
    EnforcementLevel,
    Policies,
    Policy,
    ReportViolation,
    ResourceValidationPolicy,
    StackValidationPolicy,
} from "@pulumi/policy";

import { type Framework, rulesOf, rulesOfRequirement } from "../framework";
import { appliesTo, judge } from "../judge";
import { judgeStack } from "../judge-stack";
import type { ResourceRule, Rule, StackRule } from "../rule";
import { configOf } from "../rule-config";
import { normaliseToken } from "../token";
import { UndecidedError } from "../unknown";
import { DeclaredInputs } from "./declared-inputs";
import { secretsAmong } from "./deserialise-once";
import { type Dispatchable, dispatched } from "./dispatch";
import { notApplicable } from "./not-applicable";
import { remediate } from "./remediation";
import { Undecided } from "./undecided";

/** How a violation is told: perhaps in other words, perhaps at another level than its rule's. */
export interface Ruling {
    readonly message: string;
    readonly level?: EnforcementLevel;
}

/** Every violation passes through here before it is told. */
export type Ruler = (rule: string, urn: string, message: string) => Ruling;

/** What the policies of a pack share. */
interface Shared {
    readonly framework: Framework;
    readonly inputs: DeclaredInputs;
    readonly undecided: Undecided;
    readonly rule: Ruler;
}

/** One policy per rule, named after it, so that the engine's own summaries list rules; and one for what is undecided. */
export function policiesOf(
    framework: Framework,
    rule: Ruler = (_rule, _urn, message) => ({ message }),
): Policies {
    const rules = rulesOf(framework);
    const shared: Shared = { framework, rule, inputs: new DeclaredInputs(rules), undecided: new Undecided() };
    const entries = rules.map((each) =>
        each.kind === "resource" ? resourcePolicy(each, shared) : stackPolicy(each, shared),
    );
    return dispatched(
        [...entries, { policy: shared.undecided.policy(), appliesTo: () => true }],
        (request) => {
            shared.inputs.record(request);
        },
    );
}

function resourcePolicy(rule: ResourceRule, shared: Shared): Dispatchable {
    const { undecided } = shared;
    const remedies = rule.remedies;
    const policy: ResourceValidationPolicy = {
        ...describe(rule, shared.framework),
        validateResource: (args, reportViolation) => {
            const secrets = secretsAmong(args.props);
            const verdict = judge(
                rule,
                { ...args, ...(secrets && { secrets }) },
                { config: configOf(rule, args.getConfig()) },
            );
            if (verdict.status === "notApplicable") {
                notApplicable(args);
            }
            verdict.violations.forEach((message) => {
                tell(rule, shared.rule(rule.id, args.urn, message), reportViolation);
            });
            if (verdict.unknowns.length > 0) {
                undecided.noteResource(args.props, rule.id);
                throw new UndecidedError(verdict.unknowns);
            }
        },
        ...(remedies !== undefined && {
            remediateResource: (args) =>
                remediate({ ...rule, remedies }, args, configOf(rule, args.getConfig())),
        }),
    };
    return { policy, appliesTo: (type) => appliesTo(rule, normaliseToken(type)) };
}

function stackPolicy(rule: StackRule, { framework, inputs, undecided, rule: ruling }: Shared): Dispatchable {
    const policy: StackValidationPolicy = {
        ...describe(rule, framework),
        validateStack: (args, reportViolation) => {
            const verdict = judgeStack(
                rule,
                args.resources.map((resource) => inputs.declared(resource)),
                configOf(rule, args.getConfig()),
            );
            if (verdict.status === "notApplicable") {
                notApplicable(args);
            }
            verdict.violations.forEach(({ message, urn }) => {
                tell(rule, ruling(rule.id, urn, message), reportViolation, urn);
            });
            if (verdict.unknowns.length > 0) {
                undecided.noteStack(rule.id);
                throw new UndecidedError(verdict.unknowns);
            }
        },
    };
    return { policy, appliesTo: () => true };
}

function tell(rule: Rule, { message, level }: Ruling, reportViolation: ReportViolation, urn?: string): void {
    // The SDK takes an object too, though its types do not say so; it then does not put the description above the message.
    const report = reportViolation as unknown as (violation: object) => void;
    report({
        message: `${titleOf(rule)}\n${message}`,
        ...(urn !== undefined && { urn }),
        ...(level !== undefined && { enforcementLevel: level }),
    });
}

function titleOf({ title }: Rule): string {
    return `${title.fr} / ${title.en}`;
}

function describe(rule: Rule, framework: Framework): Policy {
    const requirements = framework.requirements.filter((requirement) =>
        rulesOfRequirement(requirement).includes(rule),
    );
    return {
        name: rule.id,
        description: titleOf(rule),
        severity: rule.severity,
        url: rule.url,
        remediationSteps: `${rule.remediation.fr}\n${rule.remediation.en}`,
        framework: {
            name: framework.title.fr,
            version: framework.version,
            reference: requirements.map((requirement) => requirement.id).join(", "),
            specification: requirements.map((requirement) => requirement.title.fr).join("\n"),
        },
        ...(rule.config !== undefined && { configSchema: { properties: { ...rule.config } } }),
    };
}
