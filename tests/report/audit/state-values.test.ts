import * as assert from "node:assert/strict";
import { isPlain, stateValue } from "../../../report/audit/state-values";
import { unknownStringValue } from "../../../policies/unknown";

const SIGNATURE = "4dabf18193072939515e22adb298388d";
const marked = (mark: string, fields: object) => ({ [SIGNATURE]: mark, ...fields });
const secret = (fields: object) => marked("1b47061264138c4ac30d75fd1eb44270", fields);

describe("a value of a state", () => {
    it("is itself where it is plain", () => {
        const value = { a: [1, "x", null, true, { b: {} }], c: [] };

        assert.deepEqual(stateValue(value), value);
    });

    it("is unknown where it is an encrypted secret, at any depth", () => {
        assert.deepEqual(stateValue({ a: [{ b: secret({ ciphertext: "v1:abc" }) }] }), {
            a: [{ b: unknownStringValue }],
        });
    });

    it("is what a secret holds that was exported in clear", () => {
        assert.equal(stateValue(secret({ plaintext: '"hunter2"' })), "hunter2");
        assert.deepEqual(stateValue(secret({ plaintext: '{"a":[1]}' })), { a: [1] });
    });

    it("is unknown in a secret within a secret that is encrypted", () => {
        const inner = JSON.stringify({ a: secret({ ciphertext: "v1:abc" }) });

        assert.deepEqual(stateValue(secret({ plaintext: inner })), { a: unknownStringValue });
    });

    it("is unknown where a secret is broken", () => {
        assert.equal(stateValue(secret({ plaintext: "hunter2" })), unknownStringValue);
        assert.equal(stateValue(secret({ plaintext: 3 })), unknownStringValue);
        assert.equal(stateValue(secret({})), unknownStringValue);
    });

    it("is what tells of a file or an archive", () => {
        const file = { hash: "abc", path: "a.txt" };

        assert.deepEqual(stateValue(marked("c44067f5952c0a294b673a41bacd8c17", file)), file);
        assert.deepEqual(stateValue(marked("0def7320c3a5731c473e5ecbe6d01bc7", file)), file);
    });

    it("is the id of a resource, or the URN of a component", () => {
        const mark = "5cf8f73096256a8f31e491e813e4eb8e";

        assert.equal(stateValue(marked(mark, { urn: "urn:a", id: "1" })), "1");
        assert.equal(stateValue(marked(mark, { urn: "urn:a", id: "" })), unknownStringValue);
        assert.equal(stateValue(marked(mark, { urn: "urn:a" })), "urn:a");
    });

    it("is unknown where the mark is", () => {
        assert.equal(stateValue(marked("new", { value: "x" })), unknownStringValue);
    });

    it("keeps a key that JavaScript gives a meaning", () => {
        const value = stateValue(JSON.parse('{"__proto__":{"a":1}}')) as object;

        assert.equal(Object.getPrototypeOf(value), Object.prototype);
        assert.deepEqual(Object.keys(value), ["__proto__"]);
    });

    it("is plain only where nothing in it is marked or unknown", () => {
        assert.equal(isPlain({ a: [1, "x", null, true, { b: {} }], c: [] }), true);
        assert.equal(isPlain(secret({ ciphertext: "v1:abc" })), false);
        assert.equal(isPlain({ a: [{ b: marked("another mark", {}) }] }), false);
        assert.equal(isPlain({ a: ["x", unknownStringValue] }), false);
        assert.equal(isPlain(unknownStringValue), false);
    });
});
