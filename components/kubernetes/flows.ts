/** A port of a workload, as others reach it. */
export interface Endpoint {
    readonly namespace: string;
    readonly workload: string;
    readonly port: number;
}

/** A connection that the platform needs; every other one is refused. */
export interface Flow {
    readonly from: { readonly namespace: string; readonly workload: string };
    readonly to: Endpoint;
}

/** Pods of one kind, be they the platform's or an add-on's. */
export interface Pods {
    /** What network policies call them. */
    readonly name: string;
    readonly namespace: string;
    readonly labels: Readonly<Record<string, string>>;
}

/** Label that selects a workload's pods; Workload puts it on them. */
export const WORKLOAD_LABEL = "app.kubernetes.io/name";

/** Label that Kubernetes puts on every namespace, with its name. */
const NAMESPACE_LABEL = "kubernetes.io/metadata.name";

/** Name of an endpoint's service in full, so that no search domain is needed to resolve it. */
export function hostOf(endpoint: Pick<Endpoint, "namespace" | "workload">): string {
    return `${endpoint.workload}.${endpoint.namespace}.svc.cluster.local`;
}

const podsOf = ({ namespace, workload }: Pick<Endpoint, "namespace" | "workload">): Pods => ({
    name: workload,
    namespace,
    labels: { [WORKLOAD_LABEL]: workload },
});

/** Pods as a policy of any namespace refers to them. */
const peer = ({ namespace, labels }: Omit<Pods, "name">) => ({
    namespaceSelector: { matchLabels: { [NAMESPACE_LABEL]: namespace } },
    podSelector: { matchLabels: labels },
});

/** Lets the provider of an endpoint accept connections of these pods. */
export function admission(from: Pods, to: Endpoint) {
    return {
        metadata: {
            name: `${to.workload}-${to.port.toString()}-from-${from.name}`,
            namespace: to.namespace,
        },
        spec: {
            podSelector: { matchLabels: podsOf(to).labels },
            policyTypes: ["Ingress"],
            ingress: [{ from: [peer(from)], ports: [{ protocol: "TCP", port: to.port }] }],
        },
    };
}

/** Both ends of a flow: the consumer may open the connection, and the provider may accept it. */
export function policiesOf({ from, to }: Flow) {
    const consumer = podsOf(from);
    return {
        egress: {
            metadata: {
                name: `${from.workload}-to-${to.workload}-${to.port.toString()}`,
                namespace: from.namespace,
            },
            spec: {
                podSelector: { matchLabels: consumer.labels },
                policyTypes: ["Egress"],
                egress: [{ to: [peer(podsOf(to))], ports: [{ protocol: "TCP", port: to.port }] }],
            },
        },
        ingress: admission(consumer, to),
    };
}

/** What every namespace starts from: no connection in or out, name resolution apart. */
export function namespacePolicies(namespace: string) {
    return {
        defaultDeny: {
            metadata: { name: "default-deny", namespace },
            spec: { podSelector: {}, policyTypes: ["Ingress", "Egress"] },
        },
        dns: {
            metadata: { name: "dns", namespace },
            spec: {
                podSelector: {},
                policyTypes: ["Egress"],
                egress: [
                    {
                        to: [peer({ namespace: "kube-system", labels: { "k8s-app": "kube-dns" } })],
                        ports: [
                            { protocol: "UDP", port: 53 },
                            { protocol: "TCP", port: 53 },
                        ],
                    },
                ],
            },
        },
    };
}
