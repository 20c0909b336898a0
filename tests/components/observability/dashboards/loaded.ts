import { dashboardFiles } from "../../../../components/observability/dashboards";
import { SETTINGS } from "../rules/harness";

/** A dashboard as Grafana reads it, as far as it is looked at. */
export interface LoadedDashboard {
    id?: number;
    uid: string;
    title: string;
    description: string;
    editable: boolean;
    schemaVersion: number;
    tags: string[];
    templating: {
        list: { name: string; type: string; query: string; includeAll: boolean; allValue: string }[];
    };
    annotations: { list: { datasource: SourceRef; target: { expr: string } }[] };
    links: { title: string; type: string; url: string }[];
    panels: LoadedPanel[];
}

interface SourceRef {
    type: string;
    uid: string;
}

export interface LoadedPanel {
    id: number;
    type: string;
    title: string;
    description?: string;
    gridPos: { x: number; y: number; w: number; h: number };
    datasource?: SourceRef;
    targets?: {
        refId: string;
        expr: string;
        legendFormat?: string;
        datasource: SourceRef;
        instant?: boolean;
    }[];
    links?: { title: string; url: string }[];
    fieldConfig?: {
        defaults: {
            unit?: string;
            noValue?: string;
            mappings?: { type: string; options: { match?: string } }[];
        };
        overrides: { matcher: { options: string }; properties: { id: string; value: unknown }[] }[];
    };
    transformations?: { id: string; options: { renameByName?: Record<string, string> } }[];
}

/** The text of each file of a stack with either database, by the path that Grafana finds it at. */
export const FILES: Readonly<Record<keyof typeof SETTINGS, Readonly<Record<string, string>>>> = {
    inCluster: filesOf("inCluster"),
    managed: filesOf("managed"),
};

function filesOf(mode: keyof typeof SETTINGS) {
    return Object.fromEntries(
        Object.entries(dashboardFiles(SETTINGS[mode])).flatMap(([folder, files]) =>
            Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text] as const),
        ),
    );
}

/** All the dashboards of a stack, anew. */
export const loaded = (mode: keyof typeof SETTINGS): readonly LoadedDashboard[] =>
    Object.values(FILES[mode]).map((text) => JSON.parse(text) as LoadedDashboard);

/** What asks: the panels that are no titles of rows. */
export const panelsOf = ({ panels }: LoadedDashboard): readonly LoadedPanel[] =>
    panels.filter(({ type }) => type !== "row");
