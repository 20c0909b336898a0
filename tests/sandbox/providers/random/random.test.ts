import assert from "node:assert/strict";
import { compareSync } from "bcryptjs";
import { random } from "../../../../sandbox/providers/random/provider";
import { ProviderClient, secretOf, UNKNOWN, type Properties } from "../provider-client";

const PASSWORD = "random:index/randomPassword:RandomPassword";
const DEFAULTS = {
    lower: true,
    minLower: 0,
    minNumeric: 0,
    minSpecial: 0,
    minUpper: 0,
    number: true,
    numeric: true,
    special: true,
    upper: true,
};

describe("the random stand-in", () => {
    let client: ProviderClient;
    before(async () => {
        client = await ProviderClient.start(random, {});
    });
    after(() => {
        client.close();
    });

    const text = async (inputs: Properties) => plain((await client.create(PASSWORD, inputs)).outputs.result);

    it("leaves a password unknown and secret at preview", async () => {
        assert.deepEqual(await client.create(PASSWORD, { length: 20 }, { preview: true }), {
            id: "",
            outputs: { ...DEFAULTS, length: 20, result: secretOf(UNKNOWN), bcryptHash: secretOf(UNKNOWN) },
        });
    });

    it("makes a secret password, its hash, and another one next time", async () => {
        const first = await client.create(PASSWORD, { length: 20 });
        const second = await client.create(PASSWORD, { length: 20 });
        const result = plain(first.outputs.result);
        assert.equal(first.id, "none");
        assert.deepEqual(first.outputs.result, secretOf(result));
        assert.equal(result.length, 20);
        assert.notEqual(plain(second.outputs.result), result);
        assert.equal(compareSync(result, plain(first.outputs.bcryptHash)), true);
    });

    it("keeps the old and the new name of digits the same", async () => {
        for (const inputs of [{ number: false }, { numeric: false }]) {
            const { outputs } = await client.create(PASSWORD, { length: 8, ...inputs });
            assert.deepEqual([outputs.number, outputs.numeric], [false, false]);
        }
    });

    it("keeps a secret keeper secret", async () => {
        const { outputs } = await client.create(PASSWORD, { length: 4, keepers: secretOf({ a: "b" }) });
        assert.deepEqual(outputs.keepers, secretOf({ a: "b" }));
    });

    const CLASSES: [Properties, RegExp][] = [
        [{ length: 64, special: false }, /^[a-zA-Z0-9]{64}$/],
        [{ length: 64, special: false, upper: false, numeric: false }, /^[a-z]{64}$/],
        [{ length: 64, special: false, lower: false, number: false }, /^[A-Z]{64}$/],
        [{ length: 64, lower: false, upper: false, numeric: false }, /^[!@#$%&*()\-_=+[\]{}<>:?]{64}$/],
        [{ length: 64, lower: false, upper: false, numeric: false, overrideSpecial: "-_" }, /^[-_]{64}$/],
        [
            { length: 4, minLower: 1, minUpper: 1, minNumeric: 1, minSpecial: 1 },
            /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?=.*[^a-zA-Z0-9]).{4}$/,
        ],
    ];
    for (const [inputs, pattern] of CLASSES) {
        it(`makes a text of ${JSON.stringify(inputs)}`, async () => {
            assert.match(await text(inputs), pattern);
        });
    }

    const FAILURES: [Properties, string][] = [
        [{}, "expected a whole number of at least 1, got null"],
        [{ length: 0 }, "expected a whole number of at least 1, got 0"],
        [{ length: 1.5 }, "expected a whole number of at least 1, got 1.5"],
        [{ length: "8" }, 'expected a whole number of at least 1, got "8"'],
        [{ length: 3, minLower: 2, minNumeric: 2 }, "expected at least 4, the sum of the minimums, got 3"],
        [
            { length: 8, lower: false, upper: false, numeric: false, special: false },
            "expected at least one of lower, upper, numeric and special, got none",
        ],
    ];
    for (const [inputs, reason] of FAILURES) {
        it(`refuses ${JSON.stringify(inputs)}`, async () => {
            assert.deepEqual((await client.check(PASSWORD, inputs)).failures, [
                { property: "length", reason },
            ]);
        });
    }

    it("accepts the least length that its minimums leave", async () => {
        const { failures } = await client.check(PASSWORD, { length: 4, minLower: 2, minNumeric: 2 });
        assert.deepEqual(failures, []);
    });

    it("accepts an unknown length", async () => {
        assert.deepEqual(await client.check(PASSWORD, { length: UNKNOWN }), {
            inputs: { length: UNKNOWN },
            failures: [],
        });
    });

    const DIFFS: [string, Properties, Properties, Record<string, string>][] = [
        ["nothing", { length: 8 }, { length: 8 }, {}],
        ["another length", { length: 8 }, { length: 9 }, { length: "UPDATE_REPLACE" }],
        ["a new keeper", { length: 8 }, { length: 8, keepers: { a: "b" } }, { keepers: "ADD_REPLACE" }],
        ["a lost option", { length: 8, special: false }, { length: 8 }, { special: "DELETE_REPLACE" }],
    ];
    for (const [what, olds, news, details] of DIFFS) {
        it(`replaces for every change: ${what}`, async () => {
            assert.deepEqual(await client.diff(PASSWORD, olds, news), {
                changes: Object.keys(details).length === 0 ? "none" : "some",
                details,
                replaces: Object.keys(details),
                deleteBeforeReplace: false,
            });
        });
    }

    it("refuses a type that it does not know", async () => {
        await assert.rejects(
            client.create("random:index/randomPet:RandomPet", {}),
            /expected a type that the sandbox knows, random:index\/randomPassword:RandomPassword;/,
        );
    });
});

/** What lies in a secret's envelope. */
function plain(value: Properties[string] | undefined): string {
    const { value: text } = value as { value: string };
    return text;
}
