import * as assert from "node:assert/strict";
import { ListReader } from "../../../report/audit/list-reader";

interface Read {
    readonly elements: readonly (readonly [list: string, element: unknown])[];
    readonly before: readonly unknown[];
    readonly rest: unknown;
    readonly isClosed: boolean;
}

/** Reads a text whole, or cut into pieces of some bytes. */
function read(text: string, size = text.length + 1): Read {
    const elements: (readonly [string, unknown])[] = [];
    const before: unknown[] = [];
    const reader = new ListReader({
        object: "shop",
        lists: ["fruits", "nuts"],
        onList: (state) => before.push(state),
        onElement: (list, element) => elements.push([list, element]),
    });
    const bytes = Buffer.from(text);
    for (let from = 0; from < bytes.length; from += size) {
        reader.write(bytes.subarray(from, from + size));
    }
    return { elements, before, isClosed: reader.isClosed, rest: reader.end() };
}

const DOCUMENT = `{ "version": 3, "note": ["[{\\"}", "é\\\\"], "shop": { "open": {"fruits": [1]},
    "fruits": [ {"name": "é, \\"]}", "seeds": [1, [2]]}, "pear" , 3,null, [] ] , "other": [{"fruits": [4]}],
    "nuts": [
    ], "last": "x" }, "fruits": [5], "else": {"nuts": [6]} }`;

describe("the reading of lists", () => {
    it("hands over the elements of the lists at their place alone, and keeps the rest", () => {
        const { elements, before, rest, isClosed } = read(DOCUMENT);

        assert.deepEqual(elements, [
            ["fruits", { name: 'é, "]}', seeds: [1, [2]] }],
            ["fruits", "pear"],
            ["fruits", 3],
            ["fruits", null],
            ["fruits", []],
        ]);
        assert.deepEqual(
            before.map((state) => (state as { version: number }).version),
            [3, 3],
        );
        assert.deepEqual((rest as { shop: unknown }).shop, {
            open: { fruits: [1] },
            fruits: [],
            other: [{ fruits: [4] }],
            nuts: [],
            last: "x",
        });
        assert.equal(isClosed, true);
    });

    it("reads the same however the text is cut", () => {
        const whole = read(DOCUMENT);
        for (let size = 1; size < 60; size++) {
            assert.deepEqual(read(DOCUMENT, size), whole, `pieces of ${size.toString()} bytes`);
        }
    });

    for (const list of ["[,]", "[1,]", "[,1]", "[1 2]", "[{} {}]", "[{]}]", "[1}", '["a\nb"]', "[tru]"]) {
        it(`refuses ${JSON.stringify(list)}`, () => {
            for (const size of [1, 1000]) {
                assert.throws(() => read(`{"shop":{"fruits":${list}}}`, size), SyntaxError);
            }
        });
    }

    for (const text of [
        "{",
        '{"a" 1}',
        '{"shop":{"fruits":[1]}} {}',
        '{"shop":{"fruits":[1]',
        "}",
        '{"shop" {"fruits":[]}}',
    ]) {
        it(`refuses ${text} at the latest at its end`, () => {
            assert.throws(() => read(text), SyntaxError);
        });
    }

    it("knows what was opened and not closed", () => {
        const reader = new ListReader({
            object: "shop",
            lists: ["fruits"],
            onList: () => undefined,
            onElement: () => undefined,
        });
        const states = ['{"shop', '":{"fruits":[', "1", "]}", "}"].map((piece) => {
            reader.write(Buffer.from(piece));
            return reader.isClosed;
        });

        assert.deepEqual(states, [false, false, false, false, true]);
    });

    it("has nothing to say of an empty text", () => {
        assert.deepEqual(read(""), { elements: [], before: [], rest: undefined, isClosed: true });
    });

    it("refuses a document that is too large beside the lists", () => {
        assert.throws(() => read(`"${"x".repeat(1 << 26)}"`), SyntaxError);
    });
});
