import type { RoleAssignmentArgs } from "@pulumi/azure-native/authorization/roleAssignment";

import { such } from "../../expectation";
import { defineRule } from "../../rule";

const narrowScope = such(
    "un groupe de ressources ou une ressource",
    (value) => typeof value === "string" && /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]/i.test(value),
);

export const roleAssignmentNarrowScope = defineRule({
    id: "role-assignment-narrow-scope",
    title: {
        fr: "Un rôle Azure ne vaut pas pour tout un abonnement",
        en: "An Azure role does not hold for a whole subscription",
    },
    why: {
        fr: "Un droit donné sur l’abonnement s’étend à toute ressource présente et future, hors de toute revue.",
        en: "A right on the subscription extends to every resource, present and future, beyond any review.",
    },
    remediation: {
        fr: "Attribuer le rôle sur la ressource visée, ou au plus sur son groupe de ressources.",
        en: "Assign the role on the resource in question, or at most on its resource group.",
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/role-based-access-control/scope-overview",
    appliesTo: ["azure-native:authorization:RoleAssignment"],
    examples: {
        compliant: [
            {
                type: "azure-native:authorization:RoleAssignment",
                properties: {
                    scope: "/subscriptions/0/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv",
                } satisfies Partial<RoleAssignmentArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:authorization:RoleAssignment",
                properties: { scope: "/subscriptions/0" } satisfies Partial<RoleAssignmentArgs>,
            },
        ],
    },
    check(assignment) {
        // A subscription's id is known from the start; what is not known yet is the id of a resource.
        assignment.expectReference("scope", narrowScope);
    },
});
