import type { Series } from "../../promtool";
import { type AlertCase, changing, type Labels, program } from "../case";
import { growing, type Make } from "./counter";

const tempo = program("tempo", 3200);
const grafana = program("grafana", 3000);

const metric =
    (name: string): Make =>
    (labels, values) =>
        tempo(name, labels, values);

const INSTANCE = { instance: "10.0.1.9:3200" };

const errors = (alert: string, name: string, code: string, labels: Labels): AlertCase => {
    const answered = (hundredths: number, job = "grafana"): Series => ({
        ...grafana(name, { job, ...labels, method: "GET", [code]: "500" }, changing(0, hundredths)),
        ...grafana(name, { job, ...labels, method: "GET", [code]: "200" }, changing(0, 100 - hundredths)),
    });
    return {
        alert,
        fires: [{ series: answered(11), from: "1m", labels }],
        silent: [{ series: answered(9) }, { series: answered(50, "autre") }],
    };
};

export const toolCases: readonly AlertCase[] = [
    growing(
        "TempoDiscarding",
        metric("tempo_discarded_spans_total"),
        { reason: "trace_too_large", tenant: "single-tenant" },
        { reason: "trace_too_large" },
    ),
    growing("TempoRefusing", metric("tempo_receiver_refused_spans"), { receiver: "otlp" }, INSTANCE),
    growing("TempoFlushFailing", metric("tempo_ingester_failed_flushes_total"), {}, INSTANCE),
    growing("TempoCompactionFailing", metric("tempodb_compaction_errors_total"), {}, INSTANCE),
    errors("GrafanaErrors", "grafana_http_request_duration_seconds_count", "status_code", {
        handler: "/api/ds/query",
    }),
    errors("GrafanaDatasourceErrors", "grafana_datasource_request_total", "code", {
        datasource: "prometheus",
    }),
];
