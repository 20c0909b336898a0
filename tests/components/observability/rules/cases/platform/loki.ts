import { type AlertCase, always, changing, program } from "../case";
import { growing, type Make } from "./counter";

const loki = program("loki", 3100);
const metric =
    (name: string): Make =>
    (labels, values) =>
        loki(name, labels, values);

const INSTANCE = { instance: "10.0.1.9:3100" };
const requests = metric("loki_request_duration_seconds_count");

/** Requests of which so many of a hundred end in an error of the server. */
const answered = (errors: number, job = "loki") => ({
    ...requests({ job, route: "otlp_v1_logs", method: "POST", status_code: "500" }, changing(0, errors)),
    ...requests(
        { job, route: "otlp_v1_logs", method: "POST", status_code: "204" },
        changing(0, 100 - errors),
    ),
});

/** The replica that does not compact has never succeeded. */
const stale = (alert: string, name: string, from: "181m" | "361m", before: number): AlertCase => {
    const last = metric(name);
    return {
        alert,
        fires: [
            {
                series: {
                    ...last({}, always(0)),
                    ...last({ ...INSTANCE, job: "autre" }, changing(0, 60)),
                },
                from,
                labels: {},
            },
        ],
        // By as little as half an hour younger, at the end of `for`.
        silent: [
            {
                series: { ...last({}, always(before)), ...last({ instance: "10.0.2.9:3100" }, always(0)) },
            },
        ],
    };
};

export const lokiCases: readonly AlertCase[] = [
    {
        alert: "LokiRequestErrors",
        fires: [{ series: answered(6), from: "1m", labels: { route: "otlp_v1_logs" } }],
        silent: [{ series: answered(4.5) }, { series: answered(50, "autre") }],
    },
    growing("LokiPanicking", metric("loki_panic_total"), {}, INSTANCE),
    growing("LokiFlushFailing", metric("loki_ingester_chunks_flush_failures_total"), {}, INSTANCE),
    growing(
        "LokiDiscarding",
        metric("loki_discarded_samples_total"),
        { reason: "rate_limited", tenant: "fake" },
        { reason: "rate_limited" },
    ),
    stale(
        "LokiCompactionStale",
        "loki_boltdb_shipper_compact_tables_operation_last_successful_run_timestamp_seconds",
        "181m",
        5400,
    ),
    stale(
        "LokiRetentionStale",
        "loki_compactor_apply_retention_last_successful_run_timestamp_seconds",
        "361m",
        5400,
    ),
    {
        alert: "LokiStreamsNearLimit",
        fires: [
            {
                series: metric("loki_ingester_memory_streams")({ tenant: "fake" }, always(4100)),
                labels: INSTANCE,
            },
        ],
        silent: [
            {
                series: {
                    ...metric("loki_ingester_memory_streams")({ tenant: "fake" }, always(3900)),
                    ...metric("loki_ingester_memory_streams")({ job: "autre" }, always(9000)),
                },
            },
        ],
    },
];
