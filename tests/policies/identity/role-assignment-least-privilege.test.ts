import { roleAssignmentLeastPrivilege } from "../../../policies/rules/identity/role-assignment-least-privilege";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const NARROWER =
    "un rôle plus étroit que Owner, Contributor, User Access Administrator, Role Based Access Control Administrator, Azure Kubernetes Service RBAC Cluster Admin";

const role = (guid: string) => `/providers/Microsoft.Authorization/roleDefinitions/${guid}`;
const broad = (guid: string) => {
    const got = `« ${role(guid).slice(0, 80)}${role(guid).length > 80 ? "…" : ""} »`;
    return violation(
        { roleDefinitionId: role(guid) },
        `roleDefinitionId : attendu ${NARROWER}, obtenu ${got}`,
    );
};

describeRule(roleAssignmentLeastPrivilege, {
    type: "azure-native:authorization:RoleAssignment",
    accepts: { AcrPull: compliant({ roleDefinitionId: role("7f951dda-4ed3-4680-a7ca-43fe172d538d") }) },
    rejects: {
        Owner: broad("8e3af657-a8ff-443c-a75c-2fe8c4bcb635"),
        Contributor: broad("b24988ac-6180-42a0-ab88-20f7382dd24c"),
        "User Access Administrator, in capitals,": broad("18D7D88D-D35E-4FB5-A5C3-7773C20A72D9"),
        "administrator of every cluster object": broad("b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b"),
        "Owner, with a slash at the end,": broad("8e3af657-a8ff-443c-a75c-2fe8c4bcb635/"),
        "RBAC Administrator": broad("f58310d9-a9f6-439a-9e8d-f62e7b41a168"),
    },
    unset: { "the role": violation({}, `roleDefinitionId : attendu ${NARROWER}, non défini`) },
    unknown: { "the role": undecided({ roleDefinitionId: UNKNOWN }, "roleDefinitionId") },
    otherType: "azure-native:authorization:RoleDefinition",
});
