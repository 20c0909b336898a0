import type { Compute } from "../../kubernetes/pod";
import type { Storage, WorkloadArgs } from "../../kubernetes/workload-args";
import { blobConnections } from "./azure-hosts";
import { LOKI, LOKI_DATA, LOKI_PORTS, lokiConfig, type LokiConfigArgs } from "./loki-config";

/** User and group of Loki's image. */
const USER = { uid: 10_001, gid: 10_001, fsGroup: 10_001 };

export interface LokiArgs extends Omit<LokiConfigArgs, "storage"> {
    readonly image: string;

    /** The storage account that the logs are kept in, and Loki's container there. */
    readonly blobs: LokiConfigArgs["storage"];

    readonly compute: Compute;

    /** Of what is not in the storage account yet. */
    readonly storage: Storage;
}

/** Keeps the logs, and answers questions about them. */
export function loki(args: LokiArgs): WorkloadArgs {
    const { namespace, image, blobs, replicas, retention, compute, storage } = args;
    const ready = { httpGet: { path: "/ready", port: "http" } };
    const peers = [LOKI_PORTS.http, LOKI_PORTS.grpc, LOKI_PORTS.memberlist].map((port) => ({
        to: { namespace, workload: LOKI, port },
        purpose: "Se partager les journaux entre répliques",
    }));
    return {
        name: LOKI,
        namespace,
        replicas,
        user: USER,
        storage,
        // It hands over what it has in memory.
        shutdownSeconds: 300,
        // Past the startup probe's own ten minutes.
        startupMinutes: 15,
        connectsTo: [...peers, ...blobConnections(blobs.accountName, "Ranger les journaux, et les relire")],
        volumes: {
            config: {
                kind: "files",
                files: { "loki.json": lokiConfig({ namespace, storage: blobs, replicas, retention }) },
            },
        },
        containers: {
            loki: {
                image,
                args: ["-config.file=/etc/loki/loki.json", "-config.expand-env=true"],
                fieldEnv: { POD_IP: "status.podIP" },
                compute,
                ports: LOKI_PORTS,
                mounts: { [LOKI_DATA]: "data", "/etc/loki": "config" },
                // Replaying the write-ahead log takes minutes.
                startup: { ...ready, periodSeconds: 10, failureThreshold: 60 },
                readiness: ready,
                // Not ready is not broken: peers that are gone make it so.
                liveness: {
                    httpGet: { path: "/loki/api/v1/status/buildinfo", port: "http" },
                    failureThreshold: 6,
                },
            },
        },
    };
}
