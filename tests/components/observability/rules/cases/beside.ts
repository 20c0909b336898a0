import type { Series } from "../promtool";
import { type Labels, series } from "./case";

/** The series with each of its labels changed, one at a time, so that it is not what a rule asks for; `kept` stay. */
export const beside = (metric: string, labels: Labels, values: string, kept: Labels = {}): Series =>
    Object.assign(
        {},
        ...Object.entries(labels).map(([name, value]) =>
            series(metric, { ...labels, [name]: `${value}-autre`, ...kept }, values),
        ),
    ) as Series;
