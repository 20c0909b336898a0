import * as assert from "node:assert/strict";
import { prometheus } from "../../../../components/observability/metrics/prometheus";
import { hostOf, isOutside } from "../../../../components/kubernetes/flows";
import { prometheusArgs } from "./arguments";

interface Job {
    readonly job_name: string;
    readonly [key: string]: unknown;
}

interface Config {
    readonly global: Readonly<Record<string, unknown>>;
    readonly rule_files: readonly string[];
    readonly alerting: unknown;
    readonly scrape_configs: readonly Job[];
}

const workload = prometheus(prometheusArgs);
const [container] = Object.values(workload.containers);

function config(): Config {
    const volume = workload.volumes?.config;
    assert.ok(volume?.kind === "files");
    return JSON.parse(volume.files["prometheus.yml"] ?? "") as Config;
}

function job(name: string): Job {
    const found = config().scrape_configs.find(({ job_name }) => job_name === name);
    assert.ok(found, `expected a job ${name}, got none`);
    return found;
}

const replicasOf = (workload: string, port: number) => ({
    names: [`${workload}.svc.cluster.local`],
    type: "A",
    port,
});

const named = (namespace: string, workload: string) => [
    { target_label: "namespace", replacement: namespace },
    { target_label: "workload", replacement: workload },
];

