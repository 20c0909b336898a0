import type { Connection, Endpoint } from "../../kubernetes/flows";
import type { ApiRights } from "../../kubernetes/api-rights";
import type { Compute } from "../../kubernetes/pod";
import type { Storage, WorkloadArgs } from "../../kubernetes/workload-args";
import { type Job, JOBS, jobsOf, type Targets } from "./jobs";
import { NOBODY } from "../../kubernetes/nobody";
import type { ProbedService } from "./probes";
import { prometheusConfig, RULES } from "./prometheus-config";

const NAME = "prometheus";
const PORT = 9090;

/** Where its replicas answer questions. */
export const prometheusEndpoint = (namespace: string): Endpoint => ({
    namespace,
    workload: NAME,
    port: PORT,
});

export interface PrometheusArgs {
    readonly namespace: string;
    readonly image: string;

    /** The cluster's name, which every alert carries. */
    readonly cluster: string;

    /** Range of the nodes' addresses, as CIDR. */
    readonly nodes: string;

    readonly targets: Targets;

    /** What the blackbox exporter asks. */
    readonly probes: readonly ProbedService[];

    /** Text of each file of rules, by its name. */
    readonly rules: Readonly<Record<string, string>>;

    /** Days that metrics are kept. */
    readonly retentionDays: number;

    /** Of each replica. */
    readonly compute: Compute;
    readonly storage: Storage;
}

/** Share of the disk that metrics may take; before that is exceeded the oldest go. */
const DISK_SHARE = 0.8;

const check = (path: string) => ({ httpGet: { path, port: "http" } });

const LOOKED_UP = ["get", "list", "watch"];

/** Which nodes there are, their metrics, and which pods a workload has on them. */
const rightsFor = (jobs: readonly (readonly [Job, Endpoint])[]): ApiRights => ({
    cluster: [
        { apiGroups: [""], resources: ["nodes"], verbs: LOOKED_UP },
        { apiGroups: [""], resources: ["nodes/metrics"], verbs: ["get"] },
        { nonResourceURLs: ["/metrics"], verbs: ["get"] },
    ],
    namespaces: Object.fromEntries(
        jobs
            .filter(([job]) => JOBS[job].everyNode)
            .map(([, { namespace }]) => [
                namespace,
                [{ apiGroups: [""], resources: ["pods"], verbs: LOOKED_UP }],
            ]),
    ),
});

const connectionsTo = (jobs: readonly (readonly [Job, Endpoint])[], nodes: string): readonly Connection[] => [
    ...jobs.flatMap(([job, to]): readonly Connection[] => {
        const { otherPort, purpose = `Relever les métriques du service ${to.workload}` } = JOBS[job];
        return [
            { to, purpose },
            ...(otherPort === undefined ? [] : [{ to: { ...to, port: otherPort }, purpose }]),
        ];
    }),
    {
        to: { part: "apiServer" },
        purpose: "Relever les métriques de l’API du cluster, et savoir quels nœuds et quels agents il y a",
    },
    {
        to: { part: "kubelets", nodes },
        purpose: "Relever les métriques des nœuds, de leurs conteneurs et de leurs disques",
    },
];

/** Collects the metrics of the platform, keeps them and watches over them: twice, each for itself. */
export function prometheus(args: PrometheusArgs): WorkloadArgs {
    const { namespace, image, cluster, nodes, probes, rules, retentionDays, compute, storage } = args;
    const targets = { ...args.targets, prometheus: prometheusEndpoint(namespace) };
    const jobs = jobsOf(targets);
    const ruleFiles = Object.keys(rules);
    return {
        name: NAME,
        namespace,
        replicas: 2,
        user: NOBODY,
        storage,
        shutdownSeconds: 120,
        // Past the startup probe's own ten minutes.
        startupMinutes: 15,
        apiRights: rightsFor(jobs),
        connectsTo: connectionsTo(jobs, nodes),
        volumes: {
            config: {
                kind: "files",
                files: { "prometheus.yml": prometheusConfig({ cluster, targets, probes, ruleFiles }) },
            },
            rules: { kind: "files", files: rules },
        },
        containers: {
            prometheus: {
                image,
                args: [
                    "--config.file=/etc/prometheus/prometheus.yml",
                    "--storage.tsdb.path=/prometheus",
                    `--storage.tsdb.retention.time=${retentionDays.toString()}d`,
                    // A full disk would stop it; what is written last, and merged, comes on top.
                    `--storage.tsdb.retention.size=${Math.floor(storage.sizeGiB * DISK_SHARE).toString()}GB`,
                    // From a slow request to its trace.
                    "--enable-feature=exemplar-storage",
                ],
                fieldEnv: { POD_NAME: "metadata.name" },
                compute,
                ports: { http: PORT },
                mounts: {
                    "/prometheus": "data",
                    "/etc/prometheus/prometheus.yml": "config/prometheus.yml",
                    [RULES]: "rules",
                },
                // Replaying the write-ahead log takes minutes.
                startup: { ...check("/-/ready"), periodSeconds: 10, failureThreshold: 60 },
                readiness: check("/-/ready"),
                liveness: check("/-/healthy"),
            },
        },
    };
}
