import { type Endpoint, hostOf } from "../../kubernetes/flows";
import { anyAddress, COLLECTOR_PORTS, OWN_TELEMETRY } from "../collector-telemetry";
import { eventStatements, IS_PROBE, IS_REQUEST, ORIGIN_STATEMENTS, spanStatements } from "./span-statements";

export interface TraceCollectorConfigArgs {
    readonly tempo: Endpoint;

    /** Public addresses of each centre, as CIDR, by its name. */
    readonly centres: Readonly<Record<string, string>>;

    /** Percentage kept of the traces that neither failed nor were slow. */
    readonly samplePercent: number;
}

/** Upper bounds of the histogram of durations, in seconds. */
const DURATION_BUCKETS = [0.1, 0.25, 0.5, 1, 2, 5, 10, 30] as const;

/** Milliseconds from which on a request is slow, and its trace kept. */
const SLOW_MS = 2000;

/** Seconds that the longest request may take: beyond 300 the gateway gives up. */
const LONGEST_SECONDS = 310;

/** A batch whose treatment fails goes nowhere: its sender is refused. */
const STRICT = { error_mode: "propagate" } as const;

const filter = (dropped: string) => ({ ...STRICT, trace_conditions: [dropped] });

/** What keeps a trace: each of these is enough. */
const policies = (samplePercent: number) => [
    { name: "errors", type: "status_code", status_code: { status_codes: ["ERROR"] } },
    { name: "slow", type: "latency", latency: { threshold_ms: SLOW_MS } },
    { name: "sample", type: "probabilistic", probabilistic: { sampling_percentage: samplePercent } },
];

/** The configuration of the collector of traces, as JSON, which YAML includes. */
export function traceCollectorConfig({ tempo, centres, samplePercent }: TraceCollectorConfigArgs): string {
    const config = {
        extensions: { health_check: { endpoint: anyAddress(COLLECTOR_PORTS.health) } },
        receivers: {
            otlp: { protocols: { http: { endpoint: anyAddress(COLLECTOR_PORTS.otlp) } } },
        },
        processors: {
            memory_limiter: { check_interval: "1s", limit_percentage: 75, spike_limit_percentage: 20 },
            "filter/probes": filter(IS_PROBE),
            "filter/requests": filter(`not (${IS_REQUEST})`),
            transform: {
                ...STRICT,
                trace_statements: [
                    ...Object.entries(ORIGIN_STATEMENTS).map(([context, statements]) => ({
                        context,
                        statements,
                    })),
                    { context: "span", statements: spanStatements(centres) },
                    { context: "spanevent", statements: eventStatements() },
                ],
            },
            tail_sampling: {
                // A trace is judged when its request has ended, and what belongs to it has had the time to come.
                decision_wait: `${LONGEST_SECONDS.toString()}s`,
                decision_wait_after_root_received: "10s",
                num_traces: 20_000,
                policies: policies(samplePercent),
            },
            batch: { timeout: "1s" },
        },
        connectors: {
            "forward/requests": {},
            "forward/traces": {},
            span_metrics: {
                namespace: "openmrs",
                histogram: {
                    unit: "s",
                    explicit: {
                        buckets: DURATION_BUCKETS.map((seconds) => `${(seconds * 1000).toString()}ms`),
                    },
                },
                dimensions: [{ name: "operation" }, { name: "centre" }],
                // The instance's would make other series of the same at each start.
                exclude_dimensions: ["span.name", "span.kind", "collector.instance.id"],
                // Several servers are one.
                resource_metrics_key_attributes: ["service.name"],
                // As often as Prometheus asks: what is exemplary is told once.
                metrics_flush_interval: "30s",
                // They lead from a slow request of a graph to its trace.
                exemplars: { enabled: true },
            },
        },
        exporters: {
            "otlp_http/tempo": { endpoint: `http://${hostOf(tempo)}:${tempo.port.toString()}` },
            prometheus: {
                endpoint: anyAddress(COLLECTOR_PORTS.metrics),
                without_scope_info: true,
                // The format that has exemplars.
                enable_open_metrics: true,
            },
        },
        service: {
            extensions: ["health_check"],
            telemetry: OWN_TELEMETRY,
            pipelines: {
                traces: {
                    receivers: ["otlp"],
                    processors: ["memory_limiter", "filter/probes", "transform"],
                    exporters: ["forward/requests", "forward/traces"],
                },
                // Of all requests, also of those whose trace is not kept.
                "traces/requests": {
                    receivers: ["forward/requests"],
                    processors: ["filter/requests"],
                    exporters: ["span_metrics"],
                },
                "traces/kept": {
                    receivers: ["forward/traces"],
                    processors: ["tail_sampling", "batch"],
                    exporters: ["otlp_http/tempo"],
                },
                metrics: { receivers: ["span_metrics"], exporters: ["prometheus"] },
            },
        },
    };
    return `${JSON.stringify(config, null, 2)}\n`;
}
