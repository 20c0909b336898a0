import type { Series } from "../../promtool";
import { type AlertCase, always, changing, type Labels } from "../case";

/** Series of a metric: labels besides those of its target, and values. */
export type Make = (labels: Labels, values: string) => Series;

/**
 * An alert on a counter that must not grow: it fires once it does, and stays silent while it stands, or where it is another
 * program's that counts.
 */
export const growing = (alert: string, make: Make, own: Labels, labels: Labels): AlertCase => ({
    alert,
    fires: [{ series: make(own, changing(0, 1)), from: "1m", labels }],
    silent: [{ series: { ...make(own, always(5)), ...make({ ...own, job: "autre" }, changing(0, 1)) } }],
});

/** An alert on a gauge that is 0 where things go wrong, and 1 otherwise. */
export const failed = (alert: string, make: Make, own: Labels, labels: Labels): AlertCase => ({
    alert,
    fires: [{ series: make(own, always(0)), labels }],
    silent: [{ series: { ...make(own, always(1)), ...make({ ...own, job: "autre" }, always(0)) } }],
});

/** Part of a whole that both grow: so many of the hundred a minute. */
export const share = (of: Make, whole: Make, own: Labels, hundredths: number): Series => ({
    ...of(own, changing(0, hundredths)),
    ...whole(own, changing(0, 100)),
});
