import type { WorkloadArgs } from "../kubernetes/workload-args";
import { BLACKBOX_CONFIG, type HealthProbe } from "./prometheus-config";
import { NOBODY } from "./prometheus";

export interface BlackboxExporterArgs {
    readonly namespace: string;
    readonly image: string;

    /** Health pages that it asks for, by job. */
    readonly probes: Readonly<Record<string, HealthProbe>>;
}

const healthy = { httpGet: { path: "/-/healthy", port: "http" } };

/** Asks for health pages when Prometheus tells it to. */
export const blackboxExporter = ({ namespace, image, probes }: BlackboxExporterArgs): WorkloadArgs => ({
    name: "blackbox-exporter",
    namespace,
    replicas: 1,
    user: NOBODY,
    connectsTo: Object.values(probes).map(({ endpoint }) => ({
        to: endpoint,
        purpose: `Vérifier que le service ${endpoint.workload} répond`,
    })),
    volumes: { config: { kind: "files", files: { "blackbox.yml": BLACKBOX_CONFIG } } },
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
