import type { AlertRule, Duration, RecordingRule, Severity } from "../rule";
import { budgetOf, type Objective } from "./objectives";

/** How fast the budget of 30 days may burn before somebody is told: `factor` times as fast as it may. */
interface BurnRate {
    readonly factor: number;
    readonly long: Duration;
    /** Of the long window. */
    readonly seconds: number;
    /** Says that it still burns. */
    readonly short: Duration;
    readonly for: Duration;
    /** Of an objective that wakes people. */
    readonly severity: Severity;
    /** Share of the budget that is gone when it fires, and the long window, in French. */
    readonly spent: string;
    readonly since: string;
}

/** The factor is the share of the budget that is spent, times 30 days, by the long window. */
export const BURN_RATES: readonly BurnRate[] = [
    {
        factor: 14.4,
        long: "1h",
        seconds: 3600,
        short: "5m",
        for: "2m",
        severity: "critical",
        spent: "2 %",
        since: "une heure",
    },
    {
        factor: 6,
        long: "6h",
        seconds: 21600,
        short: "30m",
        for: "15m",
        severity: "critical",
        spent: "5 %",
        since: "six heures",
    },
    {
        factor: 3,
        long: "1d",
        seconds: 86400,
        short: "2h",
        for: "1h",
        severity: "warning",
        spent: "10 %",
        since: "un jour",
    },
    {
        factor: 1,
        long: "3d",
        seconds: 259200,
        short: "6h",
        for: "3h",
        severity: "warning",
        spent: "10 %",
        since: "trois jours",
    },
];

/** Over which the share of failures is recorded, besides five minutes. */
const WINDOWS: readonly Duration[] = ["30m", "1h", "2h", "6h", "1d", "3d", "30d"];

const TOTAL = "slo:requests:rate5m";
const FAILED = "slo:errors:rate5m";
const BUDGET = "slo:error_budget:ratio";

/** Name of the share of failures over a window. */
const ratioOver = (window: Duration) => `slo:error_ratio:${window}`;

/** What is measured of an objective. */
export function measuresOf(objective: Objective): readonly RecordingRule[] {
    const labels = { slo: objective.name };
    return [
        { record: TOTAL, expr: objective.total, labels },
        // Nothing failed yet, where something was asked.
        { record: FAILED, expr: `(${objective.failed}) or (${objective.total}) * 0`, labels },
        { record: BUDGET, expr: `vector(${budgetOf(objective).toString()})`, labels },
    ];
}

/**
 * What follows from the measures of all objectives. Totals and failures are summed apart, and divided last: the mean of two
 * shares would count the one request of the night for as much as the hundred of the morning.
 */
export const SUMMARIES: readonly RecordingRule[] = [
    { record: ratioOver("5m"), expr: `${FAILED} / (${TOTAL} > 0)` },
    ...WINDOWS.map((window) => ({
        record: ratioOver(window),
        expr: `sum_over_time(${FAILED}[${window}]) / (sum_over_time(${TOTAL}[${window}]) > 0)`,
    })),
    ...BURN_RATES.map(({ long, seconds }) => ({
        record: `slo:failures:${long}`,
        expr: `avg_over_time(${FAILED}[${long}]) * ${seconds.toString()}`,
    })),
    { record: "slo:error_budget_remaining:ratio", expr: `1 - ${ratioOver("30d")} / ${BUDGET}` },
];

/** Fires once the budget burns too fast over both windows, and enough has failed to say so. */
export function burnAlertsOf(objective: Objective): readonly AlertRule[] {
    return BURN_RATES.map((rate) => {
        const limit = `${rate.factor.toString()} * ${budgetOf(objective).toString()}`;
        return {
            alert: `${objective.alertPrefix}Burn${rate.long}`,
            expr: [
                `${ratioOver(rate.long)}{slo="${objective.name}"} > ${limit}`,
                `${ratioOver(rate.short)} > ${limit}`,
                `slo:failures:${rate.long} >= ${objective.leastFailures.toString()}`,
            ].join(" and "),
            for: rate.for,
            severity: objective.wakes ? rate.severity : "warning",
            team: objective.team,
            labels: { slo: objective.name, long: rate.long, short: rate.short },
            summary: `Objectif « ${objective.title} » : la marge d’erreur se consomme ${rate.factor === 1 ? "" : `${rate.factor.toString().replace(".", ",")} fois `}trop vite`,
            description: `{{ $value | humanizePercentage }} de ${objective.events} depuis ${rate.since} : à ce rythme, ${rate.spent} de la marge d’erreur de 30 jours en ${rate.since}. Promesse : ${objective.statement}`,
            runbook: objective.runbook,
        };
    });
}
