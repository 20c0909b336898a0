/** A port of a workload, as others reach it. */
export interface Endpoint {
    readonly namespace: string;
    readonly workload: string;
    readonly port: number;

    /** The one replica, by its ordinal, of a workload with storage. Defaults to any. */
    readonly replica?: number;

    /** Service that leads there. Defaults to the workload's own. */
    readonly service?: string;
}

/** A server outside the cluster. */
export interface OutsideHost {
    /** Name in full. */
    readonly host: string;
    readonly port: number;
}

/** A part of the cluster that is no pod: its API server, or the kubelet of each node. */
export type ClusterPart =
    | { readonly part: "apiServer" }
    | {
          readonly part: "kubelets";
          /** The subnet of the nodes, as CIDR: the mesh knows them by their addresses. */
          readonly nodes: string;
      };

/** What a workload connects to. */
export interface Connection {
    readonly to: Endpoint | OutsideHost | ClusterPart;

    /** Why, in French: docs/flux.md shows it. */
    readonly purpose: string;
}

/** A connection that the platform needs; every other one is refused. */
export interface Flow extends Connection {
    readonly from: { readonly namespace: string; readonly workload: string };
}

/** Pods of one kind, be they the platform's or an add-on's. */
export interface Pods {
    /** What policies call them. */
    readonly name: string;
    readonly namespace: string;
    readonly labels: Readonly<Record<string, string>>;

    /** The service account that they run under, by which the mesh knows them. */
    readonly account: string;
}

/** Label that selects a workload's pods; Workload puts it on them. */
export const WORKLOAD_LABEL = "app.kubernetes.io/name";

/** Annotation of every policy that lets connections pass: why it does, in French. */
export const PURPOSE = "audioprothese/purpose";

/** Label that Kubernetes puts on every namespace, with its name. */
export const NAMESPACE_LABEL = "kubernetes.io/metadata.name";

export const isOutside = (to: Connection["to"]): to is OutsideHost => "host" in to;

export const isClusterPart = (to: Connection["to"]): to is ClusterPart => "part" in to;

/** Name of a workload's service in full, so that no search domain is needed to resolve it. */
export function serviceOf({
    namespace,
    workload,
    service = workload,
}: Pick<Endpoint, "namespace" | "workload" | "service">): string {
    return `${service}.${namespace}.svc.cluster.local`;
}

/** Name in full of what a connection leads to: a host outside, a service, or one replica of it. */
export function hostOf(to: Endpoint | OutsideHost): string {
    if (isOutside(to)) {
        return to.host;
    }
    const replica = to.replica === undefined ? "" : `${to.workload}-${to.replica.toString()}.`;
    return `${replica}${serviceOf(to)}`;
}

/** The pods of a workload. */
export const podsOf = ({ namespace, workload }: Pick<Endpoint, "namespace" | "workload">): Pods => ({
    name: workload,
    namespace,
    labels: { [WORKLOAD_LABEL]: workload },
    account: workload,
});

/** Pods as a policy of any namespace refers to them. */
const peer = ({ namespace, labels }: Pick<Pods, "namespace" | "labels">) => ({
    namespaceSelector: { matchLabels: { [NAMESPACE_LABEL]: namespace } },
    podSelector: { matchLabels: labels },
});

/** Name of what lets these pods connect to an endpoint. */
export const admissionName = (from: Pods, to: Endpoint) =>
    `${to.workload}-${to.port.toString()}-from-${from.name}`;

/** Lets the provider of an endpoint accept connections of these pods. */
export function admission(from: Pods, to: Endpoint, purpose: string) {
    return {
        metadata: {
            name: admissionName(from, to),
            namespace: to.namespace,
            annotations: { [PURPOSE]: purpose },
        },
        spec: {
            podSelector: { matchLabels: podsOf(to).labels },
            policyTypes: ["Ingress"],
            ingress: [{ from: [peer(from)], ports: [{ protocol: "TCP", port: to.port }] }],
        },
    };
}

