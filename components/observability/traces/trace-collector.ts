import type { WorkloadArgs } from "../../kubernetes/workload-args";
import { COLLECTOR_PORTS, COLLECTOR_USER } from "../collector-telemetry";
import { traceCollectorConfig, type TraceCollectorConfigArgs } from "./trace-collector-config";

export const TRACE_COLLECTOR = "trace-collector";

export interface TraceCollectorArgs extends TraceCollectorConfigArgs {
    readonly namespace: string;
    readonly image: string;
}

const healthy = { httpGet: { path: "/", port: "health" } };

/**
 * Takes in the traces of OpenMRS, leaves of each span only what is on a list, masks what identifies people in it, counts the
 * requests by operation and centre, and hands Tempo the traces that failed or were slow and a share of the others.
 *
 * One replica: it judges a trace by all of its spans, which must come to the same. While it is replaced there are none.
 */
export function traceCollector({ namespace, image, ...config }: TraceCollectorArgs): WorkloadArgs {
    return {
        name: TRACE_COLLECTOR,
        namespace,
        replicas: 1,
        user: COLLECTOR_USER,
        connectsTo: [{ to: config.tempo, purpose: "Garder les traces, données identifiantes ôtées" }],
        volumes: {
            config: { kind: "files", files: { "trace-collector.json": traceCollectorConfig(config) } },
        },
        containers: {
            collector: {
                image,
                args: ["--config=/etc/otelcol/trace-collector.json"],
                compute: { cpu: "500m", memory: "1Gi" },
                ports: COLLECTOR_PORTS,
                mounts: { "/etc/otelcol": "config" },
                readiness: healthy,
                liveness: { ...healthy, failureThreshold: 6 },
            },
        },
    };
}
