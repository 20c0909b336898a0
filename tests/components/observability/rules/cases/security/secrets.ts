import { type AlertCase, always, series } from "../case";

/** It rests on the clock alone. */
const any = series("up", { job: "prometheus" }, always(1));

/** Past the last day by a minute, an hour and a minute after the beginning; and a minute before it. */
const overdue = (alert: string, lastDay: string): AlertCase => {
    const end = Date.parse(`${lastDay}T00:00:00Z`);
    const at = (minutes: number) => new Date(end + minutes * 60_000).toISOString();
    return {
        alert,
        fires: [{ series: any, start: at(-60), from: "61m", labels: {} }],
        silent: [{ series: any, start: at(-122), at: "121m" }],
    };
};

/** The secrets of the tests' stacks date from the first of January 2026. */
export const secretCases: readonly AlertCase[] = [
    overdue("SecretRotationDue", "2027-01-01"),
    overdue("SecretRotationOverdue", "2027-01-26"),
];
