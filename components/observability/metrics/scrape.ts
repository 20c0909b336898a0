import { type Endpoint, hostOf, WORKLOAD_LABEL } from "../../kubernetes/flows";
import { type Job, JOBS, type JobTraits, jobsOf } from "./jobs";
import { DERIVED, KEEPING, labelled, nodeFrom, type Relabelling } from "./relabel";

/** Where Kubernetes puts what a pod asks its API with. */
const ACCOUNT = "/var/run/secrets/kubernetes.io/serviceaccount";

/** A part of prometheus.yml that says where a job's targets are, and what becomes of their series. */
export interface ScrapeConfig {
    readonly job_name: string;
    readonly relabel_configs: readonly Relabelling[];
    readonly [key: string]: unknown;
}

export const addressOf = (endpoint: Endpoint) => `${hostOf(endpoint)}:${endpoint.port.toString()}`;

/** The name of a headless service: each replica is a target. */
export const replicasBehind = (endpoint: Endpoint, port = endpoint.port) => ({
    names: [hostOf(endpoint)],
    type: "A",
    port,
});

/** Pods of a workload that runs on every node; a pod that does not answer stays a target. */
function podsBehind({ namespace, workload, port }: Endpoint) {
    return {
        discovery: {
            kubernetes_sd_configs: [
                {
                    role: "pod",
                    namespaces: { names: [namespace] },
                    selectors: [{ role: "pod", label: `${WORKLOAD_LABEL}=${workload}` }],
                },
            ],
        },
        relabelling: [
            // The mesh's sidecar has ports too.
            {
                source_labels: ["__meta_kubernetes_pod_container_port_number"],
                regex: port.toString(),
                action: "keep",
            },
            { source_labels: ["__meta_kubernetes_pod_phase"], regex: "Pending|Running", action: "keep" },
            ...nodeFrom("__meta_kubernetes_pod_node_name"),
        ] satisfies readonly Relabelling[],
    };
}

function serviceJob(job: Job, endpoint: Endpoint): ScrapeConfig {
    const { everyNode, about, otherPort, tls, drops }: JobTraits = JOBS[job];
    const { namespace, workload } = endpoint;
    const pods = everyNode && podsBehind(endpoint);
    return {
        job_name: job,
        ...(about === "others" && { honor_labels: true }),
        ...(tls && {
            scheme: "https",
            // Its name is known in the private network alone, and may be vouched for by an authority of that network. The
            // mesh has made sure of the pod already.
            tls_config: { insecure_skip_verify: true },
        }),
        ...(pods
            ? pods.discovery
            : {
                  dns_sd_configs: [
                      replicasBehind(endpoint),
                      ...(otherPort === undefined ? [] : [replicasBehind(endpoint, otherPort)]),
                  ],
              }),
        relabel_configs: [...(pods ? pods.relabelling : []), ...labelled({ namespace, workload })],
        ...(about === "derived" && { metric_relabel_configs: DERIVED }),
        ...(drops !== undefined && {
            metric_relabel_configs: [
                { source_labels: ["__name__"], regex: `${drops}.*`, action: "drop" } as const,
            ],
        }),
    };
}

/** What the API server and the kubelets, whose certificates the cluster's authority signs, are asked with. */
const ASKED_BY_TOKEN = {
    scheme: "https",
    authorization: { credentials_file: `${ACCOUNT}/token` },
    tls_config: { ca_file: `${ACCOUNT}/ca.crt` },
};

/** Each kubelet, whose instance is its node's name, under one of its paths. */
const kubeletJob = (job: "kubelet" | "cadvisor", path: string): ScrapeConfig => ({
    job_name: job,
    ...ASKED_BY_TOKEN,
    metrics_path: path,
    // Node, namespace and pod are those that the series are about.
    honor_labels: true,
    kubernetes_sd_configs: [{ role: "node" }],
    relabel_configs: nodeFrom("__meta_kubernetes_node_name"),
    metric_relabel_configs: KEEPING[job],
});

const CLUSTER_JOBS: readonly ScrapeConfig[] = [
    kubeletJob("kubelet", "/metrics"),
    kubeletJob("cadvisor", "/metrics/cadvisor"),
    {
        job_name: "apiserver",
        ...ASKED_BY_TOKEN,
        static_configs: [{ targets: ["kubernetes.default.svc:443"] }],
        relabel_configs: [],
        metric_relabel_configs: KEEPING.apiserver,
        // Before what is not kept is dropped.
        body_size_limit: "128MB",
    },
];

/** All jobs that read metrics where they are: of the platform's services, and of the cluster itself. */
export const scrapeJobs = (targets: Readonly<Partial<Record<Job, Endpoint>>>): readonly ScrapeConfig[] => [
    ...jobsOf(targets).map(([job, endpoint]) => serviceJob(job, endpoint)),
    ...CLUSTER_JOBS,
];
