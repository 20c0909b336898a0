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

/** Label that selects a workload's pods; Workload puts it on them. */
export const WORKLOAD_LABEL = "app.kubernetes.io/name";

/** Label that Kubernetes puts on every namespace, with its name. */
const NAMESPACE_LABEL = "kubernetes.io/metadata.name";

/** Name of an endpoint's service in full, so that no search domain is needed to resolve it. */
export function hostOf(endpoint: Pick<Endpoint, "namespace" | "workload">): string {
    return `${endpoint.workload}.${endpoint.namespace}.svc.cluster.local`;
}

/** Both ends of a flow: the consumer may open the connection, and the provider may accept it. */
export function policiesOf({ from, to }: Flow) {
    const pods = (workload: string) => ({ matchLabels: { [WORKLOAD_LABEL]: workload } });
    const peer = (end: { readonly namespace: string; readonly workload: string }) => ({
        namespaceSelector: { matchLabels: { [NAMESPACE_LABEL]: end.namespace } },
        podSelector: pods(end.workload),
    });
    const ports = [{ protocol: "TCP", port: to.port }];
    return {
        egress: {
            metadata: {
                name: `${from.workload}-to-${to.workload}-${to.port.toString()}`,
                namespace: from.namespace,
            },
            spec: {
                podSelector: pods(from.workload),
                policyTypes: ["Egress"],
                egress: [{ to: [peer(to)], ports }],
            },
        },
        ingress: {
            metadata: {
                name: `${to.workload}-${to.port.toString()}-from-${from.workload}`,
                namespace: to.namespace,
            },
            spec: {
                podSelector: pods(to.workload),
                policyTypes: ["Ingress"],
                ingress: [{ from: [peer(from)], ports }],
            },
        },
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
                        to: [
                            {
                                namespaceSelector: { matchLabels: { [NAMESPACE_LABEL]: "kube-system" } },
                                podSelector: { matchLabels: { "k8s-app": "kube-dns" } },
                            },
                        ],
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
