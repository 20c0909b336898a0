import { isDeepStrictEqual } from "node:util";
import { type Graph, type Resource, textsIn, valueAt } from "../../architecture/graph";

export const EDGE = "azure-native:network:ApplicationGateway";
export const RECORD = "azure-native:privatedns:PrivateRecordSet";
const SECURITY = "azure-native:network:NetworkSecurityGroup";
const SERVICE = "kubernetes:core/v1:Service";
export const GATEWAY = "kubernetes:gateway.networking.k8s.io/v1:Gateway";
export const ROUTE = "kubernetes:gateway.networking.k8s.io/v1:TLSRoute";
const WORKLOAD = "kubernetes:apps/v1:Deployment";
export const POLICY = "kubernetes:networking.k8s.io/v1:NetworkPolicy";
export const AUTHORIZATION = "kubernetes:security.istio.io/v1:AuthorizationPolicy";
const CONFIG = "kubernetes:core/v1:ConfigMap";

const ADDRESS = "service.beta.kubernetes.io/azure-load-balancer-ipv4";

export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const spec = (resource: Resource, ...path: readonly (string | number)[]) =>
    valueAt(resource.inputs, "spec", ...path);
const metadata = (resource: Resource, key: string) => String(valueAt(resource.inputs, "metadata", key));

/** Whether labels hold all that a selector asks for. */
const selects = (selector: unknown, labels: unknown) =>
    Object.entries(selector ?? {}).every(([key, value]) => valueAt(labels, key) === value);

/** What somebody asks for: a host, at an address and a port; and the subnet that the question comes from. */
interface Target {
    readonly host: string;
    readonly address: unknown;
    readonly port: number;
    readonly from: RegExp;
}

/** What the edge asks its backend for. */
const publicTarget = ({ inputs }: Resource): Target => ({
    host: String(valueAt(inputs, "backendHttpSettingsCollection", 0, "hostName")),
    address: valueAt(inputs, "backendAddressPools", 0, "backendAddresses", 0, "ipAddress"),
    port: Number(valueAt(inputs, "backendHttpSettingsCollection", 0, "port")),
    from: /^snet-[a-z0-9]+-edge-/,
});

/** What a machine of the operators asks for, by a name that the network alone knows. */
const privateTarget = ({ inputs }: Resource): Target => ({
    host: String(inputs.privateZoneName),
    address: valueAt(inputs, "aRecords", 0, "ipv4Address"),
    port: 443,
    from: /^snet-[a-z0-9]+-runners-/,
});

const hostOf = (service: Resource) =>
    `${metadata(service, "name")}.${metadata(service, "namespace")}.svc.cluster.local`;

const hasPort = (service: Resource, port: unknown) =>
    list(spec(service, "ports")).some((each) => valueAt(each, "port") === port);

const entryAt = (graph: Graph, { address, port }: Target) =>
    graph
        .of(SERVICE)
        .find(
            (service) =>
                valueAt(service.inputs, "metadata", "annotations", ADDRESS) === address &&
                hasPort(service, port),
        );

/** The listener that takes a host on the port of the entry's, and the gateway that it is of. */
const listenerOf = (graph: Graph, entry: Resource, { host, port }: Target) =>
    graph
        .of(GATEWAY)
        .filter(
            (gateway) =>
                metadata(gateway, "namespace") === metadata(entry, "namespace") &&
                list(spec(gateway, "addresses")).some((each) => valueAt(each, "value") === hostOf(entry)),
        )
        .flatMap((gateway) =>
            list(spec(gateway, "listeners")).map((listener) => ({
                gateway,
                name: valueAt(listener, "name"),
                namespaces: valueAt(listener, "allowedRoutes", "namespaces", "selector", "matchLabels"),
                takes:
                    valueAt(listener, "hostname") === host &&
                    valueAt(listener, "port") === port &&
                    valueAt(listener, "protocol") === "TLS" &&
                    valueAt(listener, "tls", "mode") === "Passthrough",
            })),
        )
        .find(({ takes }) => takes);

type Listener = NonNullable<ReturnType<typeof listenerOf>>;

const routeOf = (graph: Graph, { gateway, name, namespaces }: Listener, { host }: Target) =>
    graph
        .of(ROUTE)
        .find(
            (route) =>
                [...textsIn(namespaces)].includes(metadata(route, "namespace")) &&
                list(spec(route, "hostnames")).includes(host) &&
                list(spec(route, "parentRefs")).some(
                    (parent) =>
                        valueAt(parent, "name") === metadata(gateway, "name") &&
                        valueAt(parent, "namespace") === metadata(gateway, "namespace") &&
                        valueAt(parent, "sectionName") === name,
                ),
        );

/** The pods that a route's first rule leads to, and their port. */
function destinationOf(graph: Graph, route: Resource) {
    const backend = spec(route, "rules", 0, "backendRefs", 0);
    const port = valueAt(backend, "port");
    const service = graph
        .of(SERVICE)
        .find(
            (each) =>
                metadata(each, "name") === valueAt(backend, "name") &&
                metadata(each, "namespace") === metadata(route, "namespace") &&
                hasPort(each, port),
        );
    const workload =
        service &&
        graph
            .of(WORKLOAD)
            .find(
                (each) =>
                    metadata(each, "namespace") === metadata(service, "namespace") &&
                    selects(spec(service, "selector"), spec(each, "template", "metadata", "labels")),
            );
    return workload && { workload, port };
}

