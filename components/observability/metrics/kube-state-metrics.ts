import type { WorkloadArgs } from "../../kubernetes/workload-args";
import { KEPT } from "./kept";
import { NOBODY } from "../../kubernetes/nobody";

/** Port of what it tells of itself; the metrics of the cluster's objects are on another. */
export const TELEMETRY_PORT = 8081;

/** The kinds of objects that rules and dashboards speak of, by API group: no Secret and no ConfigMap. */
export const WATCHED = {
    "": ["namespaces", "nodes", "persistentvolumeclaims", "persistentvolumes", "pods", "resourcequotas"],
    apps: ["daemonsets", "deployments", "statefulsets"],
    autoscaling: ["horizontalpodautoscalers"],
    batch: ["cronjobs", "jobs"],
    policy: ["poddisruptionbudgets"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export const watchedOption = () => `--resources=${Object.values(WATCHED).flat().sort().join(",")}`;

/**
 * Of the 74 series that it has for a pod of one container beside the mesh's, 19 are of use; a thousand pods with all of them
 * would exceed what one scrape may bring. Each name is a regular expression.
 */
export const keptOption = () =>
    `--metric-allowlist=${KEPT["kube-state-metrics"].map((name) => `^${name}$`).join(",")}`;

export interface KubeStateMetricsArgs {
    readonly namespace: string;
    readonly image: string;
}

/** Tells in what state the cluster's objects are. */
export const kubeStateMetrics = ({ namespace, image }: KubeStateMetricsArgs): WorkloadArgs => ({
    name: "kube-state-metrics",
    namespace,
    replicas: 1,
    user: NOBODY,
    apiRights: {
        cluster: Object.entries(WATCHED).map(([group, resources]) => ({
            apiGroups: [group],
            resources: [...resources],
            verbs: ["list", "watch"],
        })),
    },
    connectsTo: [{ to: { part: "apiServer" }, purpose: "Suivre l’état des objets du cluster" }],
    containers: {
        "kube-state-metrics": {
            image,
            args: [watchedOption(), keptOption(), `--telemetry-port=${TELEMETRY_PORT.toString()}`],
            compute: { cpu: "100m", memory: "256Mi" },
            ports: { metrics: 8080, telemetry: TELEMETRY_PORT },
            readiness: { httpGet: { path: "/readyz", port: "telemetry" } },
            // Not /livez, which fails with the API server: a new process would fare no better.
            liveness: { httpGet: { path: "/healthz", port: "metrics" } },
        },
    },
});
