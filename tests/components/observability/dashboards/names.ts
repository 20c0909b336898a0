import { ruleGroups } from "../../../../components/observability/rules";
import type { RuleSettings } from "../../../../components/observability/rules/rule-settings";
import { exposed } from "../metrics/exposed";
import { groupedBy } from "./form";

/** A metric that an expression selects, and the labels that it matches it by; see promql-names. */
export interface Selector {
    readonly metric: string;
    readonly labels: readonly string[];
}

/** Labels of each metric that targets have or rules record. */
export function knownMetrics(settings: RuleSettings): ReadonlyMap<string, ReadonlySet<string>> {
    const known = new Map<string, ReadonlySet<string>>();
    for (const [metric, { labels }] of exposed()) {
        known.set(metric, labels);
    }
    const recordings = ruleGroups(settings).flatMap((group) => group.recordings ?? []);
    const recorded = new Map<string, ReadonlySet<string>>();
    for (const { record, expr, labels = {} } of recordings) {
        // Without an aggregation, what it takes from others recorded before keeps their labels.
        const taken = expr.includes(" by (")
            ? []
            : [...recorded].flatMap(([name, own]) => (expr.includes(name) ? [...own] : []));
        const own = [...groupedBy(expr), ...Object.keys(labels), ...taken];
        recorded.set(record, new Set([...(recorded.get(record) ?? []), ...own]));
    }
    return new Map([...known, ...recorded]);
}

/** What is asked of metrics that nobody has, or by labels that they do not have. */
export function nameFaults(
    selectors: readonly Selector[],
    known: ReadonlyMap<string, ReadonlySet<string>>,
): readonly string[] {
    return selectors.flatMap(({ metric, labels }) => {
        const own = known.get(metric);
        return own === undefined
            ? [`no target has ${metric}`]
            : labels.filter((label) => !own.has(label)).map((label) => `${metric} has no label ${label}`);
    });
}
