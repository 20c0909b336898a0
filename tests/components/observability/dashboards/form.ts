import * as units from "@grafana/grafana-foundation-sdk/units";
import { SOURCES } from "../../../../components/observability/dashboards/kit/sources";
import { type LoadedDashboard, type LoadedPanel, panelsOf } from "./loaded";

const UNITS = new Set<unknown>(Object.values(units));

const UIDS: ReadonlyMap<string, string> = new Map(Object.values(SOURCES).map(({ uid, type }) => [uid, type]));

/** Newest form of dashboards that Grafana's files may have, of those that the SDK writes. */
const SCHEMA_VERSION = 42;

/** Labels of aggregations, "by" or "without" the rest. */
export const groupedBy = (expr: string): ReadonlySet<string> =>
    new Set(
        [...expr.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, labels = ""]) =>
            labels.split(",").map((label) => label.trim()),
        ),
    );

const repeated = (values: readonly unknown[]) =>
    values.filter((value, index) => values.indexOf(value) !== index);

function overlap(one: LoadedPanel["gridPos"], other: LoadedPanel["gridPos"]): boolean {
    return (
        one.x < other.x + other.w &&
        other.x < one.x + one.w &&
        one.y < other.y + other.h &&
        other.y < one.y + one.h
    );
}

/** What is wrong with the form of a dashboard, apart from what it asks. */
export function formFaults(dashboard: LoadedDashboard): readonly string[] {
    const { panels, uid } = dashboard;
    const faults: string[] = [];
    const expect = (right: boolean, what: string) => {
        if (!right) {
            faults.push(`${uid}: ${what}`);
        }
    };
    expect(!("id" in dashboard), "an id of its own");
    expect(/^[a-z][a-z-]{1,39}$/.test(uid), "a uid in lower case");
    expect(dashboard.schemaVersion === SCHEMA_VERSION, "another schema version");
    expect(!dashboard.editable, "editable");
    expect(isSentence(dashboard.description), "no description");
    expect(repeated(panels.map(({ id }) => id)).length === 0, "two panels of one id");
    for (const title of repeated(panels.map((panel) => panel.title))) {
        expect(false, `two panels "${String(title)}"`);
    }
    panels.forEach((panel, index) => {
        const { x, w, y, h } = panel.gridPos;
        expect(x >= 0 && y >= 0 && w > 0 && h > 0 && x + w <= 24, `"${panel.title}" outside the grid`);
        for (const other of panels.slice(0, index)) {
            expect(!overlap(panel.gridPos, other.gridPos), `"${panel.title}" over "${other.title}"`);
        }
    });
    return [...faults, ...panelsOf(dashboard).flatMap((panel) => panelFaults(uid, panel))];
}

const isSentence = (text: string | undefined) => text !== undefined && /^\p{Lu}.{10,}[.!?]$/u.test(text);

function panelFaults(uid: string, panel: LoadedPanel): readonly string[] {
    const { title, type, datasource, targets = [], fieldConfig, transformations = [] } = panel;
    const faults: string[] = [];
    const expect = (right: boolean, what: string) => {
        if (!right) {
            faults.push(`${uid}, "${title}": ${what}`);
        }
    };
    expect(title !== "", "no title");
    expect(isSentence(panel.description), `no description in sentences: ${panel.description ?? ""}`);
    for (const source of [datasource, ...targets.map((target) => target.datasource)]) {
        expect(source !== undefined && UIDS.get(source.uid) === source.type, "a data source that is none");
    }
    expect((targets.length === 0) === (type === "text"), "no question");
    expect(repeated(targets.map(({ refId }) => refId)).length === 0, "two questions of one name");
    if (["stat", "timeseries", "bargauge", "heatmap"].includes(type)) {
        const unit = fieldConfig?.defaults.unit;
        expect(UNITS.has(unit), `a unit that Grafana does not have: ${unit ?? "none"}`);
    }
    if (type === "stat") {
        const mappings = fieldConfig?.defaults.mappings ?? [];
        expect(
            mappings.some(({ options: { match } }) => match === "null+nan"),
            "the colour of a number where there is none",
        );
    }
    for (const { properties } of fieldConfig?.overrides ?? []) {
        for (const { id, value } of properties) {
            expect(id !== "unit" || UNITS.has(value), `a unit that Grafana does not have: ${String(value)}`);
        }
    }
    for (const { expr, legendFormat = "" } of targets) {
        for (const [, label = ""] of legendFormat.matchAll(/\{\{(\w+)\}\}/g)) {
            expect(groupedBy(expr).has(label), `a legend by ${label}, which ${expr} does not keep`);
        }
        expect(type !== "table" || columnsKept(expr, transformations), `a column that ${expr} does not keep`);
    }
    return faults;
}

/** Whether a question of a table keeps the labels of all its columns. */
function columnsKept(expr: string, transformations: NonNullable<LoadedPanel["transformations"]>): boolean {
    const labels = transformations
        .flatMap(({ options }) => Object.keys(options.renameByName ?? {}))
        .filter((field) => !field.startsWith("Value"));
    return labels.length > 0 && labels.every((label) => groupedBy(expr).has(label));
}
