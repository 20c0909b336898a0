import type { Connection, Endpoint } from "../kubernetes/flows";
import type { Compute } from "../kubernetes/pod";
import type { Storage, WorkloadArgs } from "../kubernetes/workload-args";
import { type HealthProbe, prometheusConfig } from "./prometheus-config";

/** User and group "nobody" of the Prometheus project's images. */
export const NOBODY = { uid: 65534, gid: 65534, fsGroup: 65534 };

export interface PrometheusArgs {
    readonly namespace: string;
    readonly image: string;

    /** Metrics of each job. */
    readonly targets: Readonly<Record<string, Endpoint>>;

    /** Health pages, which `blackbox` asks for, by job. */
    readonly probes: Readonly<Record<string, HealthProbe>>;
    readonly blackbox: Endpoint;

    /** Days that metrics are kept. */
    readonly retentionDays: number;

    readonly compute: Compute;
    readonly storage: Storage;
}

/** Share of the disk that metrics may take; before that is exceeded the oldest go. */
const DISK_SHARE = 0.8;

const check = (path: string) => ({ httpGet: { path, port: "http" } });

/** Collects the metrics of the platform and keeps them. */
export function prometheus(args: PrometheusArgs): WorkloadArgs {
    const { namespace, image, targets, probes, blackbox, retentionDays, compute, storage } = args;
    const scrapes: readonly Connection[] = Object.values(targets).map((to) => ({
        to,
        purpose: `Relever les métriques du service ${to.workload}`,
    }));
    return {
        name: "prometheus",
        namespace,
        replicas: 1,
        user: NOBODY,
        storage,
        shutdownSeconds: 120,
        // Past the startup probe's own ten minutes.
        startupMinutes: 15,
        connectsTo: [
            ...scrapes,
            { to: blackbox, purpose: "Faire vérifier que les services sans métriques répondent" },
        ],
        volumes: {
            config: {
                kind: "files",
                files: { "prometheus.yml": prometheusConfig({ targets, probes, blackbox }) },
            },
        },
        containers: {
            prometheus: {
                image,
                args: [
                    "--config.file=/etc/prometheus/prometheus.yml",
                    "--storage.tsdb.path=/prometheus",
                    `--storage.tsdb.retention.time=${retentionDays.toString()}d`,
                    // A full disk would stop it; what is written last, and merged, comes on top.
                    `--storage.tsdb.retention.size=${Math.floor(storage.sizeGiB * DISK_SHARE).toString()}GB`,
                ],
                compute,
                ports: { http: 9090 },
                mounts: { "/prometheus": "data", "/etc/prometheus": "config" },
                // Replaying the write-ahead log takes minutes.
                startup: { ...check("/-/ready"), periodSeconds: 10, failureThreshold: 60 },
                readiness: check("/-/ready"),
                liveness: check("/-/healthy"),
            },
        },
    };
}
