import {
    admissionName,
    CLUSTER_PARTS,
    type ClusterPart,
    type Connection,
    type Endpoint,
    type Flow,
    hostOf,
    isClusterPart,
    isOutside,
    type OutsideHost,
    type Pods,
    podsOf,
    serviceOf,
} from "./flows";

const SECURITY = "security.istio.io/v1";
const NETWORKING = "networking.istio.io/v1";

/** Label by which a namespace's pods get the mesh's sidecar, of one revision of the add-on. */
export const REVISION_LABEL = "istio.io/rev";

/** What every namespace of the mesh starts from: mutual TLS always, and nobody may call anybody. */
export function namespaceMesh(namespace: string) {
    return {
        mutualTls: {
            apiVersion: SECURITY,
            kind: "PeerAuthentication",
            metadata: { name: "default", namespace },
            spec: { mtls: { mode: "STRICT" } },
        },
        denyAll: {
            apiVersion: SECURITY,
            kind: "AuthorizationPolicy",
            metadata: { name: "default-deny", namespace },
            spec: {},
        },
    };
}

/** Lets these pods, known by the certificate of their account, call an endpoint. */
export function authorization(from: Pods, to: Endpoint) {
    return {
        apiVersion: SECURITY,
        kind: "AuthorizationPolicy",
        metadata: { name: admissionName(from, to), namespace: to.namespace },
        spec: {
            selector: { matchLabels: podsOf(to).labels },
            action: "ALLOW",
            rules: [
                {
                    from: [
                        { source: { principals: [`cluster.local/ns/${from.namespace}/sa/${from.account}`] } },
                    ],
                    to: [{ operation: { ports: [to.port.toString()] } }],
                },
            ],
        },
    };
}

/** All that a workload's sidecar knows of the world: what the workload connects to. Every other connection ends there. */
export function knownHosts(from: Flow["from"], connections: readonly Connection[]) {
    const hosts = connections.map(({ to }) => knownHost(to));
    return {
        apiVersion: NETWORKING,
        kind: "Sidecar",
        metadata: { name: from.workload, namespace: from.namespace },
        spec: {
            workloadSelector: { labels: podsOf(from).labels },
            outboundTrafficPolicy: { mode: "REGISTRY_ONLY" },
            // "~" stands for no namespace.
            egress: [{ hosts: hosts.length === 0 ? ["~/*"] : [...new Set(hosts)] }],
        },
    };
}

/** Name by which the sidecars know the kubelets, which clients call by their addresses. */
const KUBELETS = "kubelets.internal";

/** Namespace and name of what a connection leads to, as a sidecar is told. */
function knownHost(to: Connection["to"]): string {
    if (isClusterPart(to)) {
        return to.part === "kubelets" ? `./${KUBELETS}` : "default/kubernetes.default.svc.cluster.local";
    }
    return isOutside(to) ? `./${hostOf(to)}` : `${to.namespace}/${serviceOf(to)}`;
}

/** Makes the kubelets known to the sidecars of a workload's namespace: one port of every address of the nodes. */
export function kubeletService(from: Flow["from"], { nodes }: ClusterPart & { readonly part: "kubelets" }) {
    const [number] = CLUSTER_PARTS.kubelets.ports;
    return {
        apiVersion: NETWORKING,
        kind: "ServiceEntry",
        metadata: { name: `${from.workload}-to-kubelets`, namespace: from.namespace },
        spec: {
            hosts: [KUBELETS],
            addresses: [nodes],
            location: "MESH_EXTERNAL",
            ports: [{ number, name: "tcp", protocol: "TCP" }],
            // The address that the client chose, if it is one of these.
            resolution: "NONE",
            exportTo: ["."],
        },
    };
}

/** The port of HTTPS, whose handshake names the host; other protocols begin before TLS, and the mesh knows their port alone. */
export const NAMED_IN_HANDSHAKE = 443;

/** Makes a host outside known to the sidecars of a workload's namespace. */
export function outsideService(from: Flow["from"], { host, port }: OutsideHost) {
    const protocol = port === NAMED_IN_HANDSHAKE ? "TLS" : "TCP";
    return {
        apiVersion: NETWORKING,
        kind: "ServiceEntry",
        metadata: { name: `${from.workload}-to-${host}-${port.toString()}`, namespace: from.namespace },
        spec: {
            hosts: [host],
            location: "MESH_EXTERNAL",
            ports: [{ number: port, name: protocol.toLowerCase(), protocol }],
            resolution: "DNS",
            exportTo: ["."],
        },
    };
}
