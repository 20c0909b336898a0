import type { RoleAssignmentArgs } from "@pulumi/azure-native/authorization/roleAssignment";

import { such } from "../../expectation";
import { defineRule } from "../../rule";

/** Built-in roles that can change anything, or grant it. */
const BROAD_ROLES: ReadonlyMap<string, string> = new Map([
    ["8e3af657-a8ff-443c-a75c-2fe8c4bcb635", "Owner"],
    ["b24988ac-6180-42a0-ab88-20f7382dd24c", "Contributor"],
    ["18d7d88d-d35e-4fb5-a5c3-7773c20a72d9", "User Access Administrator"],
    ["f58310d9-a9f6-439a-9e8d-f62e7b41a168", "Role Based Access Control Administrator"],
    ["b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b", "Azure Kubernetes Service RBAC Cluster Admin"],
]);

const narrowRole = such(
    `un rôle plus étroit que ${[...BROAD_ROLES.values()].join(", ")}`,
    (value) => typeof value === "string" && !BROAD_ROLES.has(guidOf(value)),
);

/** The last segment of a role definition's id. */
function guidOf(roleDefinitionId: string): string {
    return roleDefinitionId
        .toLowerCase()
        .replace(/(?<!\/)\/+$/, "")
        .replace(/^.*\//, "");
}

export const roleAssignmentLeastPrivilege = defineRule({
    id: "role-assignment-least-privilege",
    title: {
        fr: "Aucun rôle Azure général n’est attribué",
        en: "No broad Azure role is assigned",
    },
    why: {
        fr: "Une identité qui peut tout modifier ou tout déléguer annule le cloisonnement des habilitations.",
        en: "An identity that may change or delegate everything undoes the separation of access rights.",
    },
    remediation: {
        fr: "Attribuer un rôle intégré limité au besoin, sur la ressource visée.",
        en: "Assign a built-in role limited to the need, on the resource in question.",
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/role-based-access-control/best-practices",
    appliesTo: ["azure-native:authorization:RoleAssignment"],
    examples: {
        compliant: [
            {
                type: "azure-native:authorization:RoleAssignment",
                properties: {
                    roleDefinitionId:
                        "/providers/Microsoft.Authorization/roleDefinitions/7f951dda-4ed3-4680-a7ca-43fe172d538d",
                } satisfies Partial<RoleAssignmentArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:authorization:RoleAssignment",
                properties: {
                    roleDefinitionId:
                        "/providers/Microsoft.Authorization/roleDefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
                } satisfies Partial<RoleAssignmentArgs>,
            },
        ],
    },
    check(assignment) {
        assignment.expect("roleDefinitionId", narrowRole);
    },
});
