import type { RoleDefinitionArgs } from "@pulumi/azure-native/authorization/roleDefinition";

import { such } from "../../expectation";
import { defineRule } from "../../rule";

const narrowAction = such(
    "une action précise qui ne gère pas les droits",
    (value) =>
        typeof value === "string" &&
        !value.includes("*") &&
        !/^microsoft\.authorization\/.*\/(write|delete|action)$/i.test(value),
);

const narrowScope = such(
    "un groupe de ressources",
    (value) => typeof value === "string" && /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+/i.test(value),
);

export const roleDefinitionLeastPrivilege = defineRule({
    id: "role-definition-least-privilege",
    title: {
        fr: "Tout rôle Azure sur mesure nomme ses actions",
        en: "Every custom Azure role names its actions",
    },
    why: {
        fr: "Un rôle à jokers, ou qui gère les droits, équivaut à celui d’administrateur sous un autre nom.",
        en: "A role with wildcards, or that manages rights, amounts to administrator under another name.",
    },
    remediation: {
        fr: "Lister les actions une à une, sans joker ni écriture sous Microsoft.Authorization, pour un groupe de ressources.",
        en: "List the actions one by one, without wildcard or writing under Microsoft.Authorization, for a resource group.",
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/role-based-access-control/custom-roles",
    appliesTo: ["azure-native:authorization:RoleDefinition"],
    examples: {
        compliant: [
            {
                type: "azure-native:authorization:RoleDefinition",
                properties: {
                    assignableScopes: ["/subscriptions/0/resourceGroups/rg"],
                    permissions: [{ actions: ["Microsoft.Network/virtualNetworks/subnets/join/action"] }],
                } satisfies Partial<RoleDefinitionArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:authorization:RoleDefinition",
                properties: {
                    assignableScopes: ["/subscriptions/0/resourceGroups/rg"],
                    permissions: [{ actions: ["Microsoft.Network/*"] }],
                } satisfies Partial<RoleDefinitionArgs>,
            },
        ],
    },
    check(role) {
        role.each(
            "permissions",
            (permission) => {
                for (const list of ["actions", "dataActions"]) {
                    permission.each(list, (action) => {
                        action.expect("", narrowAction);
                    });
                }
            },
            { required: true },
        );
        role.each(
            "assignableScopes",
            (scope) => {
                scope.expect("", narrowScope);
            },
            { required: true },
        );
    },
});
