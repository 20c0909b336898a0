import * as assert from "node:assert/strict";
import { parseAllDocuments } from "yaml";
import { deployments, faultyNames, manifestOf, stateOf } from "../../bench/audit/deployments";

const COUNT = 68;

describe("the Deployments of the bench", () => {
    it("are the same at each call, each with a name of its own", () => {
        assert.deepEqual(deployments(COUNT), deployments(COUNT));
        assert.equal(new Set(deployments(COUNT).map(({ metadata }) => metadata.name)).size, COUNT);
    });

    it("have a fault one time in four, and differ in nothing else", () => {
        const shapes = deployments(COUNT).map((each) => [
            each.metadata.name,
            JSON.stringify(each).replaceAll(each.metadata.name, "name"),
        ]);
        const [, sound] = shapes[1] ?? [];

        assert.deepEqual(
            shapes.filter(([, shape]) => shape !== sound).map(([name]) => name),
            faultyNames(COUNT),
        );
        assert.equal(faultyNames(COUNT).length, COUNT / 4);
    });

    it("are the same as manifests and in a state", () => {
        const all = deployments(COUNT);
        const manifests = parseAllDocuments(all.map(manifestOf).join("---\n")).map(
            (document) => document.toJS() as unknown,
        );
        const { deployment } = JSON.parse(stateOf(all)) as {
            deployment: { resources: { type: string; inputs: unknown }[] };
        };
        const inputs = deployment.resources
            .filter(({ type }) => type === "kubernetes:apps/v1:Deployment")
            .map((resource) => resource.inputs);

        assert.deepEqual(manifests, all);
        assert.deepEqual(inputs, all);
    });
});