/** Lets a workload open connections to another's port. */
export function departure(from: Flow["from"], to: Endpoint, purpose: string) {
    return {
        metadata: {
            name: `${from.workload}-to-${to.workload}-${to.port.toString()}`,
            namespace: from.namespace,
            annotations: { [PURPOSE]: purpose },
        },
        spec: {
            podSelector: { matchLabels: podsOf(from).labels },
            policyTypes: ["Egress"],
            egress: [{ to: [peer(podsOf(to))], ports: [{ protocol: "TCP", port: to.port }] }],
        },
    };
}

/**
 * Lets a workload reach a host outside by its name, whatever addresses that has: Cilium learns them from the answers of
 * the cluster's DNS, which it therefore has to see.
 */
export function departureOutside(from: Flow["from"], to: OutsideHost, purpose: string) {
    const port = (number: number, protocol: string) => ({ port: number.toString(), protocol });
    return {
        apiVersion: "cilium.io/v2",
        kind: "CiliumNetworkPolicy",
        metadata: {
            name: `${from.workload}-to-${to.host}-${to.port.toString()}`,
            namespace: from.namespace,
            annotations: { [PURPOSE]: purpose },
        },
        spec: {
            endpointSelector: { matchLabels: podsOf(from).labels },
            egress: [
                {
                    toEndpoints: [
                        {
                            matchLabels: {
                                "k8s:io.kubernetes.pod.namespace": "kube-system",
                                "k8s:k8s-app": "kube-dns",
                            },
                        },
                    ],
                    toPorts: [{ ports: [port(53, "ANY")], rules: { dns: [{ matchName: to.host }] } }],
                },
                { toFQDNs: [{ matchName: to.host }], toPorts: [{ ports: [port(to.port, "TCP")] }] },
            ],
        },
    };
}

/** The entities by which Cilium knows the parts of the cluster, and their ports. */
export const CLUSTER_PARTS = {
    // The service's, and behind it those that the security group of its subnet lets in.
    apiServer: { name: "kube-apiserver", entities: ["kube-apiserver"], ports: [443, 4443] },
    // That of the pod's own node, and those of the others.
    kubelets: { name: "kubelets", entities: ["host", "remote-node"], ports: [10250] },
} as const;

/** Lets a workload reach a part of the cluster. Its other end is not the platform's: there Kubernetes' own rights decide. */
export function departureToPart(from: Flow["from"], { part }: ClusterPart, purpose: string) {
    const { name, entities, ports } = CLUSTER_PARTS[part];
    return {
        apiVersion: "cilium.io/v2",
        kind: "CiliumNetworkPolicy",
        metadata: {
            name: `${from.workload}-to-${name}`,
            namespace: from.namespace,
            annotations: { [PURPOSE]: purpose },
        },
        spec: {
            endpointSelector: { matchLabels: podsOf(from).labels },
            egress: [
                {
                    toEntities: [...entities],
                    toPorts: [{ ports: ports.map((port) => ({ port: port.toString(), protocol: "TCP" })) }],
                },
            ],
        },
    };
}

/** The control plane of the mesh, which every sidecar asks for its certificate and its settings. */
const MESH_CONTROL = { namespace: "aks-istio-system", labels: { app: "istiod" }, port: 15012 };

/** What every namespace starts from: no connection in or out, name resolution and the mesh's control plane apart. */
export function namespacePolicies(namespace: string) {
    const everyPod = (name: string, purpose: string, egress: readonly object[]) => ({
        metadata: { name, namespace, annotations: { [PURPOSE]: purpose } },
        spec: { podSelector: {}, policyTypes: ["Egress"], egress: [...egress] },
    });
    return {
        defaultDeny: {
            metadata: { name: "default-deny", namespace },
            spec: { podSelector: {}, policyTypes: ["Ingress", "Egress"] },
        },
        dns: everyPod("dns", "Résoudre les noms", [
            {
                to: [peer({ namespace: "kube-system", labels: { "k8s-app": "kube-dns" } })],
                ports: [
                    { protocol: "UDP", port: 53 },
                    { protocol: "TCP", port: 53 },
                ],
            },
        ]),
        mesh: everyPod("mesh", "Recevoir du maillage son certificat et ses réglages", [
            { to: [peer(MESH_CONTROL)], ports: [{ protocol: "TCP", port: MESH_CONTROL.port }] },
        ]),
    };
}
