import type { WorkloadArgs } from "../../kubernetes/workload-args";
import { blackboxConfig, type PublicNames } from "./blackbox-config";
import { NOBODY } from "../../kubernetes/nobody";
import type { ProbedService } from "./probes";

export interface BlackboxExporterArgs {
    readonly namespace: string;
    readonly image: string;
    readonly probes: readonly ProbedService[];
    readonly names: PublicNames;
}

const healthy = { httpGet: { path: "/-/healthy", port: "http" } };

/** Asks for pages as users do, when Prometheus tells it to. */
export const blackboxExporter = ({
    namespace,
    image,
    probes,
    names,
}: BlackboxExporterArgs): WorkloadArgs => ({
    name: "blackbox-exporter",
    namespace,
    replicas: 1,
    user: NOBODY,
    connectsTo: probes.map(({ to, purpose }) => ({ to, purpose })),
    volumes: { config: { kind: "files", files: { "blackbox.yml": blackboxConfig(names) } } },
    containers: {
        blackbox: {
            image,
            args: ["--config.file=/etc/blackbox/blackbox.yml"],
            compute: { cpu: "50m", memory: "64Mi" },
            ports: { http: 9115 },
            mounts: { "/etc/blackbox": "config" },
            readiness: healthy,
            liveness: healthy,
        },
    },
});