/** Whether a policy is of the workload's namespace and selects its pods by these labels. */
const governs = (policy: Resource, workload: Resource, labels: unknown) =>
    metadata(policy, "namespace") === metadata(workload, "namespace") &&
    selects(labels, spec(workload, "template", "metadata", "labels"));

const admits = (policy: Resource, entry: Resource, workload: Resource, port: unknown) =>
    governs(policy, workload, spec(policy, "podSelector", "matchLabels")) &&
    list(spec(policy, "ingress")).some(
        (rule) =>
            list(valueAt(rule, "ports")).some((each) => valueAt(each, "port") === port) &&
            list(valueAt(rule, "from")).some(
                (peer) =>
                    isDeepStrictEqual(valueAt(peer, "podSelector", "matchLabels"), spec(entry, "selector")) &&
                    [...textsIn(valueAt(peer, "namespaceSelector"))].includes(metadata(entry, "namespace")),
            ),
    );

const authorizes = (policy: Resource, entry: Resource, workload: Resource, port: unknown) =>
    spec(policy, "action") === "ALLOW" &&
    governs(policy, workload, spec(policy, "selector", "matchLabels")) &&
    list(spec(policy, "rules")).some(
        (rule) =>
            list(valueAt(rule, "to", 0, "operation", "ports")).includes(String(port)) &&
            list(valueAt(rule, "from", 0, "source", "principals")).some((principal) =>
                String(principal).startsWith(`cluster.local/ns/${metadata(entry, "namespace")}/sa/`),
            ),
    );

/** Whether nginx in this namespace answers the host on the port, by TLS 1.3 alone, and there the edge's probe. */
const answers = (config: Resource, namespace: string, { host }: Target, port: unknown, health: unknown) =>
    metadata(config, "namespace") === namespace &&
    [...textsIn(config.inputs.data)].some(
        (text) =>
            text.includes("ssl_protocols TLSv1.3;") &&
            text
                .split(/^ *server \{$/m)
                .some((server) =>
                    [
                        `listen ${String(port)} ssl;`,
                        `server_name ${host};`,
                        `location = ${String(health)} {`,
                    ].every((line) => server.includes(line)),
                ),
    );

/** Whether the security group of the nodes lets a subnet reach the address. */
function lets(graph: Graph, { from, address, port }: Target): boolean {
    const subnets = graph.of("azure-native:network:Subnet");
    const range = (name: RegExp) =>
        subnets.find(({ inputs }) => name.test(String(inputs.subnetName)))?.inputs.addressPrefix;
    return graph
        .of(SECURITY)
        .filter(({ inputs }) => /^nsg-[a-z0-9]+-nodes-/.test(String(inputs.networkSecurityGroupName)))
        .flatMap(({ inputs }) => list(inputs.securityRules))
        .some(
            (rule) =>
                valueAt(rule, "access") === "Allow" &&
                valueAt(rule, "sourceAddressPrefix") === range(from) &&
                [address, range(/^snet-[a-z0-9]+-nodes-/)].includes(
                    valueAt(rule, "destinationAddressPrefix"),
                ) &&
                valueAt(rule, "destinationPortRange") === String(port),
        );
}

/** Where the way from whoever asks to a workload ends early. */
function brokenWay(graph: Graph, target: Target, health: unknown): readonly string[] {
    const entry = entryAt(graph, target);
    if (entry === undefined) {
        return ["no load balancer at the address"];
    }
    const listener = listenerOf(graph, entry, target);
    const route = listener && routeOf(graph, listener, target);
    if (route === undefined) {
        return [`${listener === undefined ? "no listener" : "no route"} of the mesh takes the host`];
    }
    const destination = destinationOf(graph, route);
    if (destination === undefined) {
        return ["the route leads to no workload"];
    }
    const { workload, port } = destination;
    const namespace = metadata(workload, "namespace");
    const findings: readonly (readonly [boolean, string])[] = [
        [lets(graph, target), "the nodes do not let the subnet in"],
        [
            graph.of(POLICY).some((policy) => admits(policy, entry, workload, port)),
            "the workload does not admit the mesh",
        ],
        [
            graph.of(AUTHORIZATION).some((policy) => authorizes(policy, entry, workload, port)),
            "the mesh does not authorize its ingress",
        ],
        [
            graph.of(CONFIG).some((config) => answers(config, namespace, target, port, health)),
            "the workload does not answer the host and the probe",
        ],
    ];
    return findings.filter(([sound]) => !sound).map(([, fault]) => fault);
}

/** The public host by the edge, and the administration host by its private name. */
export function brokenWays(graph: Graph): readonly string[] {
    const [edge, record] = [graph.of(EDGE)[0], graph.of(RECORD)[0]];
    if (edge === undefined || record === undefined) {
        return ["no edge or no private name"];
    }
    const health = valueAt(edge.inputs, "probes", 0, "path");
    return [publicTarget(edge), privateTarget(record)].flatMap((target) =>
        brokenWay(graph, target, health).map((fault) => `${target.host}: ${fault}`),
    );
}

/** Private hosts that the Internet could ask for. */
export function exposedHosts(graph: Graph): readonly string[] {
    const hidden = graph.of(RECORD).map(({ inputs }) => String(inputs.privateZoneName));
    const taken = graph
        .of(EDGE)
        .flatMap(({ inputs }) => list(inputs.httpListeners))
        .flatMap((listener) => {
            const names = list(valueAt(listener, "hostNames"));
            return [valueAt(listener, "hostName"), ...names];
        });
    return hidden.length === 0 ? ["no private host"] : hidden.filter((host) => taken.includes(host));
}
