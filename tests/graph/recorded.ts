import * as assert from "node:assert/strict";
import { Graph, type Resource } from "../../architecture/graph";
import { recordStack } from "../../architecture/record";
import { type StackName, STACKS } from "../../architecture/stack-config";
import { EMPTY } from "../architecture/sample";

const graphs = new Map<StackName, Promise<Graph>>();

/** The whole program as a stack runs it; recorded once for all tests. */
export function graphOf(stack: StackName): Promise<Graph> {
    const graph = graphs.get(stack) ?? recordStack(stack);
    graphs.set(stack, graph);
    return graph;
}

/** Milliseconds that the recording of a stack may take on a busy machine. */
const RECORDING_MS = 60_000;

/** What is wrong with a graph, one line for each fault. */
export type Check = (graph: Graph, stack: StackName) => readonly string[];

/** Declares a test for each stack: the check finds nothing wrong. */
export function holds(title: string, check: Check): void {
    for (const stack of STACKS) {
        it(`${title} (${stack})`, async () => {
            assert.deepEqual(check(await graphOf(stack), stack), []);
        }).timeout(RECORDING_MS);
    }
}

/** Declares a test that the check does find a fault, seeded in a copy of prod's graph. */
export function finds(
    title: string,
    check: Check,
    seed: (graph: Graph) => Graph,
    ...faults: readonly string[]
): void {
    it(`finds ${title}`, async () => {
        assert.deepEqual(check(seed(await graphOf("prod")), "prod"), faults);
    }).timeout(RECORDING_MS);
}

type Select = (resource: Resource) => boolean;

/** Selects resources by type and, where one is given, by name. */
export const named =
    (type: string, name?: string): Select =>
    (resource) =>
        resource.type === type && (name === undefined || resource.name === name);

/** A seed that takes resources away. Fails when there are none. */
export const without = (select: Select) => (graph: Graph) => {
    const left = graph.resources.filter((resource) => !select(resource));
    assert.notEqual(left.length, graph.resources.length, "expected resources to take away, got none");
    return new Graph(left);
};

/** A seed that changes the first of the selected resources. Fails when there are none. */
export const changed =
    (select: Select, change: (resource: Resource) => Partial<Resource>) =>
    (graph: Graph): Graph => {
        const subject = graph.resources.find(select);
        assert.ok(subject, "expected a resource to change, got none");
        const altered = { ...subject, ...change(subject) };
        return new Graph(graph.resources.map((resource) => (resource === subject ? altered : resource)));
    };

/** A seed that changes inputs of the first of the selected resources. */
export const withInputs = (select: Select, inputs: Resource["inputs"]) =>
    changed(select, (resource) => ({ inputs: { ...resource.inputs, ...inputs } }));

/** A seed that adds a resource. */
export const withAdded =
    (resource: Partial<Resource>) =>
    (graph: Graph): Graph =>
        new Graph([...graph.resources, { ...EMPTY, urn: "added", name: "added", ...resource }]);

/** How a fault names a resource. */
export const label = ({ type, name }: Resource): string => `${type.slice(type.lastIndexOf(":") + 1)} ${name}`;
