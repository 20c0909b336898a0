import type * as pulumi from "@pulumi/pulumi";
import { Budget } from "../azure";

export interface BudgetArgs {
    readonly budgetName: string;

    /** Azure resource id of what the budget is for. */
    readonly scope: string;

    readonly monthlyEuros: number;

    /** First day of a month, not in the past when the budget is made; Azure lets nobody change it. */
    readonly startDate: string;

    readonly emails: readonly string[];
    readonly actionGroupId: pulumi.Input<string>;
}

/** Percentages of the budget at which Azure writes. It accepts five of them. */
const THRESHOLDS = { Actual: [50, 80, 100], Forecasted: [100, 120] } as const;

/** Writes in French when the month's costs reach a share of the budget, or are about to. */
export function monthlyBudget(name: string, args: BudgetArgs, opts: pulumi.CustomResourceOptions): Budget {
    return new Budget(
        name,
        {
            budgetName: args.budgetName,
            scope: args.scope,
            category: "Cost",
            // In the currency of the contract.
            amount: args.monthlyEuros,
            timeGrain: "Monthly",
            timePeriod: { startDate: `${args.startDate}T00:00:00Z` },
            notifications: Object.fromEntries(
                Object.entries(THRESHOLDS).flatMap(([thresholdType, thresholds]) =>
                    thresholds.map((threshold) => [
                        `${thresholdType}${threshold.toString()}`,
                        {
                            enabled: true,
                            operator: "GreaterThanOrEqualTo",
                            thresholdType,
                            threshold,
                            contactEmails: [...args.emails],
                            contactGroups: [args.actionGroupId],
                            locale: "fr-fr",
                        },
                    ]),
                ),
            ),
        },
        opts,
    );
}
