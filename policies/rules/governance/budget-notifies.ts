import type { BudgetArgs } from "@pulumi/azure-native/consumption/budget";

import { all, type Answer, any } from "../../answer";
import { anyCase, between, exactly, nonEmpty } from "../../expectation";
import type { Inspection } from "../../inspection";
import { defineRule } from "../../rule";

export const budgetNotifies = defineRule({
    id: "budget-notifies",
    title: {
        fr: "Tout budget avertit quelqu’un avant d’être dépassé",
        en: "Every budget warns somebody before it is exceeded",
    },
    why: {
        fr: "Un budget n’arrête rien : sans avertissement, l’emballement ne se voit qu’à la facture.",
        en: "A budget stops nothing: without a warning, the runaway shows on the invoice only.",
    },
    remediation: {
        fr: "Donner à notifications un avertissement actif, à 100 % ou moins, avec des adresses ou un groupe d’actions.",
        en: "Give notifications an active warning, at 100 % or less, with addresses or an action group.",
    },
    severity: "low",
    url: "https://learn.microsoft.com/azure/cost-management-billing/costs/tutorial-acm-create-budgets",
    appliesTo: ["azure-native:consumption:Budget"],
    examples: {
        compliant: [
            {
                type: "azure-native:consumption:Budget",
                properties: {
                    notifications: {
                        Actual80: {
                            enabled: true,
                            operator: "GreaterThanOrEqualTo",
                            threshold: 80,
                            contactEmails: ["plateforme@exemple.example"],
                        },
                    },
                } satisfies Partial<BudgetArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:consumption:Budget",
                properties: {
                    notifications: {
                        Actual150: {
                            enabled: true,
                            operator: "GreaterThanOrEqualTo",
                            threshold: 150,
                            contactEmails: ["plateforme@exemple.example"],
                        },
                    },
                } satisfies Partial<BudgetArgs>,
            },
        ],
    },
    config: {
        maxThreshold: {
            type: "integer",
            minimum: 1,
            maximum: 1000,
            description: "Part du budget, en pour cent, à laquelle quelqu’un doit être averti, au plus.",
            default: 100,
        },
    },
    check(budget, _resource, { maxThreshold }) {
        const warnings: Answer[] = [];
        budget.entries("notifications", (_name, notification) => {
            warnings.push(warns(notification, maxThreshold));
        });
        const { state } = budget.read("notifications");
        if (state === "known" || state === "unset") {
            budget.settle(
                any(warnings),
                "notifications",
                `attendu un avertissement actif, à ${String(maxThreshold)} % ou moins, avec un destinataire`,
            );
        }
    },
});

function warns(notification: Inspection, maxThreshold: number): Answer {
    return all([
        notification.meets("enabled", exactly(true)),
        notification.meets("operator", anyCase("GreaterThan", "GreaterThanOrEqualTo")),
        notification.meets("threshold", between(0, maxThreshold)),
        any(
            ["contactEmails", "contactGroups", "contactRoles"].map((list) =>
                notification.meets(list, nonEmpty),
            ),
        ),
    ]);
}
