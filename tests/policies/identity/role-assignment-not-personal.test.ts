import { roleAssignmentNotPersonal } from "../../../policies/rules/identity/role-assignment-not-personal";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const EXPECTED = "principalType : attendu « ServicePrincipal » ou « Group »";

describeRule(roleAssignmentNotPersonal, {
    type: "azure-native:authorization:RoleAssignment",
    accepts: {
        "a workload": compliant({ principalType: "ServicePrincipal" }),
        "a group": compliant({ principalType: "Group" }),
    },
    rejects: {
        "a person": violation({ principalType: "User" }, `${EXPECTED}, obtenu « User »`),
        "a group of another organisation": violation(
            { principalType: "ForeignGroup" },
            `${EXPECTED}, obtenu « ForeignGroup »`,
        ),
    },
    unset: { "whose it is": violation({}, `${EXPECTED}, non défini`) },
    unknown: { "whose it is": undecided({ principalType: UNKNOWN }, "principalType") },
    otherType: "azure-native:authorization:RoleDefinition",
});
