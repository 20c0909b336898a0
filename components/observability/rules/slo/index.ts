import type { RuleGroup } from "../rule";
import { burnAlertsOf, measuresOf, SUMMARIES } from "./burn-rate";
import { OBJECTIVES } from "./objectives";

/** The objectives of service: what is measured of them, and the alerts that guard them. */
export const sloGroups: readonly RuleGroup[] = [
    {
        name: "slo",
        title: "Objectifs de service",
        recordings: [...OBJECTIVES.flatMap(measuresOf), ...SUMMARIES],
        alerts: OBJECTIVES.flatMap(burnAlertsOf),
    },
];
