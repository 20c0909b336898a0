import type { RoleAssignmentArgs } from "@pulumi/azure-native/authorization/roleAssignment";

import { anyCase } from "../../expectation";
import { defineRule } from "../../rule";

export const roleAssignmentNotPersonal = defineRule({
    id: "role-assignment-not-personal",
    title: {
        fr: "Les rôles Azure vont à des groupes ou à des charges, pas à des personnes",
        en: "Azure roles go to groups or workloads, not to persons",
    },
    why: {
        fr: "Un droit donné à une personne survit à son départ et échappe à la revue des groupes.",
        en: "A right given to a person outlives their leaving, and escapes the review of groups.",
    },
    remediation: {
        fr: "Attribuer le rôle à un groupe Entra, ou à l’identité d’une charge, et écrire principalType.",
        en: "Assign the role to an Entra group, or to the identity of a workload, and state principalType.",
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/role-based-access-control/best-practices#assign-roles-to-groups-not-users",
    appliesTo: ["azure-native:authorization:RoleAssignment"],
    examples: {
        compliant: [
            {
                type: "azure-native:authorization:RoleAssignment",
                properties: { principalType: "Group" } satisfies Partial<RoleAssignmentArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:authorization:RoleAssignment",
                properties: { principalType: "User" } satisfies Partial<RoleAssignmentArgs>,
            },
        ],
    },
    check(assignment) {
        // Not set, Azure finds out for itself, and takes persons too.
        assignment.expect("principalType", anyCase("ServicePrincipal", "Group"));
    },
});
