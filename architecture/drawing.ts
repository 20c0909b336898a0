import { type Graph, isComponent, type Resource, textsIn, valueAt } from "./graph";
import { countedKinds, kindOf } from "./kinds";

/** A Mermaid node's text; quotes would end it. */
export const quoted = (...lines: readonly string[]) => `"${lines.join("<br/>").replaceAll('"', "#quot;")}"`;

/** The resources that a drawing shows: not what accompanies every resource. */
const drawn = (resources: readonly Resource[]) =>
    resources.filter((resource) => kindOf(resource).attendant !== true);

/**
 * One box for each component of the stack, in the order of their titles, and an arrow where one uses resources of another.
 */
export function overview(graph: Graph, titles: Readonly<Record<string, string>>): string {
    const order = Object.keys(titles);
    const ordered = graph.boxes.toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
    const boxes = ordered.map((box) => {
        const lines = countedKinds(drawn(graph.inside(box)));
        return `    ${box.name}[${quoted(`<b>${titles[box.name] ?? box.name}</b>`, ...lines)}]`;
    });
    const arrows = uses(graph, ordered).map(({ from, to, kinds }) =>
        kinds.length === 0
            ? `    ${from.name} -.-> ${to.name}`
            : `    ${from.name} -->|${quoted(...kinds)}| ${to.name}`,
    );
    return flowchart("TB", [...boxes, ...ways(graph, (resource) => graph.boxOf(resource).name), ...arrows]);
}

interface Use {
    readonly from: Resource;
    readonly to: Resource;
    /** What is used; empty where all that passes are audit logs. */
    readonly kinds: readonly string[];
}

/** What each component of the stack makes its resources of, by the properties that the engine tracks. */
function uses(graph: Graph, boxes: readonly Resource[]): readonly Use[] {
    return boxes.flatMap((from) => {
        const targets = new Map<Resource, Set<string>>();
        for (const resource of graph.inside(from)) {
            const used = [...Object.values(resource.propertyDependencies).flat(), resource.provider]
                .map((urn) => graph.at(urn))
                .filter((target) => target !== undefined);
            for (const target of used) {
                const kinds = targets.get(graph.boxOf(target)) ?? new Set();
                targets.set(graph.boxOf(target), kinds);
                if (!isLogStore(target) || KEEPERS.includes(resource.type)) {
                    kinds.add(
                        target.type.startsWith("pulumi:providers:") ? "cluster AKS" : kindOf(target).one,
                    );
                }
            }
        }
        targets.delete(from);
        return [...targets].map(([to, kinds]) => ({ from, to, kinds: [...kinds] }));
    });
}

/** What refers to the log store without sending it logs. */
const KEEPERS: readonly string[] = [
    "azure-native:authorization:ManagementLockByScope",
    "azure-native:monitor:PrivateLinkScopedResource",
];

const isLogStore = ({ type }: Resource) => type === "azure-native:operationalinsights:Workspace";

/** The ways between the Internet and the platform, one for each public address; `node` tells where each ends. */
function ways(graph: Graph, node: (resource: Resource) => string): readonly string[] {
    const holders = graph.resources.filter(
        (resource) =>
            ADDRESS_HOLDERS[resource.type] !== undefined &&
            graph.references(resource).some(({ type }) => type === "azure-native:network:PublicIPAddress"),
    );
    const arrows = holders.map((holder) => {
        const label = quoted(kindOf(holder).one, ...(holder.type === GATEWAY ? admitted(graph, holder) : []));
        return ADDRESS_HOLDERS[holder.type] === "out"
            ? `    ${node(holder)} ==>|${label}| internet`
            : `    internet ==>|${label}| ${node(holder)}`;
    });
    return [`    internet((Internet))`, ...new Set(arrows)];
}

const GATEWAY = "azure-native:network:ApplicationGateway";

/** What may have a public address, and whether the traffic comes in or goes out. */
const ADDRESS_HOLDERS: Readonly<Record<string, "in" | "out">> = {
    [GATEWAY]: "in",
    "azure-native:network:BastionHost": "in",
    "azure-native:network:AzureFirewall": "out",
    "azure-native:network:NatGateway": "out",
};

/** The sources that the security group of a resource's subnet lets in, with the ports; not Azure's own, named by tags. */
function admitted(graph: Graph, resource: Resource): readonly string[] {
    const subnets = graph.references(resource).filter(({ type }) => type === SUBNET);
    const groups = subnets.flatMap((subnet) =>
        graph.references(subnet).filter(({ type }) => type === "azure-native:network:NetworkSecurityGroup"),
    );
    const rules = groups.flatMap(({ inputs }) => list(inputs.securityRules));
    return rules
        .filter((rule) => valueAt(rule, "direction") === "Inbound" && valueAt(rule, "access") === "Allow")
        .map((rule) => {
            const from = [valueAt(rule, "sourceAddressPrefix"), valueAt(rule, "sourceAddressPrefixes")];
            const to = [valueAt(rule, "destinationPortRange"), valueAt(rule, "destinationPortRanges")];
            const sources = [...textsIn(from.flat())].filter((text) => /^\d|^Internet$/.test(text));
            return sources.length === 0
                ? ""
                : `${sources.join(", ")} : ${[...textsIn(to.flat())].join(", ")}`;
        })
        .filter((line) => line !== "");
}

