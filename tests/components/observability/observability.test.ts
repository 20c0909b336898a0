import * as assert from "node:assert/strict";
import { imageNames, type Images } from "../../../components/images";
import { Observability } from "../../../components/observability/observability";
import { all, only, settled, startRecording } from "../../support/recorder";

/** The part of an object that the tests read. */
interface KubernetesObject {
    readonly metadata: {
        readonly name: string;
        readonly annotations?: Readonly<Record<string, string>>;
        readonly labels?: Readonly<Record<string, string>>;
    };
}

const images = Object.fromEntries(imageNames.map((name) => [name, `r/${name}@sha256:0`])) as Images;

describe("Observability", () => {
    beforeEach(async () => {
        await startRecording();
        new Observability("observability", {
            images,
            targets: { mariadb: { namespace: "database", workload: "mariadb", port: 9104 } },
            probes: {
                backend: {
                    endpoint: { namespace: "openmrs", workload: "openmrs-backend", port: 8080 },
                    path: "/alive",
                },
            },
            retentionDays: 15,
            compute: { cpu: "1", memory: "1Gi" },
            storage: { sizeGiB: 20, storageClass: "zrs", protect: false },
            meshRevision: "asm-1-30",
        });
        await settled();
    });

    it("scrapes what it is told to, and asks for health pages through the blackbox exporter", () => {
        const data = only("kubernetes:core/v1:ConfigMap", "prometheus-config").inputs.data;
        assert.deepEqual(JSON.parse((data as { "prometheus.yml": string })["prometheus.yml"]), {
            global: { scrape_interval: "30s", scrape_timeout: "10s", evaluation_interval: "30s" },
            scrape_configs: [
                { job_name: "prometheus", static_configs: [{ targets: ["localhost:9090"] }] },
                {
                    job_name: "mariadb",
                    dns_sd_configs: [
                        { names: ["mariadb.database.svc.cluster.local"], type: "A", port: 9104 },
                    ],
                },
                {
                    job_name: "backend",
                    metrics_path: "/probe",
                    params: { module: ["http_2xx"] },
                    static_configs: [
                        { targets: ["http://openmrs-backend.openmrs.svc.cluster.local:8080/alive"] },
                    ],
                    relabel_configs: [
                        { source_labels: ["__address__"], target_label: "__param_target" },
                        { source_labels: ["__param_target"], target_label: "instance" },
                        {
                            target_label: "__address__",
                            replacement: "blackbox-exporter.observability.svc.cluster.local:9115",
                        },
                    ],
                },
            ],
        });
    });

    it("keeps metrics for as long as it is told, and as its disk can hold them", () => {
        const { spec } = only("kubernetes:apps/v1:StatefulSet", "prometheus").inputs;
        const [container] = (spec as { template: { spec: { containers: { args: string[] }[] } } }).template
            .spec.containers;
        assert.deepEqual(container?.args, [
            "--config.file=/etc/prometheus/prometheus.yml",
            "--storage.tsdb.path=/prometheus",
            "--storage.tsdb.retention.time=15d",
            "--storage.tsdb.retention.size=16GB",
        ]);
    });

    it("declares a flow for each target and each probe, and says why", () => {
        const purposes = all("kubernetes:networking.k8s.io/v1:NetworkPolicy")
            .map(({ inputs }) => (inputs as unknown as KubernetesObject).metadata)
            .filter(({ name }) => name.includes("-to-"))
            .map(({ name, annotations }) => [name, annotations?.["audioprothese/purpose"]] as const);
        assert.deepEqual(Object.fromEntries(purposes), {
            "blackbox-exporter-to-openmrs-backend-8080": "Vérifier que le service openmrs-backend répond",
            "prometheus-to-blackbox-exporter-9115":
                "Faire vérifier que les services sans métriques répondent",
            "prometheus-to-mariadb-9104": "Relever les métriques du service mariadb",
        });
    });

    it("has a namespace of the mesh with room for its workloads", () => {
        const { inputs } = only("kubernetes:core/v1:Namespace");
        assert.equal((inputs as unknown as KubernetesObject).metadata.labels?.["istio.io/rev"], "asm-1-30");
        const { hard } = only("kubernetes:core/v1:ResourceQuota").inputs.spec as {
            hard: Record<string, string>;
        };
        // Of the two, Prometheus alone keeps data.
        assert.deepEqual([hard["requests.storage"], hard.persistentvolumeclaims], ["20Gi", "1"]);
        const limits = only("kubernetes:core/v1:LimitRange").inputs.spec as {
            limits: { type: string; max?: Record<string, string> }[];
        };
        // What Prometheus and the mesh's sidecar take together.
        assert.deepEqual(limits.limits.find(({ type }) => type === "Pod")?.max, {
            cpu: "1100m",
            memory: "1152Mi",
        });
    });
});
