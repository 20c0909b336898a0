import * as pulumi from "@pulumi/pulumi";
import type { Images } from "../images";
import type { Endpoint } from "../kubernetes/flows";
import { Namespace } from "../kubernetes/namespace";
import type { Compute } from "../kubernetes/pod";
import { type Storage, Workload } from "../kubernetes/workload";
import { BLACKBOX_CONFIG, type HealthProbe, prometheusConfig } from "./prometheus-config";

/** User and group "nobody" of the Prometheus project's images. */
const NOBODY = 65534;

export interface ObservabilityArgs {
    readonly images: Images;

    /** Metrics of each job. */
    readonly targets: Readonly<Record<string, Endpoint>>;

    /** Health pages of services that have no metrics, by job. */
    readonly probes: Readonly<Record<string, HealthProbe>>;

    /** Days that metrics are kept. */
    readonly retentionDays: number;

    /** Of Prometheus. */
    readonly compute: Compute;
    readonly storage: Storage;
}

/** Prometheus, and the blackbox exporter that asks for health pages on its behalf. */
export class Observability extends pulumi.ComponentResource {
    /** Prometheus' own port. */
    public readonly prometheus: Endpoint;

    constructor(name: string, args: ObservabilityArgs, opts?: pulumi.ComponentResourceOptions) {
        super("audioprothese:observability:Observability", name, {}, opts);
        const { images } = args;

        const home = new Namespace(name, { parent: this });
        const common = {
            namespace: home.namespace,
            replicas: 1,
            user: { uid: NOBODY, gid: NOBODY, fsGroup: NOBODY },
        };
        const inNamespace = { parent: this, dependsOn: home };
        const check = (path: string) => ({ httpGet: { path, port: "http" } });

        const blackbox = new Workload(
            "blackbox-exporter",
            {
                ...common,
                connectsTo: Object.values(args.probes).map(({ endpoint }) => endpoint),
                volumes: { config: { kind: "files", files: { "blackbox.yml": BLACKBOX_CONFIG } } },
                containers: {
                    blackbox: {
                        image: images.blackboxExporter,
                        args: ["--config.file=/etc/blackbox/blackbox.yml"],
                        compute: { cpu: "50m", memory: "64Mi" },
                        ports: { http: 9115 },
                        mounts: { "/etc/blackbox": "config" },
                        readiness: check("/-/healthy"),
                        liveness: check("/-/healthy"),
                    },
                },
            },
            inNamespace,
        );
        const prometheus = new Workload(
            "prometheus",
            {
                ...common,
                storage: args.storage,
                shutdownSeconds: 120,
                connectsTo: [...Object.values(args.targets), blackbox.endpoint("http")],
                volumes: {
                    config: {
                        kind: "files",
                        files: {
                            "prometheus.yml": prometheusConfig({
                                targets: args.targets,
                                probes: args.probes,
                                blackbox: blackbox.endpoint("http"),
                            }),
                        },
                    },
                },
                containers: {
                    prometheus: {
                        image: images.prometheus,
                        args: [
                            "--config.file=/etc/prometheus/prometheus.yml",
                            "--storage.tsdb.path=/prometheus",
                            `--storage.tsdb.retention.time=${args.retentionDays.toString()}d`,
                        ],
                        compute: args.compute,
                        ports: { http: 9090 },
                        mounts: { "/prometheus": "data", "/etc/prometheus": "config" },
                        // Replaying the write-ahead log takes minutes.
                        startup: { ...check("/-/ready"), periodSeconds: 10, failureThreshold: 60 },
                        readiness: check("/-/ready"),
                        liveness: check("/-/healthy"),
                    },
                },
            },
            inNamespace,
        );

        this.prometheus = prometheus.endpoint("http");
        this.registerOutputs({ prometheus: this.prometheus });
    }
}
