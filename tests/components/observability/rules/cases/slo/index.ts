import { BURN_RATES } from "../../../../../../components/observability/rules/slo/burn-rate";
import { budgetOf, OBJECTIVES } from "../../../../../../components/observability/rules/slo/objectives";
import { type AlertCase, always, series } from "../case";

/** What is recorded of an objective, as shares of the limit, and how many failures as a share of the least. */
interface Burn {
    readonly long: number;
    readonly short: number;
    readonly failures: number;
}

/** Each alert, just above and just below each of its limits. */
export const sloCases: readonly AlertCase[] = OBJECTIVES.flatMap((objective) =>
    BURN_RATES.map(({ long, short, factor }) => {
        const limit = factor * budgetOf(objective);
        const recorded = (burn: Burn, slo: string = objective.name) => ({
            ...series(`slo:error_ratio:${long}`, { slo }, always(burn.long * limit)),
            ...series(`slo:error_ratio:${short}`, { slo }, always(burn.short * limit)),
            ...series(`slo:failures:${long}`, { slo }, always(burn.failures * objective.leastFailures)),
        });
        const burning = { long: 1.05, short: 1.05, failures: 1 };
        return {
            alert: `${objective.alertPrefix}Burn${long}`,
            fires: [{ series: recorded(burning), labels: {} }],
            silent: [
                { series: recorded({ ...burning, long: 0.95 }) },
                { series: recorded({ ...burning, short: 0.95 }) },
                { series: recorded({ ...burning, failures: 0.9 }) },
                { series: recorded(burning, "un-autre") },
            ],
        };
    }),
);
