import { flowchart, quoted } from "./drawing";
import type { DeployedFlow, Flows, Party } from "./flows";

/** One box for each workload in that of its namespace, and an arrow for all that one connects to another for. */
export function flowsDrawing({ inside, outside, parts, entries }: Flows): string {
    const flows = [...entries, ...inside, ...parts, ...outside];
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
