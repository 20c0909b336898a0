import * as assert from "node:assert/strict";

import type { Remedy, ResourceRule } from "../../policies/rule";

/** Registers the tests of what a rule sets where it is violated, by type. */
export function describeRemedies(
    rule: ResourceRule,
    remedies: Readonly<Record<string, readonly Remedy[]>>,
): void {
    describe(`the remedies of ${rule.id}`, () => {
        for (const [type, expected] of Object.entries(remedies)) {
            it(`set what it asks of ${type}`, () => {
                assert.deepEqual(rule.remedies?.(type), expected);
            });
        }
    });
}