const SUBNET = "azure-native:network:Subnet";

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A subnet as the drawing and the page's table show it. */
export interface SubnetView {
    readonly subnet: Resource;
    readonly name: string;
    readonly range: string;
    /** The security group, where there is one. */
    readonly securityGroup: Resource | undefined;
    /** What has addresses in it. */
    readonly members: readonly Resource[];
}

/** The subnets of a stack, in the order of their ranges. */
export function subnetsOf(graph: Graph): readonly SubnetView[] {
    const ordered = (address: string) =>
        (address.split("/", 1)[0] ?? "")
            .split(".")
            .map((byte) => byte.padStart(3, "0"))
            .join(".");
    return graph
        .of(SUBNET)
        .map((subnet) => ({
            subnet,
            name: String(subnet.inputs.subnetName),
            range: String(subnet.inputs.addressPrefix),
            securityGroup: graph
                .references(subnet)
                .find(({ type }) => type === "azure-native:network:NetworkSecurityGroup"),
            members: graph.resources.filter(
                (resource) =>
                    !isComponent(resource) &&
                    kindOf(resource).attendant !== true &&
                    graph.references(resource).includes(subnet),
            ),
        }))
        .sort((a, b) => (ordered(a.range) < ordered(b.range) ? -1 : 1));
}

/** Azure's own name of a resource: the last part of its id. */
export const azureName = ({ id }: Resource): string => id.slice(id.lastIndexOf("/") + 1);

/** The virtual network: its subnets with their ranges, what lies in each, and the ways in and out. */
export function networkDrawing(graph: Graph): string {
    const subnets = subnetsOf(graph);
    const node = ({ type, name }: Resource) =>
        `${type.slice(type.lastIndexOf(":") + 1)}_${name}`.replaceAll(/\W/g, "_");
    // What lies in two subnets, as the cluster does, is drawn in both; ways lead to the first.
    const inside = (subnet: Resource, member: Resource) =>
        subnets.find(({ members }) => members.includes(member))?.subnet === subnet
            ? node(member)
            : `${node(member)}_in_${node(subnet)}`;
    const boxes = subnets.flatMap(({ subnet, name, range, members }) => [
        `        subgraph ${node(subnet)}[${quoted(`${name} ${range}`)}]`,
        ...members.map(
            (member) => `            ${inside(subnet, member)}[${quoted(...memberLines(graph, member))}]`,
        ),
        ...(members.length === 0 ? [`            ${node(subnet)}_free[${quoted("réservé")}]`] : []),
        "        end",
    ]);
    const networks = graph.of("azure-native:network:VirtualNetwork").map(azureName);
    // A NAT gateway lies in no subnet: subnets refer to it.
    const natGateways = graph.of("azure-native:network:NatGateway");
    const exits = [...natGateways, ...graph.of("azure-native:network:AzureFirewall")];
    const routes = subnets
        .filter(({ subnet }) =>
            graph
                .references(subnet)
                .some(
                    ({ type }) =>
                        type === "azure-native:network:RouteTable" ||
                        natGateways.some((nat) => nat.type === type),
                ),
        )
        .flatMap(({ subnet }) => exits.map((exit) => `    ${node(subnet)} --> ${node(exit)}`));
    return flowchart("LR", [
        `    subgraph network[${quoted(...networks)}]`,
        ...boxes,
        "    end",
        ...natGateways.map((nat) => `    ${node(nat)}[${quoted(azureName(nat))}]`),
        ...ways(graph, node),
        ...routes,
    ]);
}

/** What a member of a subnet is; of a private endpoint, what it leads to. */
function memberLines(graph: Graph, member: Resource): readonly string[] {
    if (member.type !== "azure-native:network:PrivateEndpoint") {
        return [kindOf(member).one, azureName(member)];
    }
    const services = graph.references(member).filter(({ type }) => type !== SUBNET);
    return [kindOf(member).one, ...services.map((service) => `→ ${azureName(service)}`)];
}

/** A Mermaid drawing, as Markdown. */
export function flowchart(direction: "TB" | "LR", lines: readonly string[]): string {
    return ["```mermaid", `flowchart ${direction}`, ...lines, "```"].join("\n");
}
