import * as assert from "node:assert/strict";

import { type StackName, STACKS } from "../../../architecture/stack-config";
import { rules } from "../../../policies/catalogue";
import type { Register } from "../../../policies/exemptions/register";
import type { Rule } from "../../../policies/rule";
import { type Declaration, declared, findings, type Found, isJudged, programOf } from "./program";
import { ownRegister } from "../exemptions/own-register";
import { apply, type Seed } from "./seed";
import { seeds } from "./seeds";

describe("our own program under every rule", function () {
    this.timeout(60_000);

    for (const stack of STACKS) {
        it(`has nothing wrong but what is exempted, and nothing undecided (${stack})`, async () => {
            const resources = (await programOf(stack)).map(declared);
            const register = ownRegister();
            const faults = rules.flatMap((rule) => {
                const { violations, unknowns } = findings(rule, resources);
                const uncovered = notCovered(register, rule, violations);
                return [...uncovered.map(({ urn, message }) => `${urn}: ${message}`), ...unknowns].map(
                    (fault) => `${rule.id}: ${fault}`,
                );
            });
            assert.deepEqual(faults, []);
            assert.deepEqual(register.unused(stack), [], "an exemption covers nothing");
        });
    }
});

/** Of violations of a rule, those that no exemption covers. */
function notCovered(register: Register, { id }: Rule, violations: Found["violations"]): Found["violations"] {
    return violations.filter(({ urn }) => register.coverOf(id, urn) === undefined);
}

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

/**
 * The rule finds the fault on the resource that it is in, where no exemption covers it, and nothing in the program
 * without it.
 */
async function checkFound(rule: Rule, seed: Seed, stack: StackName): Promise<void> {
    const program = await programOf(stack);
    const register = ownRegister();
    const violations = (resources: readonly Declaration[]) =>
        notCovered(register, rule, findings(rule, resources.map(declared)).violations);
    assert.deepEqual(violations(program), []);
    if (seed.kind === "added") {
        const judged = program.filter((resource) => isJudged(rule, resource)).map(({ urn }) => urn);
        assert.deepEqual(judged, [], "the program has what this rule judges: the fault belongs there");
    }
    const { program: faulty, suspects } = apply(seed, program, rule);
    const found = violations(faulty).map(({ urn }) => urn);
    assert.ok(
        found.some((urn) => suspects.includes(urn)),
        `expected a violation on ${suspects.join(", ")}, got [${found.join(", ")}]`,
    );
}
