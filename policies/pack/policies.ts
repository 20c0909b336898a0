import type { Policies, Policy, ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";

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
import type { Exemptions } from "./exemptions";
import { notApplicable } from "./not-applicable";
import { remediate } from "./remediation";
import { fullTitle, report } from "./report";
import { Undecided } from "./undecided";

/** What the policies of a pack share. */
interface Shared {
    readonly framework: Framework;
    readonly inputs: DeclaredInputs;
    readonly undecided: Undecided;
    readonly exemptions: Exemptions;
}

/**
 * One policy per rule, named after it, so that the engine's own summaries list rules; one for what is undecided, and one
 * for the register of exemptions.
 */
export function policiesOf(framework: Framework, exemptions: Exemptions): Policies {
    const rules = rulesOf(framework);
    const shared: Shared = {
        framework,
        exemptions,
        inputs: new DeclaredInputs(rules),
        undecided: new Undecided(),
    };
    const entries = rules.map((each) =>
        each.kind === "resource" ? resourcePolicy(each, shared) : stackPolicy(each, shared),
    );
    const own = [shared.undecided.policy(), exemptions.policy()].map((policy) => ({
        policy,
        appliesTo: () => true,
    }));
    return dispatched([...entries, ...own], (request) => {
        shared.inputs.record(request);
    });
}

function resourcePolicy(rule: ResourceRule, shared: Shared): Dispatchable {
    const { undecided, exemptions } = shared;
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
                report(reportViolation, exemptions.rule(rule, args.urn, message));
            });
            if (verdict.unknowns.length > 0) {
                undecided.noteResource(args.props, rule.id);
                throw new UndecidedError(verdict.unknowns);
            }
        },
        ...(remedies !== undefined && {
            remediateResource: (args) =>
                exemptions.spare(rule, args.urn)
                    ? undefined
                    : remediate({ ...rule, remedies }, args, configOf(rule, args.getConfig())),
        }),
    };
    return { policy, appliesTo: (type) => appliesTo(rule, normaliseToken(type)) };
}

function stackPolicy(rule: StackRule, { framework, inputs, undecided, exemptions }: Shared): Dispatchable {
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
                report(reportViolation, { urn, ...exemptions.rule(rule, urn, message) });
            });
            if (verdict.unknowns.length > 0) {
                undecided.noteStack(rule.id);
                throw new UndecidedError(verdict.unknowns);
            }
        },
    };
    return { policy, appliesTo: () => true };
}

function describe(rule: Rule, framework: Framework): Policy {
    const requirements = framework.requirements.filter((requirement) =>
        rulesOfRequirement(requirement).includes(rule),
    );
    return {
        name: rule.id,
        description: fullTitle(rule),
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
