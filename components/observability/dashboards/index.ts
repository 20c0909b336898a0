import { ruleGroups } from "../rules";
import { runbookPath } from "../rules/render";
import type { RuleSettings } from "../rules/rule-settings";
import { centres } from "./boards/centres";
import { cluster } from "./boards/cluster";
import { cost } from "./boards/cost";
import { database } from "./boards/database";
import { logsSecurity } from "./boards/logs-security";
import { nodes } from "./boards/nodes";
import { observability } from "./boards/observability";
import { openmrs } from "./boards/openmrs";
import { overview } from "./boards/overview";
import { slo } from "./boards/slo";
import { type Dashboard, type Pages, render } from "./kit/dashboard";
import { fileOf, type Folder, FOLDERS } from "./places";

/** What gives each dashboard, in the order in which docs/tableaux-de-bord.md tells of them. */
const DASHBOARDS: readonly ((settings: RuleSettings) => Dashboard)[] = [
    overview,
    slo,
    openmrs,
    centres,
    database,
    cluster,
    nodes,
    observability,
    cost,
    logsSecurity,
];

/** The dashboards of a stack. */
export const dashboardsOf = (settings: RuleSettings): readonly Dashboard[] =>
    DASHBOARDS.map((dashboardOf) => dashboardOf(settings));

/** Files of dashboards, by name, for each folder. */
export function dashboardFiles(
    settings: RuleSettings,
): Readonly<Record<Folder, Readonly<Record<string, string>>>> {
    const pages = pagesOf(settings);
    const dashboards = dashboardsOf(settings);
    return Object.fromEntries(
        Object.keys(FOLDERS).map((folder) => [
            folder,
            Object.fromEntries(
                dashboards
                    .filter((dashboard) => dashboard.folder === folder)
                    .map((dashboard) => [fileOf(dashboard.uid), render(dashboard, pages)]),
            ),
        ]),
    ) as Record<Folder, Record<string, string>>;
}

function pagesOf(settings: RuleSettings): Pages {
    const { documentationUrl } = settings;
    return {
        documentationUrl,
        runbooks: new Map(
            ruleGroups(settings).flatMap((group) =>
                (group.alerts ?? []).map(
                    (rule) => [rule.alert, `${documentationUrl}${runbookPath(group, rule)}`] as const,
                ),
            ),
        ),
    };
}
