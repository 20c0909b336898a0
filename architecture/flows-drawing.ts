import { flowchart, quoted } from "./drawing";
import type { DeployedFlow, Flows, Party } from "./flows";

/** Ends of one workload's flows above which its arrows would hide all others. */
const MOST_ENDS = 10;

/** The drawing of a stack's flows, and one for each workload with too many of them, which the first leaves out. */
export interface Drawings {
    readonly together: string;
    readonly apart: readonly { readonly from: Party; readonly drawing: string }[];
}

export function flowDrawings(flows: Flows): Drawings {
    const ends = new Map<string, { readonly from: Party; readonly to: Set<string> }>();
    for (const { from, to } of allOf(flows)) {
        const known = ends.get(nodeOf(from)) ?? { from, to: new Set() };
        ends.set(nodeOf(from), known);
        known.to.add(nodeOf(to));
    }
    const busy = [...ends].filter(([, { to }]) => to.size > MOST_ENDS);
    const isBusy = new Set(busy.map(([node]) => node));
    return {
        together: flowsDrawing(selected(flows, (node) => !isBusy.has(node))),
        apart: busy.map(([busyNode, { from }]) => ({
            from,
            drawing: flowsDrawing(selected(flows, (node) => node === busyNode)),
        })),
    };
}

const allOf = ({ inside, outside, parts, entries }: Flows) => [...entries, ...inside, ...parts, ...outside];

/** The flows of some workloads only, by their nodes. */
function selected(flows: Flows, keeps: (node: string) => boolean): Flows {
    const kept = (list: readonly DeployedFlow[]) => list.filter(({ from }) => keeps(nodeOf(from)));
    return {
        ...flows,
        entries: kept(flows.entries),
        inside: kept(flows.inside),
        parts: kept(flows.parts),
        outside: kept(flows.outside),
    };
}

/** One box for each workload in that of its namespace, and an arrow for all that one connects to another for. */
function flowsDrawing(drawn: Flows): string {
    const { outside, parts } = drawn;
    const flows = allOf(drawn);
    const parties = new Map(
        flows
            .flatMap(({ from, to }) => (typeof to === "string" ? [from] : [from, to]))
            .map((party) => [nodeOf(party), party]),
    );
    const namespaces = [...new Set([...parties.values()].map(({ namespace }) => namespace))];
    const boxes = namespaces.flatMap((namespace) => [
        `    subgraph ${identifier("ns", namespace)}[${quoted(namespace)}]`,
        ...[...parties]
            .filter(([, party]) => party.namespace === namespace)
            .map(([node, { name }]) => `        ${node}[${quoted(name)}]`),
        "    end",
    ]);
    const hosts = textsOf(outside).map((host) => `    ${nodeOf(host)}([${quoted(host)}])`);
    const hexagons = textsOf(parts).map((part) => `    ${nodeOf(part)}{{${quoted(part)}}}`);
    return flowchart("LR", [...boxes, ...hexagons, ...hosts, ...arrows(flows)]);
}

/** What flows lead to that is no pod, each once. */
const textsOf = (flows: readonly DeployedFlow[]) => [
    ...new Set(flows.flatMap(({ to }) => (typeof to === "string" ? [to] : []))),
];

/** One arrow between two boxes, whatever the number of ports. */
function arrows(flows: readonly DeployedFlow[]): readonly string[] {
    const ports = new Map<string, { readonly flow: DeployedFlow; readonly ports: string[] }>();
    for (const flow of flows) {
        const ends = `${nodeOf(flow.from)} ${nodeOf(flow.to)}`;
        const arrow = ports.get(ends) ?? { flow, ports: [] };
        arrow.ports.push(flow.port.toString());
        ports.set(ends, arrow);
    }
    return [...ports.values()].map(
        ({ flow, ports }) => `    ${nodeOf(flow.from)} -->|${quoted(ports.join(", "))}| ${nodeOf(flow.to)}`,
    );
}

const identifier = (...parts: readonly string[]) => parts.join("__").replaceAll(/\W/g, "_");

const nodeOf = (end: Party | string) =>
    typeof end === "string" ? identifier("host", end) : identifier(end.namespace, end.name);
