import type { Endpoint } from "../../kubernetes/flows";
import type { Storage, WorkloadArgs } from "../../kubernetes/workload-args";
import { blobConnections, blobHost } from "./azure-hosts";
import { COLLECTOR_PORTS, COLLECTOR_USER } from "../collector-telemetry";
import { logCollectorConfig, QUEUE } from "./log-collector-config";

/** Name of the workload and of its account, whose identity writes to the archive. */
export const LOG_COLLECTOR = "log-collector";

/** Replicas: while one is replaced, the agents send to the other. */
export const LOG_COLLECTORS = 2;

export interface LogCollectorArgs {
    readonly namespace: string;
    readonly image: string;

    /** Name of the cluster, a label of every line. */
    readonly cluster: string;

    readonly loki: Endpoint;

    /** The write-once account, and its container for the cluster's audit logs. */
    readonly archive: { readonly accountName: string; readonly container: string };

    /** Of what could not be sent yet. */
    readonly storage: Storage;
}

const healthy = { httpGet: { path: "/", port: "health" } };

/**
 * Takes in the logs of the cluster, says where they come from, masks what identifies people in them, counts, and hands them
 * to Loki, and those of audit to the archive too.
 */
export function logCollector(args: LogCollectorArgs): WorkloadArgs {
    const { namespace, image, cluster, loki, archive, storage } = args;
    const config = logCollectorConfig({
        cluster,
        loki,
        archive: { host: blobHost(archive.accountName), container: archive.container },
        storageGiB: storage.sizeGiB,
    });
    const { health, ...ports } = COLLECTOR_PORTS;
    return {
        name: LOG_COLLECTOR,
        namespace,
        replicas: LOG_COLLECTORS,
        user: COLLECTOR_USER,
        storage,
        connectsTo: [
            { to: loki, purpose: "Garder les journaux, données identifiantes masquées" },
            ...blobConnections(
                archive.accountName,
                "Copier les journaux d’audit dans l’archive non modifiable",
            ),
        ],
        volumes: { config: { kind: "files", files: { "log-collector.json": config } } },
        containers: {
            collector: {
                image,
                args: ["--config=/etc/otelcol/log-collector.json"],
                compute: { cpu: "500m", memory: "1Gi" },
                ports: { ...ports, health },
                mounts: { "/etc/otelcol": "config", [QUEUE]: "data" },
                readiness: healthy,
                liveness: { ...healthy, failureThreshold: 6 },
            },
        },
    };
}
