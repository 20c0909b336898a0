import { anyCase, reference, such } from "../../expectation";
import { defineRule } from "../../rule";

const byDefault = anyCase("Default");

const enforced = such(byDefault.text, (value) => value === undefined || byDefault.accepts(value));

export const policyAssignmentEnforced = defineRule({
    id: "policy-assignment-enforced",
    title: {
        fr: "Toute affectation Azure Policy est appliquée",
        en: "Every Azure Policy assignment is enforced",
    },
    why: {
        fr: "Une affectation sans effet donne l’apparence d’une garde qui n’existe pas.",
        en: "An assignment without effect gives the appearance of a guard that does not exist.",
    },
    remediation: {
        fr: "Laisser enforcementMode à « Default ».",
        en: 'Leave enforcementMode at "Default".',
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/governance/policy/concepts/assignment-structure",
    appliesTo: ["azure-native:authorization:PolicyAssignment"],
    check(assignment) {
        assignment.expectReference("policyDefinitionId", reference("une définition"));
        assignment.expect("enforcementMode", enforced);
    },
});
