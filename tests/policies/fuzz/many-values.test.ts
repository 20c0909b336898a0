import * as assert from "node:assert/strict";

import { rules } from "../../../policies/catalogue";
import type { Rule } from "../../../policies/rule";
import { normaliseToken } from "../../../policies/token";
import { declared, edited, type Inputs, outcomeOn, type Place, samplesOf, spotsIn, valueAt } from "./inputs";

/** Properties that count in `reads` every value that is asked for. */
function counted(value: unknown, reads: { count: number }): unknown {
    if (typeof value !== "object" || value === null) {
        return value;
    }
    return new Proxy(value, {
        get: (target, key) => {
            reads.count += 1;
            return counted(Reflect.get(target, key), reads);
        },
    });
}

function readsOf(rule: Rule, inputs: Inputs): number {
    const reads = { count: 0 };
    outcomeOn(
        rule,
        inputs.map((input) => ({ ...declared(input), props: counted(input.props, reads) })),
    );
    return reads.count;
}

/** A sample with each of its lists and maps in turn grown to a size, by the place of that list or map. */
function grown(rule: Rule, size: number): Map<string, Inputs> {
    const found = new Map<string, Inputs>();
    for (const sample of samplesOf(rule)) {
        for (const spot of spotsIn(sample)) {
            const key = `${sample[spot.index]?.type ?? ""} ${shapeOf(spot.place)}`;
            const many = found.has(key) ? undefined : multiplied(valueAt(sample, spot), size);
            if (many !== undefined) {
                found.set(key, edited(sample, spot, many));
            }
        }
    }
    return found;
}

function multiplied(value: unknown, size: number): unknown {
    if (Array.isArray(value)) {
        return value.length === 0 ? undefined : Array.from({ length: size }, () => value[0] as unknown);
    }
    if (typeof value !== "object" || value === null) {
        return undefined;
    }
    const extra = Array.from({ length: size }, (_, index) => [`key-${index.toString()}`, "value"] as const);
    return { ...value, ...Object.fromEntries(extra) };
}

function shapeOf(place: Place): string {
    return place.map((key) => (typeof key === "number" ? "*" : key)).join(".");
}

/** The resources that a stack rule judges, each of them many times, beside those that it reads. */
function crowd(rule: Rule, sample: Inputs, size: number): Inputs {
    return sample.flatMap((input) =>
        rule.kind === "stack" && normaliseToken(input.type) in rule.reads
            ? [input]
            : Array.from({ length: size }, (_, index) => ({
                  ...input,
                  name: `${input.name}-${index.toString()}`,
              })),
    );
}

const [FEW, MANY] = [100, 1_000];

/** The reads grow with the size, not with its square, which would be a hundred times as many. */
const MOST = 15;

describe(`rules on ${MANY.toString()} values`, function () {
    this.timeout(30_000);

    for (const rule of rules) {
        it(`${rule.id} reads each value a few times`, () => {
            const few = grown(rule, FEW);
            for (const [place, inputs] of grown(rule, MANY)) {
                const before = readsOf(rule, few.get(place) ?? []);
                const after = readsOf(rule, inputs);
                assert.ok(after <= MOST * before, `${place}: ${before.toString()}, then ${after.toString()}`);
            }
        });

        if (rule.kind === "stack") {
            it(`${rule.id} reads a few values for each resource`, () => {
                for (const sample of samplesOf(rule)) {
                    const before = readsOf(rule, crowd(rule, sample, FEW));
                    const after = readsOf(rule, crowd(rule, sample, MANY));
                    assert.ok(after <= MOST * before, `${before.toString()}, then ${after.toString()}`);
                }
            });
        }
    }
});
