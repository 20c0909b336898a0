import type { BudgetArgs } from "@pulumi/azure-native/consumption/budget";
import type { ResourceGroupArgs } from "@pulumi/azure-native/resources/resourceGroup";

import { all, type Answer, any } from "../../answer";
import { isScalar } from "../../expectation";
import { defineStackRule, type Subject } from "../../rule";

const GROUP = "azure-native:resources:ResourceGroup";

export const resourceGroupBudget = defineStackRule({
    id: "resource-group-budget",
    title: {
        fr: "Tout groupe de ressources a un budget",
        en: "Every resource group has a budget",
    },
    why: {
        fr: "Une dépense qui s’emballe signale un vol de ressources, ou un service bientôt coupé faute de crédit.",
        en: "Spending that runs away tells of stolen resources, or of a service about to be cut for lack of credit.",
    },
    remediation: {
        fr: "Déclarer un Budget sans filtre sur le groupe de ressources ou son abonnement.",
        en: "Declare a Budget without filter on the resource group or its subscription.",
    },
    severity: "low",
    url: "https://learn.microsoft.com/azure/cost-management-billing/costs/tutorial-acm-create-budgets",
    appliesTo: [GROUP],
    reads: { "azure-native:consumption:Budget": ["scope", "filter"] },
    examples: {
        compliant: [
            {
                type: "azure-native:resources:ResourceGroup",
                name: "group",
                properties: { resourceGroupName: "rg" } satisfies Partial<ResourceGroupArgs>,
            },
            {
                type: "azure-native:consumption:Budget",
                name: "budget",
                properties: {
                    amount: 1500,
                    scope: "/subscriptions/0/resourceGroups/rg",
                } satisfies Partial<BudgetArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:resources:ResourceGroup",
                name: "group",
                properties: { resourceGroupName: "rg" } satisfies Partial<ResourceGroupArgs>,
            },
        ],
    },
    check(group, budgets) {
        const followed = any(
            budgets.map((budget) => all([covers(budget, group), without(budget, "filter")])),
        );
        group.properties.settle(followed, "", "attendu un Budget sur ce groupe ou son abonnement");
    },
});

/** Whether a budget counts a resource group: by what its scope came from, else by the name there. */
function covers(budget: Subject, group: Subject): Answer {
    const sources = budget.sources("scope");
    if (sources.length > 0) {
        return sources.some(({ urn }) => urn === group.urn) ? "yes" : "no";
    }
    const scope = budget.properties.read("scope");
    if (scope.state !== "known" || !isScalar(scope.value)) {
        return budget.properties.some([scope], () => false);
    }
    const text = String(scope.value).toLowerCase().replace(/\/$/, "");
    if (/^\/subscriptions\/[^/]+$|\/managementgroups\/[^/]+$/.test(text)) {
        return "yes";
    }
    return group.properties.some(
        [group.properties.read("resourceGroupName")],
        (name) => isScalar(name) && text.endsWith(`/resourcegroups/${String(name).toLowerCase()}`),
    );
}

/** Whether nothing stands at a path: a budget with a filter counts a part of the costs only. */
function without(budget: Subject, path: string): Answer {
    const reading = budget.properties.read(path);
    return reading.state === "unset" ? "yes" : budget.properties.some([reading], () => false);
}
