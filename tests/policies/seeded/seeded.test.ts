import * as assert from "node:assert/strict";

import { type StackName, STACKS } from "../../../architecture/stack-config";
import { rules } from "../../../policies/catalogue";
import type { Rule } from "../../../policies/rule";
import { declared, findings, isJudged, programOf } from "./program";
import { apply, type Seed } from "./seed";
import { seeds } from "./seeds";

describe("our own program under every rule", function () {
    this.timeout(60_000);

    for (const stack of STACKS) {
        it(`has nothing wrong and nothing undecided (${stack})`, async () => {
            const resources = (await programOf(stack)).map(declared);
            const faults = rules.flatMap((rule) => {
                const { violations, unknowns } = findings(rule, resources);
                return [...violations.map(({ urn, message }) => `${urn}: ${message}`), ...unknowns].map(
                    (fault) => `${rule.id}: ${fault}`,
                );
            });
            assert.deepEqual(faults, []);
        });
    }
});

describe("a fault in our own program", function () {
    this.timeout(60_000);

    it("is seeded for rules that exist", () => {
        const ids = new Set(rules.map(({ id }) => id));
        assert.deepEqual(
            Object.keys(seeds).filter((id) => !ids.has(id)),
            [],
        );
    });

    for (const rule of rules) {
        it(`is found by ${rule.id}`, async () => {
            const seed = seeds[rule.id];
            assert.ok(seed, "no fault is seeded for this rule");
            await ("stack" in seed
                ? checkFound(rule, seed.seed, seed.stack)
                : checkFound(rule, seed, "prod"));
        });
    }
});

/** The rule finds the fault on the resource that it is in, and nothing in the program without it. */
async function checkFound(rule: Rule, seed: Seed, stack: StackName): Promise<void> {
    const program = await programOf(stack);
    const before = findings(rule, program.map(declared));
    assert.deepEqual(before.violations, []);
    if (seed.kind === "added") {
        const judged = program.filter((resource) => isJudged(rule, resource)).map(({ urn }) => urn);
        assert.deepEqual(judged, [], "the program has what this rule judges: the fault belongs there");
    }
    const { program: faulty, suspects } = apply(seed, program, rule);
    const found = findings(rule, faulty.map(declared)).violations.map(({ urn }) => urn);
    assert.ok(
        found.some((urn) => suspects.includes(urn)),
        `expected a violation on ${suspects.join(", ")}, got [${found.join(", ")}]`,
    );
}
