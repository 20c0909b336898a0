import type { Api, KubernetesObject } from "../../sandbox/cluster/api";

/** A Deployment, a StatefulSet or a DaemonSet of the platform. */
export interface LiveWorkload extends KubernetesObject {
    readonly spec: {
        /** A DaemonSet has as many as there are nodes. */
        readonly replicas?: number;
        readonly selector: { readonly matchLabels: Readonly<Record<string, string>> };
        readonly template: { readonly spec: PodSpec };
    };
    readonly status: {
        readonly observedGeneration?: number;
        readonly readyReplicas?: number;
        readonly availableReplicas?: number;
        readonly updatedReplicas?: number;
        readonly desiredNumberScheduled?: number;
        readonly numberReady?: number;
        readonly numberAvailable?: number;
        readonly updatedNumberScheduled?: number;
    };
}

export interface PodSpec {
    readonly nodeName?: string;
    readonly serviceAccountName: string;
    readonly containers: readonly Container[];
    readonly [field: string]: unknown;
}

export interface Container {
    readonly name: string;
    readonly securityContext: object;
    readonly [field: string]: unknown;
}

export interface LivePod extends KubernetesObject {
    readonly spec: PodSpec;
}

/** What Pulumi made of the workloads, in all namespaces. */
export async function workloadsOf(api: Api): Promise<readonly LiveWorkload[]> {
    const lists = await Promise.all(
        ["deployments", "statefulsets", "daemonsets"].map((kind) =>
            api.list(`/apis/apps/v1/${kind}`, { labelSelector: "app.kubernetes.io/managed-by=pulumi" }),
        ),
    );
    return lists.flatMap(({ items }) => items as readonly LiveWorkload[]);
}

/** "openmrs/openmrs-gateway" for each workload that has not all its pods, as they are to be, available. */
export async function unreadyOf(api: Api): Promise<readonly string[]> {
    const nodes = (await api.list("/api/v1/nodes")).items.length;
    return (await workloadsOf(api)).filter((workload) => !isReady(workload, nodes)).map(nameOf);
}

function isReady({ metadata, spec, status }: LiveWorkload, nodes: number): boolean {
    const counted =
        spec.replicas === undefined
            ? [
                  status.desiredNumberScheduled,
                  status.numberReady,
                  status.numberAvailable,
                  status.updatedNumberScheduled,
              ]
            : [status.readyReplicas, status.availableReplicas, status.updatedReplicas];
    const { replicas = nodes } = spec;
    return (
        status.observedGeneration === metadata.generation && counted.every((count = 0) => count === replicas)
    );
}

/** The pods of a workload that are not about to go. */
export async function podsOf(api: Api, workload: LiveWorkload): Promise<readonly LivePod[]> {
    const selector = Object.entries(workload.spec.selector.matchLabels).map((label) => label.join("="));
    const { items } = await api.list(`/api/v1/namespaces/${workload.metadata.namespace ?? ""}/pods`, {
        labelSelector: selector.join(","),
    });
    return (items as readonly LivePod[]).filter(({ metadata }) => metadata.deletionTimestamp === undefined);
}

export function nameOf({ metadata }: KubernetesObject): string {
    return `${metadata.namespace ?? ""}/${metadata.name}`;
}
