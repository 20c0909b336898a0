import * as assert from "node:assert/strict";
import { Graph, type Resource, textsIn, valueAt } from "../../architecture/graph";
import { resource, sample } from "./sample";

const names = (resources: readonly Resource[]) => resources.map(({ name }) => name);

describe("the graph of a stack", () => {
    const graph = sample();
    const at = (urn: string): Resource => {
        const found = graph.at(urn);
        assert.ok(found);
        return found;
    };

    it("groups resources by the component of the stack, however deep", () => {
        assert.deepEqual(names(graph.boxes), ["network", "vault"]);
        assert.deepEqual(names(graph.inside(at("vault"))), ["vault-itself", "endpoint"]);
        assert.equal(graph.boxOf(at("endpoint")).name, "vault");
    });

    it("takes components of the stack that share a name for one", () => {
        const twins = new Graph([
            ...graph.resources,
            resource("audioprothese:kubernetes:Namespace", "vault", { urn: "namespace" }),
            resource("kubernetes:core/v1:Namespace", "quota", { parent: "namespace" }),
        ]);
        const [, vault] = twins.boxes;
        assert.ok(vault);
        assert.deepEqual(names(twins.boxes), ["network", "vault"]);
        assert.deepEqual(names(twins.inside(vault)), ["vault-itself", "endpoint", "quota"]);
    });

    it("finds by id whatever the case, and nothing under the empty id of components", () => {
        assert.equal(graph.withId("/VAULTS/kv")?.name, "vault-itself");
        assert.equal(graph.withId(""), undefined);
        assert.equal(graph.withId(undefined), undefined);
    });

    it("sees a reference at any depth, once", () => {
        assert.deepEqual(names(graph.references(at("endpoint"))), ["subnet", "vault-itself"]);
        assert.deepEqual(graph.references(resource("t", "n")), []);
    });

    it("follows dependencies through parents and third resources, and in one direction only", () => {
        assert.ok(graph.follows(at("endpoint"), at("vnet")));
        assert.ok(graph.follows(at("endpoint"), at("vault")));
        assert.ok(!graph.follows(at("vnet"), at("endpoint")));
        assert.ok(!graph.follows(at("vnet"), at("vnet")));
    });
});

describe("values of a graph", () => {
    it("yields texts and keys, for Azure keys identities by their id", () => {
        assert.deepEqual(
            [...textsIn({ a: ["b", { "/id": {} }], c: 1, d: null })],
            ["a", "c", "d", "b", "/id"],
        );
    });

    it("reads along a path, and nothing beyond its end", () => {
        assert.equal(valueAt({ a: [{ b: 1 }] }, "a", 0, "b"), 1);
        assert.equal(valueAt({ a: null }, "a", "b"), undefined);
    });
});
