import type { PolicyAssignmentArgs } from "@pulumi/azure-native/authorization/policyAssignment";

import { all } from "../../answer";
import { anyCase, nonEmpty, reference, such } from "../../expectation";
import { defineRule } from "../../rule";

const byDefault = anyCase("Default");

const enforced = such(byDefault.text, (value) => value === undefined || byDefault.accepts(value));

/** Effects that let a resource pass, or only note it. */
const weakEffects = anyCase("Audit", "AuditIfNotExists", "Disabled", "Manual");

const narrowScope = such(
    "un groupe de ressources ou une ressource",
    (value) => typeof value === "string" && /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]/i.test(value),
);

export const policyAssignmentEnforced = defineRule({
    id: "policy-assignment-enforced",
    title: {
        fr: "Toute affectation Azure Policy est appliquée",
        en: "Every Azure Policy assignment is enforced",
    },
    why: {
        fr: "Une affectation sans effet donne l’apparence d’une garde qui n’existe pas.",
        en: "An assignment without effect gives the appearance of a guard that does not exist.",
    },
    remediation: {
        fr: "Laisser enforcementMode à « Default » ; n’exclure que des groupes de ressources et ne nommer dans overrides que les définitions en cause.",
        en: 'Leave enforcementMode at "Default"; exclude resource groups only, and name in overrides just the definitions concerned.',
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/governance/policy/concepts/assignment-structure",
    appliesTo: ["azure-native:authorization:PolicyAssignment"],
    examples: {
        compliant: [
            {
                type: "azure-native:authorization:PolicyAssignment",
                properties: {
                    policyDefinitionId: "/providers/Microsoft.Authorization/policyDefinitions/0",
                    enforcementMode: "Default",
                } satisfies Partial<PolicyAssignmentArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:authorization:PolicyAssignment",
                properties: {
                    policyDefinitionId: "/providers/Microsoft.Authorization/policyDefinitions/0",
                    enforcementMode: "DoNotEnforce",
                } satisfies Partial<PolicyAssignmentArgs>,
            },
        ],
    },
    check(assignment) {
        assignment.expectReference("policyDefinitionId", reference("une définition"));
        assignment.expect("enforcementMode", enforced);
        assignment.each("notScopes", (scope) => {
            scope.expect("", narrowScope);
        });
        assignment.each("overrides", (override) => {
            override.given("value", (effect) => {
                if (weakEffects.accepts(effect)) {
                    const named = override.anyItem("selectors", (selector) =>
                        all([
                            selector.meets("kind", anyCase("policyDefinitionReferenceId")),
                            selector.meets("in", nonEmpty),
                        ]),
                    );
                    override.settle(
                        named,
                        "selectors",
                        "attendu les seules définitions que l’effet remplace",
                    );
                }
            });
        });
    },
});
