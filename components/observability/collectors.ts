import type { Endpoint } from "../kubernetes/flows";
import { LOG_COLLECTOR } from "./logs/log-collector";
import { COLLECTOR_PORTS } from "./collector-telemetry";
import { TRACE_COLLECTOR } from "./traces/trace-collector";

const otlp = (namespace: string, workload: string): Endpoint => ({
    namespace,
    workload,
    port: COLLECTOR_PORTS.otlp,
});

/** Who takes in, by OTLP over HTTP, the traces and the logs of the other boxes. */
export const collectorsOf = (namespace: string) => ({
    traces: otlp(namespace, TRACE_COLLECTOR),
    logs: otlp(namespace, LOG_COLLECTOR),
});
