import { policyAssignmentEnforced } from "../../../policies/rules/governance/policy-assignment-enforced";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const DEFINITION = "/providers/Microsoft.Authorization/policySetDefinitions/0";
const assignment = (enforcementMode: unknown) => ({ policyDefinitionId: DEFINITION, enforcementMode });

describeRule(policyAssignmentEnforced, {
    type: "azure-native:authorization:PolicyAssignment",
    accepts: { "an assignment in force": compliant(assignment("Default")) },
    rejects: {
        "an assignment without effect": violation(
            assignment("DoNotEnforce"),
            "enforcementMode : attendu « Default », obtenu « DoNotEnforce »",
        ),
    },
    unset: {
        "the mode, which is then in force,": compliant({ policyDefinitionId: DEFINITION }),
        "the definition": violation({}, "policyDefinitionId : attendu une définition, non défini"),
    },
    unknown: { "the mode": undecided(assignment(UNKNOWN), "enforcementMode") },
    otherType: "azure-native:authorization:PolicyDefinition",
});
