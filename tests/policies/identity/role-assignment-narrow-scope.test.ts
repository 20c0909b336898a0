import { roleAssignmentNarrowScope } from "../../../policies/rules/identity/role-assignment-narrow-scope";
import { compliant, describeRule, UNKNOWN, violation } from "../../support/evaluate";

const EXPECTED = "scope : attendu un groupe de ressources ou une ressource";
const wide = (scope: string) => violation({ scope }, `${EXPECTED}, obtenu « ${scope} »`);

describeRule(roleAssignmentNarrowScope, {
    type: "azure-native:authorization:RoleAssignment",
    accepts: {
        "a resource group": compliant({ scope: "/subscriptions/0/resourceGroups/rg" }),
        "a resource, in another case,": compliant({
            scope: "/subscriptions/0/resourcegroups/rg/providers/Microsoft.KeyVault/vaults/kv",
        }),
        "a resource that is not created yet": compliant({ scope: UNKNOWN }),
    },
    rejects: {
        "a subscription": wide("/subscriptions/0"),
        "a management group": wide("/providers/Microsoft.Management/managementGroups/root"),
        "the whole tenant": wide("/"),
        "a subscription's own resources": wide("/subscriptions/0/providers/Microsoft.Security/pricings/Arm"),
        "no resource group": wide("/subscriptions/0/resourceGroups/"),
        "a path that only ends alike": wide("/x/subscriptions/0/resourceGroups/rg"),
    },
    unset: { "the scope": violation({}, `${EXPECTED}, non défini`) },
    unknown: { "the scope, which a resource has,": compliant({ scope: UNKNOWN }) },
    otherType: "azure-native:authorization:RoleDefinition",
});
