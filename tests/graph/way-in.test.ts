import { isDeepStrictEqual } from "node:util";
import { type Graph, type Resource, textsIn, valueAt } from "../../architecture/graph";
import { changed, finds, holds, named, without } from "./recorded";

const EDGE = "azure-native:network:ApplicationGateway";
const SERVICE = "kubernetes:core/v1:Service";
const GATEWAY = "kubernetes:networking.istio.io/v1:Gateway";
const ROUTE = "kubernetes:networking.istio.io/v1:VirtualService";
const WORKLOAD = "kubernetes:apps/v1:Deployment";
const POLICY = "kubernetes:networking.k8s.io/v1:NetworkPolicy";
const CONFIG = "kubernetes:core/v1:ConfigMap";

const ADDRESS = "service.beta.kubernetes.io/azure-load-balancer-ipv4";

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const spec = (resource: Resource, ...path: readonly (string | number)[]) =>
    valueAt(resource.inputs, "spec", ...path);
const metadata = (resource: Resource, key: string) => String(valueAt(resource.inputs, "metadata", key));

/** Whether labels hold all that a selector asks for. */
const selects = (selector: unknown, labels: unknown) =>
    Object.entries(selector ?? {}).every(([key, value]) => valueAt(labels, key) === value);

/** What the edge asks for: a host, at an address and a port, and the path of its probe. */
interface Target {
    readonly host: unknown;
    readonly address: unknown;
    readonly port: unknown;
    readonly health: string;
}

const targetOf = ({ inputs }: Resource): Target => ({
    host: valueAt(inputs, "backendHttpSettingsCollection", 0, "hostName"),
    address: valueAt(inputs, "backendAddressPools", 0, "backendAddresses", 0, "ipAddress"),
    port: valueAt(inputs, "backendHttpSettingsCollection", 0, "port"),
    health: String(valueAt(inputs, "probes", 0, "path")),
});

const entryAt = (graph: Graph, { address, port }: Target) =>
    graph
        .of(SERVICE)
        .find(
            (service) =>
                valueAt(service.inputs, "metadata", "annotations", ADDRESS) === address &&
                list(spec(service, "ports")).some((each) => valueAt(each, "port") === port),
        );

/** The mesh hands on what its pods take on the port of the entry's, for a host of the gateway's own namespace. */
const gatewayOf = (graph: Graph, entry: Resource, { host, port }: Target) =>
    graph
        .of(GATEWAY)
        .find(
            (gateway) =>
                isDeepStrictEqual(spec(gateway, "selector"), spec(entry, "selector")) &&
                list(spec(gateway, "servers")).some(
                    (server) =>
                        valueAt(server, "port", "number") === port &&
                        valueAt(server, "tls", "mode") === "PASSTHROUGH" &&
                        list(valueAt(server, "hosts")).includes(`./${String(host)}`),
                ),
        );

const routeOf = (graph: Graph, gateway: Resource, { host }: Target) =>
    graph
        .of(ROUTE)
        .find(
            (route) =>
                metadata(route, "namespace") === metadata(gateway, "namespace") &&
                list(spec(route, "gateways")).includes(metadata(gateway, "name")) &&
                list(spec(route, "tls", 0, "match", 0, "sniHosts")).includes(host),
        );

const serviceOf = (graph: Graph, destination: unknown) =>
    graph
        .of(SERVICE)
        .find(
            (service) =>
                `${metadata(service, "name")}.${metadata(service, "namespace")}.svc.cluster.local` ===
                    valueAt(destination, "host") &&
                list(spec(service, "ports")).some(
                    (each) => valueAt(each, "port") === valueAt(destination, "port", "number"),
                ),
        );

const admits = (policy: Resource, entry: Resource, workload: Resource, port: unknown) =>
    metadata(policy, "namespace") === metadata(workload, "namespace") &&
    selects(spec(policy, "podSelector", "matchLabels"), spec(workload, "template", "metadata", "labels")) &&
    list(spec(policy, "ingress")).some(
        (rule) =>
            list(valueAt(rule, "ports")).some((each) => valueAt(each, "port") === port) &&
            list(valueAt(rule, "from")).some(
                (peer) =>
                    isDeepStrictEqual(valueAt(peer, "podSelector", "matchLabels"), spec(entry, "selector")) &&
                    [...textsIn(valueAt(peer, "namespaceSelector"))].includes(metadata(entry, "namespace")),
            ),
    );

