import type { PrometheusArgs } from "../../../../components/observability/metrics/prometheus";
import { probesOf } from "../../../../components/observability/metrics/probes";

const at = (namespace: string, workload: string, port: number) => ({ namespace, workload, port });

export const probes = probesOf({
    backend: at("openmrs", "openmrs-backend", 8080),
    entry: at("openmrs", "openmrs-gateway", 8443),
    frontend: at("openmrs", "openmrs-frontend", 8080),
    grafana: at("observability", "grafana", 3000),
    logs: at("observability", "log-collector", 4318),
});

export const names = { openmrs: "openmrs.example", grafana: "grafana.example" };

/** A Prometheus of a stack with a few of the jobs. */
export const prometheusArgs: PrometheusArgs = {
    namespace: "observability",
    image: "r/prometheus",
    cluster: "aks-aplus-core-dev-frc",
    nodes: "10.40.0.0/18",
    targets: {
        alertmanager: at("observability", "alertmanager", 9093),
        "blackbox-exporter": at("observability", "blackbox-exporter", 9115),
        "kube-state-metrics": at("observability", "kube-state-metrics", 8080),
        "node-exporter": at("node-exporter", "node-exporter", 9100),
        mariadb: at("database", "mariadb", 9104),
        "log-metrics": at("observability", "log-collector", 8889),
        grafana: at("observability", "grafana", 3000),
    },
    probes,
    rules: { "pods.json": "{}", "slo.json": "{}" },
    retentionDays: 15,
    compute: { cpu: "1", memory: "1Gi" },
    storage: { sizeGiB: 20, storageClass: "zrs", protect: false },
};
