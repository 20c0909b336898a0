import { SOURCES } from "../../../../components/observability/dashboards/kit/sources";
import type { SETTINGS } from "../rules/harness";
import { loaded, panelsOf } from "./loaded";

/** What dashboards ask, and where. */
export interface Question {
    readonly where: string;
    readonly source: string;
    readonly expr: string;
}

/** What Grafana puts in the place of its variables. */
const VALUES: readonly (readonly [string, string])[] = [
    ["$__rate_interval", "5m"],
    ["$__range_s", "86400"],
    ["$__range", "1d"],
    ["$centre", ".*"],
];

export const filledIn = (expr: string) =>
    VALUES.reduce((text, [variable, value]) => text.replaceAll(variable, value), expr);

/** Every question of a stack's dashboards, with values for the variables. */
export function questions(mode: keyof typeof SETTINGS): readonly Question[] {
    return loaded(mode).flatMap((dashboard) => [
        ...dashboard.annotations.list.map(({ datasource, target }) => ({
            where: `${dashboard.uid}, annotations`,
            source: datasource.uid,
            expr: filledIn(target.expr),
        })),
        ...panelsOf(dashboard).flatMap(({ title, targets = [] }) =>
            targets.map(({ datasource, expr }) => ({
                where: `${dashboard.uid}, "${title}"`,
                source: datasource.uid,
                expr: filledIn(expr),
            })),
        ),
    ]);
}

export const askedOf = (source: keyof typeof SOURCES, all: readonly Question[]) =>
    all.filter((question) => question.source === SOURCES[source].uid);