/** Whether a server of this namespace answers the host on the port, by TLS 1.3 alone, and the edge's probe. */
const answers = (config: Resource, namespace: string, { host, health }: Target, port: unknown) =>
    metadata(config, "namespace") === namespace &&
    [...textsIn(config.inputs.data)].some((text) =>
        [
            `listen ${String(port)} ssl;`,
            `server_name ${String(host)};`,
            "ssl_protocols TLSv1.3;",
            `location = ${health} {`,
        ].every((line) => text.includes(line)),
    );

/** Where the way from the edge's backend address to a workload ends early. */
function brokenWays(graph: Graph): readonly string[] {
    return graph.of(EDGE).flatMap((edge) => {
        const target = targetOf(edge);
        const entry = entryAt(graph, target);
        if (entry === undefined) {
            return ["no load balancer at the edge's backend address"];
        }
        const gateway = gatewayOf(graph, entry, target);
        const route = gateway && routeOf(graph, gateway, target);
        if (route === undefined) {
            return [`${gateway === undefined ? "no gateway" : "no route"} of the mesh takes the host`];
        }
        const destination = spec(route, "tls", 0, "route", 0, "destination");
        const port = valueAt(destination, "port", "number");
        const service = serviceOf(graph, destination);
        const workload =
            service &&
            graph
                .of(WORKLOAD)
                .find(
                    (each) =>
                        metadata(each, "namespace") === metadata(service, "namespace") &&
                        selects(spec(service, "selector"), spec(each, "template", "metadata", "labels")),
                );
        if (workload === undefined) {
            return ["the route leads to no workload"];
        }
        return [
            ...(graph.of(POLICY).some((policy) => admits(policy, entry, workload, port))
                ? []
                : ["the workload does not admit the mesh"]),
            ...(graph
                .of(CONFIG)
                .some((config) => answers(config, metadata(workload, "namespace"), target, port))
                ? []
                : ["the workload does not answer the host and the probe"]),
        ];
    });
}

/** A seed that sets the value at a path of the first resource of a type. */
const set = (type: string, path: readonly (string | number)[], value: unknown) =>
    changed(named(type), ({ inputs }) => {
        const copy = structuredClone(inputs) as Record<string, unknown>;
        const holder = valueAt(copy, ...path.slice(0, -1)) as Record<string | number, unknown>;
        holder[path.at(-1) ?? ""] = value;
        return { inputs: copy };
    });

describe("the graph: the way in", () => {
    holds("a request goes from the edge's backend address to a workload that answers it", brokenWays);

    finds(
        "another backend address",
        brokenWays,
        set(EDGE, ["backendAddressPools", 0, "backendAddresses", 0, "ipAddress"], "10.41.3.253"),
        "no load balancer at the edge's backend address",
    );
    finds(
        "a gateway of other ingress pods",
        brokenWays,
        set(GATEWAY, ["spec", "selector"], { istio: "aks-istio-ingressgateway-external" }),
        "no gateway of the mesh takes the host",
    );
    finds(
        "a mesh that would open TLS",
        brokenWays,
        set(GATEWAY, ["spec", "servers", 0, "tls", "mode"], "SIMPLE"),
        "no gateway of the mesh takes the host",
    );
    finds(
        "a route of another host",
        brokenWays,
        set(ROUTE, ["spec", "tls", 0, "match", 0, "sniHosts"], ["other.example"]),
        "no route of the mesh takes the host",
    );
    finds(
        "a route to a port that nothing listens on",
        brokenWays,
        set(ROUTE, ["spec", "tls", 0, "route", 0, "destination", "port", "number"], 8080),
        "the route leads to no workload",
    );
    finds(
        "a workload closed to the mesh",
        brokenWays,
        without(named(POLICY, "openmrs-gateway-8443-from-mesh-ingress")),
        "the workload does not admit the mesh",
    );
    finds(
        "a probe that nothing answers",
        brokenWays,
        set(EDGE, ["probes", 0, "path"], "/ready"),
        "the workload does not answer the host and the probe",
    );
});