describe("Prometheus", () => {
    it("runs twice, each with a disk and a name of its own, which its alerts lose on their way to every Alertmanager", () => {
        assert.equal(workload.replicas, 2);
        assert.deepEqual(workload.storage, prometheusArgs.storage);
        assert.deepEqual(container?.fieldEnv, { POD_NAME: "metadata.name" });
        assert.deepEqual(config().global.external_labels, {
            cluster: "aks-aplus-core-dev-frc",
            replica: "${POD_NAME}",
        });
        assert.deepEqual(config().alerting, {
            alert_relabel_configs: [{ regex: "replica", action: "labeldrop" }],
            alertmanagers: [{ dns_sd_configs: [replicasOf("alertmanager.observability", 9093)] }],
        });
    });

    it("keeps metrics for as long as it is told, and as its disk can hold them, with the traces they lead to", () => {
        assert.deepEqual(container?.args, [
            "--config.file=/etc/prometheus/prometheus.yml",
            "--storage.tsdb.path=/prometheus",
            "--storage.tsdb.retention.time=15d",
            "--storage.tsdb.retention.size=16GB",
            "--enable-feature=exemplar-storage",
        ]);
    });

    it("evaluates every file of rules that it is given", () => {
        assert.deepEqual(config().rule_files, [
            "/etc/prometheus/rules/pods.json",
            "/etc/prometheus/rules/slo.json",
        ]);
        assert.equal(container?.mounts?.["/etc/prometheus/rules"], "rules");
        assert.deepEqual(workload.volumes?.rules, { kind: "files", files: prometheusArgs.rules });
    });

    it("has the jobs of the stack, its own and the cluster's, and no other", () => {
        assert.deepEqual(
            config().scrape_configs.map(({ job_name }) => job_name),
            [
                "prometheus",
                "alertmanager",
                "kube-state-metrics",
                "node-exporter",
                "blackbox-exporter",
                "mariadb",
                "log-metrics",
                "grafana",
                "kubelet",
                "cadvisor",
                "apiserver",
                "blackbox",
            ],
        );
    });

    it("reads every replica of a service, and says whose metrics they are", () => {
        assert.deepEqual(job("mariadb"), {
            job_name: "mariadb",
            dns_sd_configs: [replicasOf("mariadb.database", 9104)],
            relabel_configs: named("database", "mariadb"),
        });
    });

    it("leaves the cluster's objects their own names, and reads what kube-state-metrics tells of itself", () => {
        const { honor_labels, dns_sd_configs } = job("kube-state-metrics");
        assert.equal(honor_labels, true);
        assert.deepEqual(
            dns_sd_configs,
            [8080, 8081].map((port) => replicasOf("kube-state-metrics.observability", port)),
        );
    });

    it("finds what runs on every node through the API, under the node's name", () => {
        const { kubernetes_sd_configs, relabel_configs } = job("node-exporter");
        assert.deepEqual(kubernetes_sd_configs, [
            {
                role: "pod",
                namespaces: { names: ["node-exporter"] },
                selectors: [{ role: "pod", label: "app.kubernetes.io/name=node-exporter" }],
            },
        ]);
        assert.deepEqual(relabel_configs, [
            {
                source_labels: ["__meta_kubernetes_pod_container_port_number"],
                regex: "9100",
                action: "keep",
            },
            { source_labels: ["__meta_kubernetes_pod_phase"], regex: "Pending|Running", action: "keep" },
            { source_labels: ["__meta_kubernetes_pod_node_name"], target_label: "node" },
            { source_labels: ["__meta_kubernetes_pod_node_name"], target_label: "instance" },
            ...named("node-exporter", "node-exporter"),
        ]);
    });

    it("asks kubelets and the API server by its token alone, over TLS that the cluster's authority vouches for", () => {
        const account = "/var/run/secrets/kubernetes.io/serviceaccount";
        for (const name of ["kubelet", "cadvisor", "apiserver"]) {
            const { scheme, authorization, tls_config } = job(name);
            assert.deepEqual(
                { scheme, authorization, tls_config },
                {
                    scheme: "https",
                    authorization: { credentials_file: `${account}/token` },
                    tls_config: { ca_file: `${account}/ca.crt` },
                },
                name,
            );
        }
        assert.deepEqual(job("cadvisor").metrics_path, "/metrics/cadvisor");
        assert.deepEqual(job("kubelet").kubernetes_sd_configs, [{ role: "node" }]);
        assert.deepEqual(job("apiserver").static_configs, [{ targets: ["kubernetes.default.svc:443"] }]);
    });

    it("bounds what a target may bring", () => {
        const { sample_limit, label_limit, body_size_limit, target_limit } = config().global;
        assert.deepEqual(
            [sample_limit, label_limit, body_size_limit, target_limit],
            [50_000, 40, "32MB", 500],
        );
    });

    it("may look up nodes, and pods where something runs on every node, and read metrics, and nothing else", () => {
        const lookUp = ["get", "list", "watch"];
        assert.deepEqual(workload.apiRights, {
            cluster: [
                { apiGroups: [""], resources: ["nodes"], verbs: lookUp },
                { apiGroups: [""], resources: ["nodes/metrics"], verbs: ["get"] },
                { nonResourceURLs: ["/metrics"], verbs: ["get"] },
            ],
            namespaces: { "node-exporter": [{ apiGroups: [""], resources: ["pods"], verbs: lookUp }] },
        });
    });

    it("declares a flow to each port that it reads, once, and says why", () => {
        const flows = (workload.connectsTo ?? []).map(({ to, purpose }) => {
            if ("part" in to) {
                return [to.part === "kubelets" ? `${to.part} ${to.nodes}` : to.part, purpose];
            }
            assert.ok(!isOutside(to));
            return [`${hostOf(to).replace(".svc.cluster.local", "")}:${to.port.toString()}`, purpose];
        });
        const read = (name: string) => `Relever les métriques du service ${name}`;
        assert.deepEqual(flows, [
            ["prometheus.observability:9090", "Relever les métriques des deux serveurs Prometheus"],
            [
                "alertmanager.observability:9093",
                "Envoyer les alertes, et relever les métriques du service alertmanager",
            ],
            ["kube-state-metrics.observability:8080", read("kube-state-metrics")],
            ["kube-state-metrics.observability:8081", read("kube-state-metrics")],
            ["node-exporter.node-exporter:9100", read("node-exporter")],
            [
                "blackbox-exporter.observability:9115",
                "Faire vérifier les parcours des utilisateurs, et relever les métriques du service blackbox-exporter",
            ],
            ["mariadb.database:9104", read("mariadb")],
            ["log-collector.observability:8889", read("log-collector")],
            ["grafana.observability:3000", read("grafana")],
            [
                "apiServer",
                "Relever les métriques de l’API du cluster, et savoir quels nœuds et quels agents il y a",
            ],
            [
                "kubelets 10.40.0.0/18",
                "Relever les métriques des nœuds, de leurs conteneurs et de leurs disques",
            ],
        ]);
    });
});
