import * as assert from "node:assert/strict";
import fc from "fast-check";

import { rules } from "../../../policies/catalogue";
import type { Rule } from "../../../policies/rule";
import { secret, UNKNOWN } from "../../support/evaluate";
import { edited, type Inputs, outcomeOf, samplesOf, SEED, spotsIn, valueAt } from "./inputs";

const CANARY = "hunter2-canary";

const leaves = fc.constantFrom<unknown>(
    null,
    "",
    "*",
    "text\nof two lines",
    0,
    -1,
    1e300,
    true,
    false,
    // Which no text can be made of.
    { toString: null },
    UNKNOWN,
    secret(UNKNOWN),
    secret(CANARY),
    secret({ nested: CANARY }),
    secret([CANARY]),
);

const keys = fc.constantFrom(
    "",
    "a.b",
    "a[0]",
    '["',
    "__proto__",
    "constructor",
    "toString",
    "length",
    "name",
);

/** Values that no schema foresees, at most five levels deep. */
const { odd } = fc.letrec<{ odd: unknown }>((tie) => ({
    odd: fc.oneof(
        { maxDepth: 5 },
        leaves,
        fc.array(tie("odd"), { maxLength: 3 }),
        fc
            .array(fc.tuple(keys, tie("odd")), { maxLength: 3 })
            .map((entries): unknown => Object.fromEntries(entries)),
    ),
}));

/** As deep as nobody writes. */
const abyss = Array.from({ length: 100 }).reduce<unknown>(
    (inner, _, level) => (level % 2 === 0 ? { inner } : [inner]),
    CANARY,
);

/** A sample of the rule with one or two of its values exchanged for odd ones, or made secrets. */
function oddInputs(rule: Rule): fc.Arbitrary<Inputs> {
    return fc
        .constantFrom(...samplesOf(rule))
        .chain((sample) =>
            spoilt(sample, sample).chain((inputs) => fc.oneof(fc.constant(inputs), spoilt(inputs, sample))),
        );
}

function spoilt(inputs: Inputs, sample: Inputs): fc.Arbitrary<Inputs> {
    const spots = [{ index: 0, place: ["properties"] }, ...spotsIn(inputs)];
    return fc
        .constantFrom(...spots)
        .chain((spot) => spoils(valueAt(sample, spot)).map((value) => edited(inputs, spot, value)));
}

/** A text in the place of a text may be quoted; in the place of something else it may be a secret that is out of place. */
function spoils(value: unknown): fc.Arbitrary<unknown> {
    const isHolder = typeof value === "object" && value !== null;
    return fc.oneof(
        { weight: 6, arbitrary: odd },
        { weight: 2, arbitrary: fc.constant(isHolder ? CANARY : secret(CANARY)) },
        { weight: 1, arbitrary: fc.constant(secret(value ?? null)) },
        { weight: 1, arbitrary: fc.constant(abyss) },
    );
}

describe(`rules on odd inputs (seed ${SEED.toString()})`, function () {
    this.timeout(30_000);

    for (const rule of rules) {
        it(`${rule.id} never crashes, and says what it found on one line, without secrets`, () => {
            fc.assert(
                fc.property(oddInputs(rule), (inputs) => {
                    const { status, messages, unknowns } = outcomeOf(rule, inputs);
                    for (const message of messages) {
                        assert.doesNotMatch(message, /\n|undefined|\[object|NaN/);
                        assert.equal(message.includes(CANARY), false, message);
                    }
                    assert.equal(messages.length > 0, status === "violation");
                    assert.equal(unknowns.length > 0 && messages.length === 0, status === "undecided");
                }),
                { seed: SEED, numRuns: 25 },
            );
        });
    }
});
