import { type Endpoint, hostOf } from "../../kubernetes/flows";
import { SOURCES } from "./kit/sources";

/** Who answers what Grafana asks. */
export type AskedSources = Readonly<Record<keyof typeof SOURCES, Endpoint>>;

/** Host and port of each, as Grafana's allow list has them. */
export const addressOf = (endpoint: Endpoint) => `${hostOf(endpoint)}:${endpoint.port.toString()}`;

/** Grafana takes `$name` for a variable of the environment, and `$$` for a dollar. */
const template = (text: string) => `$$\{${text}}`;

/** Time before and after a span in which its logs and metrics are looked for. */
const around = (minutes: number) => ({
    spanStartTimeShift: `-${minutes.toString()}m`,
    spanEndTimeShift: `${minutes.toString()}m`,
});

/** From a trace to its logs, and to the metrics of its operation. */
const traces = {
    tracesToLogsV2: {
        datasourceUid: SOURCES.loki.uid,
        ...around(5),
        tags: [{ key: "service.name", value: "workload" }],
        customQuery: true,
        query: `{${template("__tags")}} | trace_id="${template("__trace.traceId")}"`,
    },
    tracesToMetrics: {
        datasourceUid: SOURCES.prometheus.uid,
        ...around(30),
        tags: [{ key: "operation", value: "operation" }],
        queries: [
            {
                name: "Débit de l’opération",
                query: `sum by (operation) (rate(openmrs_calls_total{job="span-metrics", ${template("__tags")}}[5m]))`,
            },
            {
                name: "Durée de 95 %",
                query: `histogram_quantile(0.95, sum by (le) (rate(openmrs_duration_seconds_bucket{job="span-metrics", ${template("__tags")}}[5m])))`,
            },
        ],
    },
    nodeGraph: { enabled: true },
};

const jsonData = {
    prometheus: {
        httpMethod: "POST",
        prometheusType: "Prometheus",
        timeInterval: "30s",
        manageAlerts: true,
        alertmanagerUid: SOURCES.alertmanager.uid,
        exemplarTraceIdDestinations: [{ name: "trace_id", datasourceUid: SOURCES.tempo.uid }],
    },
    loki: {
        maxLines: 1000,
        derivedFields: [
            {
                name: "trace_id",
                matcherType: "label",
                matcherRegex: "trace_id",
                url: template("__value.raw"),
                urlDisplayLabel: "Voir la trace",
                datasourceUid: SOURCES.tempo.uid,
            },
        ],
    },
    tempo: traces,
    alertmanager: { implementation: "prometheus", handleGrafanaManagedAlerts: false },
} satisfies Readonly<Record<keyof AskedSources, object>>;

const NAMES: Readonly<Record<keyof AskedSources, string>> = {
    prometheus: "Métriques",
    loki: "Journaux",
    tempo: "Traces",
    alertmanager: "Alertes",
};

/** The file of data sources, as JSON, which YAML includes: each asked by Grafana itself, within the mesh. */
export function dataSources(sources: AskedSources): string {
    const datasources = Object.entries(SOURCES).map(([key, source]) => {
        const name = key as keyof AskedSources;
        return {
            ...source,
            name: NAMES[name],
            access: "proxy",
            url: `http://${addressOf(sources[name])}`,
            isDefault: name === "prometheus",
            editable: false,
            jsonData: jsonData[name],
        };
    });
    return `${JSON.stringify({ apiVersion: 1, prune: true, datasources }, null, 2)}\n`;
}
