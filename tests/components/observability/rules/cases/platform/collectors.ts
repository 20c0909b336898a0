import type { Series } from "../../promtool";
import { type AlertCase, always, changing, type Labels, program, target } from "../case";
import { failed, growing, type Make } from "./counter";

const NODE = { node: "aks-general-1" };

const agent = target({
    job: "log-agent",
    instance: "10.0.1.9:12345",
    namespace: "observability",
    workload: "log-agent",
    ...NODE,
});
const logs = program("log-collector", 8888);
const traces = program("trace-collector", 8888);

const of =
    (make: typeof agent, name: string): Make =>
    (labels, values) =>
        make(name, labels, values);

const queue = (make: typeof agent, own: Labels, size: number): Series => ({
    ...make("otelcol_exporter_queue_size", own, always(size)),
    ...make("otelcol_exporter_queue_capacity", own, always(100)),
});

const filling = (alert: string, make: typeof agent, own: Labels, labels: Labels): AlertCase => ({
    alert,
    fires: [{ series: queue(make, own, 51), labels }],
    silent: [{ series: queue(make, own, 49) }, { series: queue(make, { ...own, job: "autre" }, 90) }],
});

const LOKI = { exporter: "otlp_http/loki" };
const ARCHIVE = { exporter: "azure_blob/archive" };
const INSTANCE = { instance: "10.0.1.9:8888" };
const TEMPO = { exporter: "otlp_http/tempo" };

const refused = (alert: string, make: typeof agent, what: string) =>
    growing(alert, of(make, `otelcol_receiver_refused_${what}_total`), { receiver: "otlp" }, INSTANCE);

const lost = of(logs, "otelcol_exporter_send_failed_log_records_total");
const sendFailed = of(traces, "otelcol_exporter_send_failed_spans_total");
const notQueued = of(traces, "otelcol_exporter_enqueue_failed_spans_total");

export const collectorCases: readonly AlertCase[] = [
    failed("LogAgentDown", of(agent, "up"), {}, NODE),
    growing("LogAgentDropping", of(agent, "otelcol_exporter_send_failed_log_records_total"), {}, NODE),
    filling("LogAgentQueueFilling", agent, {}, NODE),
    refused("LogCollectorRefusing", logs, "log_records"),
    {
        alert: "LogCollectorDropping",
        fires: [{ series: lost(LOKI, changing(0, 1)), from: "1m", labels: LOKI }],
        silent: [
            { series: { ...lost(LOKI, always(5)), ...lost(ARCHIVE, changing(0, 1)) } },
            { series: lost({ ...LOKI, job: "autre" }, changing(0, 1)) },
        ],
    },
    growing(
        "LogCollectorQueueFull",
        of(logs, "otelcol_exporter_enqueue_failed_log_records_total"),
        ARCHIVE,
        ARCHIVE,
    ),
    filling("LogCollectorQueueFilling", logs, LOKI, { ...INSTANCE, ...LOKI }),
    refused("TraceCollectorRefusing", traces, "spans"),
    {
        alert: "TraceCollectorDropping",
        fires: [
            { series: sendFailed(TEMPO, changing(0, 1)), from: "1m", labels: TEMPO },
            { series: notQueued(TEMPO, changing(0, 1)), from: "1m", labels: TEMPO },
        ],
        silent: [
            { series: { ...sendFailed(TEMPO, always(5)), ...notQueued(TEMPO, always(5)) } },
            {
                series: {
                    ...sendFailed({ ...TEMPO, job: "autre" }, changing(0, 1)),
                    ...notQueued({ ...TEMPO, job: "autre" }, changing(0, 1)),
                },
            },
        ],
    },
];
