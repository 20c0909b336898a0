import type { DeployedArgs } from "../../../components/kubernetes/workload";
import type { WorkloadArgs } from "../../../components/kubernetes/workload-args";

export const probe = { httpGet: { path: "/", port: "http" } };

/** A workload with something of everything. */
export const shop = (changes: Partial<WorkloadArgs> = {}): WorkloadArgs => ({
    name: "web",
    namespace: "shop",
    replicas: 2,
    user: { uid: 101, gid: 102, fsGroup: 103 },
    volumes: {
        config: { kind: "files", files: { "a.conf": "x" } },
        certificate: { kind: "vault", secretProviderClass: "class" },
        temporary: { kind: "scratch", sizeMiB: 16 },
        keys: { kind: "memory", sizeMiB: 1 },
    },
    initContainers: {
        copy: {
            image: "r/i@sha256:1",
            command: ["sh"],
            args: ["-c", "true"],
            compute: { cpu: "150m", memory: "32Mi" },
        },
    },
    containers: {
        web: {
            image: "r/i@sha256:0",
            compute: { cpu: "100m", memory: "64Mi" },
            ports: { http: 8080 },
            env: { PLAIN: "x" },
            mounts: {
                "/etc/a.conf": "config/a.conf",
                "/run/certificate": "certificate",
                "/run/keys": "keys",
                "/tmp": "temporary",
            },
            readiness: probe,
            liveness: probe,
        },
    },
    ...changes,
});

/** The same in a cluster. */
export const deployed = (changes: Partial<DeployedArgs> = {}): DeployedArgs => ({
    meshRevision: "asm-1-30",
    ...shop(changes),
});
