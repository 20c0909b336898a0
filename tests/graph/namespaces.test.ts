import { isDeepStrictEqual } from "node:util";
import { type Graph, type Resource, valueAt } from "../../architecture/graph";
import { changed, finds, holds, label, named, withAdded, withInputs, without } from "./recorded";

const NAMESPACE = "kubernetes:core/v1:Namespace";
const POLICY = "kubernetes:networking.k8s.io/v1:NetworkPolicy";
const PEERS = "kubernetes:security.istio.io/v1:PeerAuthentication";
const AUTHORIZATION = "kubernetes:security.istio.io/v1:AuthorizationPolicy";
const QUOTA = "kubernetes:core/v1:ResourceQuota";
const LIMITS = "kubernetes:core/v1:LimitRange";
const CLUSTER = "azure-native:containerservice:ManagedCluster";

const nameOf = ({ inputs }: Resource) => String(valueAt(inputs, "metadata", "name"));
const labelOf = ({ inputs }: Resource, label: string) => valueAt(inputs, "metadata", "labels", label);
const specOf = ({ inputs }: Resource) => inputs.spec;

const deniesAll = (spec: unknown) =>
    isDeepStrictEqual(valueAt(spec, "podSelector"), {}) &&
    isDeepStrictEqual(valueAt(spec, "policyTypes"), ["Ingress", "Egress"]) &&
    valueAt(spec, "ingress") === undefined &&
    valueAt(spec, "egress") === undefined;

/** What every namespace of the platform has: the type, what its spec says, and how a fault calls it. */
const GUARDS: readonly (readonly [string, (spec: unknown) => boolean, string])[] = [
    [POLICY, deniesAll, "default denial"],
    [PEERS, (spec) => isDeepStrictEqual(spec, { mtls: { mode: "STRICT" } }), "strict mutual TLS"],
    // An empty one allows nobody.
    [AUTHORIZATION, (spec) => isDeepStrictEqual(spec, {}), "denial by the mesh"],
    [QUOTA, (spec) => valueAt(spec, "hard", "secrets") === "0", "quota without Secrets"],
    [LIMITS, (spec) => Array.isArray(valueAt(spec, "limits")), "limits"],
];

/** Where a pod reads its node, which the restricted standard refuses: docs/derogations.md. */
const PRIVILEGED = ["node-exporter"];

/** What a namespace lacks; the mesh's revision is the cluster's own. */
function openNamespaces(graph: Graph): readonly string[] {
    const revisions = graph
        .of(CLUSTER)
        .map(({ inputs }) => valueAt(inputs, "serviceMeshProfile", "istio", "revisions", 0));
    return graph.of(NAMESPACE).flatMap((namespace) => {
        const name = nameOf(namespace);
        const inside = (type: string) =>
            graph.of(type).filter(({ inputs }) => valueAt(inputs, "metadata", "namespace") === name);
        const missing = GUARDS.filter(
            ([type, holdsFor]) => !inside(type).some((guard) => holdsFor(specOf(guard))),
        ).map(([, , what]) => what);
        return [
            ...(labelOf(namespace, "pod-security.kubernetes.io/enforce") === "restricted" ||
            PRIVILEGED.includes(name)
                ? []
                : ["restricted pods"]),
            ...(revisions.includes(labelOf(namespace, "istio.io/rev")) ? [] : ["mesh of the cluster"]),
            ...missing,
        ].map((what) => `${name}: no ${what}`);
    });
}

/** Namespaces of others, which the platform puts an object of its own in. */
const FOREIGN = ["aks-istio-ingress"];

/** Objects in a namespace that the program does not make, and so does not guard. */
const strayObjects = (graph: Graph) => {
    const names = [...graph.of(NAMESPACE).map(nameOf), ...FOREIGN];
    return graph.resources
        .map((resource) => [resource, valueAt(resource.inputs, "metadata", "namespace")] as const)
        .filter(([, namespace]) => typeof namespace === "string" && !names.includes(namespace))
        .map(([resource, namespace]) => `${nameOf(resource)}: ${String(namespace)}`);
};

/** Objects that the engine may ask for before their namespace is there. */
const earlyObjects = (graph: Graph) =>
    graph.resources
        .filter((resource) =>
            graph
                .of(NAMESPACE)
                .some(
                    (namespace) =>
                        nameOf(namespace) === valueAt(resource.inputs, "metadata", "namespace") &&
                        !graph.follows(resource, namespace),
                ),
        )
        .map(label);

describe("the graph: namespaces", () => {
    holds("each admits hardened pods of the mesh, counted, and denies every connection", openNamespaces);
    holds("every object lies in a namespace of the platform, but for the mesh's entry", strayObjects);
    holds("every object comes after its namespace", earlyObjects);

    finds(
        "a namespace with nothing",
        openNamespaces,
        withAdded({ type: NAMESPACE, inputs: { metadata: { name: "test" } } }),
        ...["restricted pods", "mesh of the cluster", ...GUARDS.map(([, , what]) => what)].map(
            (what) => `test: no ${what}`,
        ),
    );
    finds(
        "a namespace of another mesh",
        openNamespaces,
        changed(named(NAMESPACE, "openmrs"), ({ inputs }) => ({
            inputs: JSON.parse(JSON.stringify(inputs).replace("asm-1-30", "asm-1-29")) as Resource["inputs"],
        })),
        "openmrs: no mesh of the cluster",
    );
    finds(
        "a namespace of privileged pods that is no exception",
        openNamespaces,
        changed(named(NAMESPACE, "openmrs"), ({ inputs }) => ({
            inputs: JSON.parse(
                JSON.stringify(inputs).replace('enforce":"restricted"', 'enforce":"privileged"'),
            ) as Resource["inputs"],
        })),
        "openmrs: no restricted pods",
    );
    for (const [type, name, fault] of [
        [POLICY, "openmrs-default-deny", "default denial"],
        [PEERS, "openmrs-mutual-tls", "strict mutual TLS"],
        [AUTHORIZATION, "openmrs-deny-all", "denial by the mesh"],
        [QUOTA, "openmrs-quota", "quota without Secrets"],
        [LIMITS, "openmrs-limits", "limits"],
    ] as const) {
        finds(
            `a namespace without ${name}`,
            openNamespaces,
            without(named(type, name)),
            `openmrs: no ${fault}`,
        );
    }
    finds(
        "a namespace that takes connections without TLS",
        openNamespaces,
        withInputs(named(PEERS, "openmrs-mutual-tls"), { spec: { mtls: { mode: "PERMISSIVE" } } }),
        "openmrs: no strict mutual TLS",
    );
    finds(
        "an object where nothing guards it",
        strayObjects,
        withAdded({ inputs: { metadata: { name: "tool", namespace: "default" } } }),
        "tool: default",
    );
    finds(
        "an object that may come before its namespace",
        earlyObjects,
        changed(named(POLICY, "openmrs-dns"), () => ({ dependencies: [], parent: "" })),
        "NetworkPolicy openmrs-dns",
    );
});
