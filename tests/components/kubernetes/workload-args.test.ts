import * as assert from "node:assert/strict";
import { endpointOf, leastReplicas, mostReplicas } from "../../../components/kubernetes/workload-args";
import { shop } from "./shop";

describe("endpointOf", () => {
    it("names a port of a workload that nobody has made yet", () => {
        assert.deepEqual(endpointOf(shop(), "http"), { namespace: "shop", workload: "web", port: 8080 });
    });

    it("refuses to name a port that no container has", () => {
        assert.throws(() => endpointOf(shop(), "htp"), {
            name: "RangeError",
            message: 'web: expected a port of http, got "htp"',
        });
    });
});

describe("the bounds of a workload's replicas", () => {
    it("are its number, or the autoscaler's", () => {
        const scaled = { replicas: { min: 2, max: 5 } };
        assert.deepEqual([leastReplicas(shop()), mostReplicas(shop())], [2, 2]);
        assert.deepEqual([leastReplicas(scaled), mostReplicas(scaled)], [2, 5]);
    });

    it("are one, and one for each node that there may be, for a workload of every node", () => {
        const everywhere = { replicas: { mostNodes: 7 } };
        assert.deepEqual([leastReplicas(everywhere), mostReplicas(everywhere)], [1, 7]);
    });
});
