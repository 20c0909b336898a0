import { policyAssignmentEnforced } from "../../../policies/rules/governance/policy-assignment-enforced";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const DEFINITION = "/providers/Microsoft.Authorization/policySetDefinitions/0";
const assignment = (enforcementMode: unknown) => ({ policyDefinitionId: DEFINITION, enforcementMode });
const without = (...notScopes: readonly unknown[]) => ({ ...assignment("Default"), notScopes });
const weakened = (value: unknown, ...selectors: readonly object[]) => ({
    ...assignment("Default"),
    overrides: [{ kind: "policyEffect", value, selectors }],
});
const named = (...references: readonly unknown[]) => ({
    kind: "policyDefinitionReferenceId",
    in: references,
});
const SCOPE = "attendu un groupe de ressources ou une ressource";
const WHOLE = "overrides[0].selectors : attendu les seules définitions que l’effet remplace";

describeRule(policyAssignmentEnforced, {
    type: "azure-native:authorization:PolicyAssignment",
    accepts: {
        "an assignment in force": compliant(assignment("Default")),
        "an assignment that leaves out a resource group": compliant(
            without("/subscriptions/0/resourceGroups/rg-nodes"),
        ),
        "one definition that has no effect": compliant(weakened("Disabled", named("AllowedUsersGroups"))),
        "a stronger effect": compliant(weakened("Deny")),
    },
    rejects: {
        "an assignment that leaves out the subscription": violation(
            without("/subscriptions/0/resourceGroups/rg", "/subscriptions/0"),
            `notScopes[1] : ${SCOPE}, obtenu « /subscriptions/0 »`,
        ),
        "an assignment that leaves out a management group": violation(
            without("/providers/Microsoft.Management/managementGroups/root"),
            `notScopes[0] : ${SCOPE}, obtenu « /providers/Microsoft.Management/managementGroups/root »`,
        ),
        "an effect that nothing limits": violation(weakened("Disabled"), WHOLE),
        "an effect limited to no definition": violation(weakened("audit", named()), WHOLE),
        "an effect limited by place only": violation(
            weakened("AuditIfNotExists", { kind: "resourceLocation", in: ["francecentral"] }),
            WHOLE,
        ),
        "all definitions but one": violation(
            weakened("Manual", { kind: "policyDefinitionReferenceId", notIn: ["a"] }),
            WHOLE,
        ),
        "an assignment without effect": violation(
            assignment("DoNotEnforce"),
            "enforcementMode : attendu « Default », obtenu « DoNotEnforce »",
        ),
    },
    unset: {
        "the mode, which is then in force,": compliant({ policyDefinitionId: DEFINITION }),
        "the definition": violation({}, "policyDefinitionId : attendu une définition, non défini"),
    },
    unknown: {
        "the mode": undecided(assignment(UNKNOWN), "enforcementMode"),
        "what is left out": undecided(without(UNKNOWN), "notScopes[0]"),
        "the effect": undecided(weakened(UNKNOWN), "overrides[0].value"),
        "the only definition without effect": undecided(
            weakened("Disabled", named(UNKNOWN)),
            "overrides[0].selectors[0].in[0]",
        ),
    },
    otherType: "azure-native:authorization:PolicyDefinition",
});
