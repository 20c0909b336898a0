import {
    PolicyPack,
    type Policies,
    type ResourceValidationPolicy,
    type StackValidationPolicy,
} from "@pulumi/policy";
import { type Framework, rulesOf } from "../policies/framework";
import { judge } from "../policies/judge";
import { judgeStack } from "../policies/judge-stack";
import type { ResourceRule, StackRule } from "../policies/rule";

/**
 * Serves the rules of a framework as a user of the SDK would write them: each policy is handed every resource and sees
 * for itself whether it applies, and nothing is shared between policies. The rules themselves are the same.
 *
 * Advisory: at a preview the SDK hands stack policies what providers answered, where much that was declared is missing,
 * and a rule finds fault with that.
 */
export function serveStockPack(framework: Framework): void {
    const policies: Policies = rulesOf(framework).map((rule) =>
        rule.kind === "resource" ? resourcePolicy(rule) : stackPolicy(rule),
    );
    new PolicyPack(`stock-${framework.id}`, { enforcementLevel: "advisory", policies });
}

function resourcePolicy(rule: ResourceRule): ResourceValidationPolicy {
    return {
        name: rule.id,
        description: rule.title.en,
        validateResource: (args, reportViolation) => {
            judge(rule, args).violations.forEach((message) => {
                reportViolation(message);
            });
        },
    };
}

function stackPolicy(rule: StackRule): StackValidationPolicy {
    return {
        name: rule.id,
        description: rule.title.en,
        validateStack: ({ resources }, reportViolation) => {
            const declared = resources.map((resource) => ({
                ...resource,
                propertyDependencies: Object.fromEntries(
                    Object.entries(resource.propertyDependencies).map(([property, sources]) => [
                        property,
                        sources.map(({ urn }) => urn),
                    ]),
                ),
            }));
            judgeStack(rule, declared).violations.forEach(({ urn, message }) => {
                reportViolation(message, urn);
            });
        },
    };
}
