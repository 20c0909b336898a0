import { MESH_INGRESS } from "../../components/edge/mesh-entry";
import { REVISION_LABEL } from "../../components/kubernetes/mesh";
import { AUTHORIZATION, NETWORK_POLICY } from "../../architecture/flows";
import { type Graph, type Properties, type Resource, valueAt } from "../../architecture/graph";
import type { Pod, Port } from "./matcher";
import { type Member, meshOf } from "./mesh";

/** A pod as the network and the mesh see it, with the ports that it offers. */
export interface DeployedPod extends Pod, Member {
    readonly ports: readonly number[];
}

const RUNNERS = [
    "kubernetes:apps/v1:DaemonSet",
    "kubernetes:apps/v1:Deployment",
    "kubernetes:apps/v1:StatefulSet",
    "kubernetes:batch/v1:Job",
];

const metadataOf = ({ inputs }: Resource) => inputs.metadata as Readonly<Record<string, string>>;

const labelsOf = (value: unknown) => (value ?? {}) as Readonly<Record<string, string>>;

/** The platform's own namespaces, and which of them are in the mesh. */
function namespacesOf(graph: Graph): ReadonlyMap<string, boolean> {
    return new Map(
        graph
            .of("kubernetes:core/v1:Namespace")
            .map((resource) => [
                metadataOf(resource).name ?? "",
                valueAt(resource.inputs, "metadata", "labels", REVISION_LABEL) !== undefined,
            ]),
    );
}

/** One pod of each workload of the platform. */
export function workloadsOf(graph: Graph): readonly DeployedPod[] {
    const namespaces = namespacesOf(graph);
    return RUNNERS.flatMap((type) => graph.of(type)).map((resource) => {
        const { name = "", namespace = "" } = metadataOf(resource);
        const template = valueAt(resource.inputs, "spec", "template");
        const labels = labelsOf(valueAt(template, "metadata", "labels"));
        const inMesh = namespaces.get(namespace) === true && labels["sidecar.istio.io/inject"] !== "false";
        const containers = (valueAt(template, "spec", "containers") ?? []) as readonly Properties[];
        return {
            name: `${namespace}/${name}`,
            namespace,
            labels,
            account: inMesh ? String(valueAt(template, "spec", "serviceAccountName")) : undefined,
            ports: containers
                .flatMap(({ ports }) => (ports ?? []) as readonly { readonly containerPort: number }[])
                .map(({ containerPort }) => containerPort),
        };
    });
}

const addOn = (
    namespace: string,
    name: string,
    labels: Readonly<Record<string, string>>,
    account = name,
) => ({
    name: `${namespace}/${name}`,
    namespace,
    labels,
    account,
    ports: [],
});

/** The pods of add-ons that the platform's have to do with. */
const ADD_ONS: readonly DeployedPod[] = [
    { ...addOn("kube-system", "kube-dns", { "k8s-app": "kube-dns" }), account: undefined },
    { ...addOn("aks-istio-system", "istiod", { app: "istiod" }), account: undefined },
    addOn(MESH_INGRESS.namespace, "ingress", MESH_INGRESS.labels, MESH_INGRESS.account),
];

/** A pod that nobody foresaw, in each of the platform's namespaces, in those of the add-ons, and in the default one. */
function strangersOf(graph: Graph): readonly DeployedPod[] {
    const own = namespacesOf(graph);
    const addOns = ADD_ONS.map(({ namespace }) => namespace);
    return [...own.keys(), ...addOns, "default"].map((namespace) => ({
        name: `${namespace}/stranger`,
        namespace,
        labels: { app: "stranger" },
        account: own.get(namespace) === true ? "default" : undefined,
        ports: [],
    }));
}

/** Of the cluster's DNS and of the mesh's control plane; of every sidecar; and one that nobody offers. */
const OTHER_PORTS: readonly Port[] = [
    { protocol: "TCP", port: 53 },
    { protocol: "UDP", port: 53 },
    { protocol: "TCP", port: 15012 },
    { protocol: "TCP", port: 15020 },
    { protocol: "TCP", port: 6 },
];

/** A stack, as the simulators take it. */
export interface Deployment {
    readonly workloads: readonly DeployedPod[];
    readonly pods: readonly DeployedPod[];
    readonly ports: readonly Port[];
    /** Whether a namespace is the platform's. */
    readonly isOwn: (namespace: string) => boolean;
    readonly networkPolicies: readonly unknown[];
    readonly mesh: ReturnType<typeof meshOf>;
}

export function deploymentOf(graph: Graph): Deployment {
    const workloads = workloadsOf(graph);
    const own = namespacesOf(graph);
    const offered = new Set(workloads.flatMap(({ ports }) => ports));
    const policies = (type: string) =>
        graph.of(type).map((resource) => ({
            namespace: metadataOf(resource).namespace,
            spec: resource.inputs.spec,
        }));
    return {
        workloads,
        pods: [...workloads, ...ADD_ONS, ...strangersOf(graph)],
        ports: [...[...offered].map((port) => ({ protocol: "TCP" as const, port })), ...OTHER_PORTS],
        isOwn: (namespace) => own.has(namespace),
        networkPolicies: graph.of(NETWORK_POLICY).map(({ inputs }) => inputs),
        mesh: meshOf({
            authorizations: policies(AUTHORIZATION),
            authentications: policies("kubernetes:security.istio.io/v1:PeerAuthentication"),
        }),
    };
}
