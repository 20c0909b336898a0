import {
    AnnotationQueryBuilder,
    CustomVariableBuilder,
    DashboardBuilder,
    DashboardCursorSync,
    DashboardLinkBuilder,
    DashboardLinkType,
    RowBuilder,
} from "@grafana/grafana-foundation-sdk/dashboard";
import { DataqueryBuilder } from "@grafana/grafana-foundation-sdk/prometheus";
import { typeset } from "../../../../policies/typography";
import { type Folder, TAG } from "../places";
import type { Panel } from "./panels";
import { SOURCES } from "./sources";

/** A choice at the top of a dashboard, of which queries take one or all as $name. */
export interface Choice {
    readonly name: string;
    readonly label: string;
    readonly values: readonly string[];
}

export interface Dashboard {
    readonly uid: string;
    readonly title: string;
    readonly description: string;
    readonly folder: Folder;

    /** Time that it shows at first, such as now-6h. */
    readonly from: string;
    readonly choices?: readonly Choice[];
    readonly sections: readonly { readonly title: string; readonly panels: readonly Panel[] }[];
}

/** Pages that dashboards lead to. */
export interface Pages {
    /** Where the documentation is published, without a slash at the end. */
    readonly documentationUrl: string;

    /** Page of each alert of the stack. */
    readonly runbooks: ReadonlyMap<string, string>;
}

/** Where the alerts began and ended, over every curve. */
const ALERTS = new AnnotationQueryBuilder()
    .name("Alertes")
    .datasource(SOURCES.prometheus)
    .enable(true)
    .iconColor("red")
    .target(
        new DataqueryBuilder()
            .refId("Anno")
            .expr(
                'sum by (alertname, severity, namespace) (ALERTS{alertstate="firing", severity=~"critical|warning"})',
            )
            .interval("1m"),
    )
    .titleFormat("{{alertname}}")
    .tagKeys("severity,namespace");

const link = (title: string, url: string) =>
    new DashboardLinkBuilder(title).type(DashboardLinkType.Link).url(url).targetBlank(true);

const choice = ({ name, label, values }: Choice) =>
    new CustomVariableBuilder(name)
        .label(label)
        .values(values.join(","))
        .includeAll(true)
        .allValue(".*")
        .allowCustomValue(false)
        .current({ selected: true, text: "All", value: "$__all" });

/** The text of a dashboard's file. Throws a RangeError for an alert that the stack does not have. */
export function render(dashboard: Dashboard, { documentationUrl, runbooks }: Pages): string {
    const { uid, title, description, from, choices = [], sections } = dashboard;
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- Grafana 13 refuses files of the newer form (grafana/grafana#126641)
    const builder = new DashboardBuilder(typeset(title))
        .uid(uid)
        .description(typeset(description))
        .tags([TAG])
        .readonly()
        .timezone("Europe/Paris")
        .weekStart("monday")
        .time({ from, to: "now" })
        .refresh("1m")
        .tooltip(DashboardCursorSync.Crosshair)
        .annotation(ALERTS)
        .variables(choices.map(choice))
        .links([
            new DashboardLinkBuilder("Tableaux de bord")
                .type(DashboardLinkType.Dashboards)
                .tags([TAG])
                .asDropdown(true)
                .keepTime(true),
            link("Conduites à tenir", `${documentationUrl}/alertes/`),
        ]);
    let id = 0;
    for (const { title: sectionTitle, panels } of sections) {
        builder.withRow(new RowBuilder(typeset(sectionTitle)).id(++id));
        for (const { builder: panel, alerts = [] } of panels) {
            panel.id(++id);
            panel.links(
                alerts.map((alert) => {
                    const page = runbooks.get(alert);
                    if (page === undefined) {
                        throw new RangeError(`${uid}: expected an alert of the stack, got "${alert}"`);
                    }
                    return link(alert, page);
                }),
            );
            builder.withPanel(panel);
        }
    }
    return `${JSON.stringify(builder.build())}\n`;
}
