import type { Compute } from "../../kubernetes/pod";
import type { Storage, WorkloadArgs } from "../../kubernetes/workload-args";
import { blobConnections } from "../logs/azure-hosts";
import { TEMPO_DATA, TEMPO_PORTS, tempoConfig, type TempoConfigArgs } from "./tempo-config";

/** User and group of Tempo's image. */
const USER = { uid: 10_001, gid: 10_001, fsGroup: 10_001 };

/** Name of the workload and of its account, whose identity writes to the storage account. */
export const TEMPO = "tempo";

export interface TempoArgs extends TempoConfigArgs {
    readonly namespace: string;
    readonly image: string;
    readonly compute: Compute;

    /** Of what is not in the storage account yet. */
    readonly storage: Storage;
}

/** Keeps the traces, and finds them again. */
export function tempo({ namespace, image, compute, storage, ...config }: TempoArgs): WorkloadArgs {
    const ready = { httpGet: { path: "/ready", port: "http" } };
    return {
        name: TEMPO,
        namespace,
        replicas: 1,
        user: USER,
        storage,
        connectsTo: blobConnections(config.blobs.accountName, "Ranger les traces, et les relire"),
        volumes: { config: { kind: "files", files: { "tempo.json": tempoConfig(config) } } },
        containers: {
            tempo: {
                image,
                args: ["-config.file=/etc/tempo/tempo.json"],
                compute,
                ports: TEMPO_PORTS,
                mounts: { [TEMPO_DATA]: "data", "/etc/tempo": "config" },
                // It reads again what the disk has first.
                startup: { ...ready, periodSeconds: 10, failureThreshold: 30 },
                readiness: ready,
                liveness: { httpGet: { path: "/api/echo", port: "http" }, failureThreshold: 6 },
            },
        },
    };
}
