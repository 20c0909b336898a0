import { roleDefinitionLeastPrivilege } from "../../../policies/rules/identity/role-definition-least-privilege";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const SCOPE = "/subscriptions/0/resourceGroups/rg";
const role = (actions: readonly unknown[], scopes: readonly unknown[] = [SCOPE]) => ({
    permissions: [{ actions }],
    assignableScopes: scopes,
});
const JOIN = "Microsoft.Network/virtualNetworks/subnets/join/action";
const broad = (action: string) =>
    violation(
        role([JOIN, action]),
        `permissions[0].actions[1] : attendu une action précise qui ne gère pas les droits, obtenu « ${action} »`,
    );

describeRule(roleDefinitionLeastPrivilege, {
    type: "azure-native:authorization:RoleDefinition",
    accepts: {
        "one action": compliant(role([JOIN])),
        "reading who has rights": compliant(role(["Microsoft.Authorization/roleAssignments/read"])),
    },
    rejects: {
        "every action": broad("*"),
        "every action of a service": broad("Microsoft.Network/*"),
        "the right to give rights": broad("Microsoft.Authorization/roleAssignments/write"),
        "every data action": violation(
            { permissions: [{ dataActions: ["*"] }], assignableScopes: [SCOPE] },
            "permissions[0].dataActions[0] : attendu une action précise qui ne gère pas les droits, obtenu « * »",
        ),
        "a role for a whole subscription": violation(
            role([JOIN], ["/subscriptions/0"]),
            "assignableScopes[0] : attendu un groupe de ressources, obtenu « /subscriptions/0 »",
        ),
    },
    unset: {
        "permissions and scopes": violation(
            {},
            "permissions : attendu une liste non vide, non défini",
            "assignableScopes : attendu une liste non vide, non défini",
        ),
    },
    unknown: { "an action": undecided(role([UNKNOWN]), "permissions[0].actions[0]") },
    otherType: "azure-native:authorization:RoleAssignment",
});
