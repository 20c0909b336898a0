import * as assert from "node:assert/strict";

import { Secret } from "@pulumi/policy";

import { anyCase, exactly } from "../../policies/expectation";
import { remediate } from "../../policies/pack/remediation";
import { defineRule } from "../../policies/rule";
import { UNKNOWN, urnOf } from "../support/evaluate";

const TYPE = "example:index:Store";

const rule = {
    ...defineRule({
        id: "example",
        title: { fr: "exemple", en: "example" },
        why: { fr: "exemple", en: "example" },
        remediation: { fr: "exemple", en: "example" },
        severity: "low",
        url: "https://example.org/",
        examples: { compliant: [], violation: [] },
        appliesTo: [TYPE],
        check(store) {
            store.expect("version", anyCase("1.2", "1.3"));
            store.expect("network.open", exactly(false));
            store.each("keys", (key) => {
                key.expect("old", exactly(false));
            });
        },
    }),
    remedies: () => [{ path: "version", value: "1.2" }],
};

function remedied(props: Record<string, unknown>): Record<string, unknown> | undefined {
    const opts = {
        protect: false,
        ignoreChanges: [],
        aliases: [],
        additionalSecretOutputs: [],
        customTimeouts: { createSeconds: 0, updateSeconds: 0, deleteSeconds: 0 },
    };
    return remediate(rule, { type: TYPE, name: "subject", urn: urnOf(TYPE, "subject"), props, opts }, {});
}

describe("remediate", () => {
    for (const [where, props] of Object.entries({
        "a value": { network: { open: new Secret(false) } },
        "an object": { network: new Secret({ open: false }) },
        "an element of a list": { network: { open: false }, keys: [new Secret({ old: false })] },
        "part of a secret": { network: new Secret({ open: new Secret(false) }) },
    })) {
        it(`judges ${where} that is a secret by what it is`, () => {
            assert.equal(remedied({ version: "1.3", ...props }), undefined);
        });
    }

    it("mends beside a secret, and keeps it one", () => {
        const open = new Secret(true);
        assert.deepEqual(remedied({ version: "1.3", network: { open } }), {
            version: "1.2",
            network: { open },
        });
        assert.ok(open instanceof Secret);
    });

    it("leaves alone what a secret that is not known yet leaves undecided", () => {
        assert.equal(remedied({ version: "1.3", network: { open: new Secret(UNKNOWN) } }), undefined);
    });
});
