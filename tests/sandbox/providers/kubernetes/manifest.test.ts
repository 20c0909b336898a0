/** What of an object goes to the API server, and what of its answer goes into the state. */
import assert from "node:assert/strict";

import type { KubernetesObject } from "../../../../sandbox/cluster/api";
import { liveInputs, objectOf, outputsOf } from "../../../../sandbox/providers/kubernetes/live/manifest";
import { secretOf } from "../provider-client";
import { configMap } from "./samples";

const KIND = { apiVersion: "v1", kind: "ConfigMap", namespaced: true, hasStatus: false };

describe("objects between state and API server", () => {
    it("go to the server with secrets in clear and without what it alone says", () => {
        const metadata = { name: "a", namespace: "b", uid: "1", resourceVersion: "2", labels: { c: "d" } };
        const inputs = configMap(metadata, { data: { key: secretOf("value") } });
        assert.deepEqual(objectOf(KIND, inputs), {
            apiVersion: "v1",
            kind: "ConfigMap",
            metadata: { name: "a", namespace: "b", labels: { c: "d" } },
            data: { key: "value" },
        });
    });

    const live = (data: object, rest: object = {}): KubernetesObject => ({
        apiVersion: "v1",
        kind: "ConfigMap",
        metadata: { name: "a", managedFields: [{ manager: "someone" }] } as KubernetesObject["metadata"],
        data,
        ...rest,
    });

    it("come back without the managers of their fields, secret where they were", () => {
        const inputs = configMap({ name: "a" }, { data: { key: secretOf("value"), open: "text" } });
        assert.deepEqual(outputsOf(live({ key: "value", open: "text" }), inputs), {
            apiVersion: "v1",
            kind: "ConfigMap",
            metadata: { name: "a" },
            data: { key: secretOf("value"), open: "text" },
        });
    });

    it("come back with a list all secret that held one secret", () => {
        const inputs = configMap({ name: "a" }, { items: ["a", secretOf("b")], data: secretOf({ c: "d" }) });
        const outputs = outputsOf(live({ c: "d" }, { items: ["b", "a"] }), inputs);
        assert.deepEqual(outputs.items, secretOf(["b", "a"]));
        assert.deepEqual(outputs.data, secretOf({ c: "d" }));
    });

    it("come back with the data of a Secret always secret", () => {
        const outputs = outputsOf({ ...live({ a: "b" }), kind: "Secret" }, { kind: "Secret" });
        assert.deepEqual(outputs.data, secretOf({ a: "b" }));
    });

    describe("read live", () => {
        const inputs = { cpu: "1000m", image: "a", args: ["x", "y"], key: secretOf("k") };
        const meant = { cpu: "1", image: "a", args: ["x", "y"], key: "k", made: "up" };

        it("have the inputs that the program gave, where the server only wrote them otherwise", () => {
            assert.deepEqual(liveInputs(inputs, meant, { ...meant, status: "well" }), inputs);
        });

        it("have the live value where it was changed", () => {
            const changed = { ...meant, cpu: "2", args: ["x", "z"], key: "stolen" };
            assert.deepEqual(liveInputs(inputs, meant, changed), {
                ...inputs,
                cpu: "2",
                args: ["x", "z"],
                key: secretOf("stolen"),
            });
        });

        it("have a list of another length whole, and not what was taken away", () => {
            const { image, ...rest } = meant;
            assert.equal(image, "a");
            assert.deepEqual(liveInputs(inputs, meant, { ...rest, args: ["x"] }), {
                cpu: "1000m",
                args: ["x"],
                key: secretOf("k"),
            });
        });
    });
});
