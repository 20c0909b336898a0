import * as assert from "node:assert/strict";
import type { AlertRule } from "../../../../components/observability/rules/rule";
import { goProgram } from "../../../programs/install/go-programs";
import { subjects } from "./harness";
import { type Mutant, mutantsOf } from "./mutation/mutants";
import { explained, explanations, scoreOf } from "./mutation/survivors";

/** Allows for the build of a first run. */
const BUILD_MS = 10 * 60_000;

/** Of every third alert a number or an operator, of every third a label, of every third its wait. */
const SAMPLE = [/^(\S+) -> \S+$/, /["(]/, /^for /];

const ALERT: AlertRule = {
    alert: "Example",
    expr: `max by (pod) (rate(a{job="x", b=~"c|d"}[5m])) > 2 and on (pod) e == 0`,
    for: "10m",
    severity: "info",
    team: "plateforme",
    summary: "",
    description: "",
    runbook: { meaning: "", impact: "", checks: [], remedies: [] },
};

describe("the mutants of an alert", () => {
    it("change each number, operator, label and wait once", () => {
        assert.deepEqual(
            mutantsOf(ALERT).map(({ change }) => change),
            [
                "by (pod) -> without pod",
                'job="x" -> job="mutant"',
                'job="x" -> job!="x"',
                'b=~"c|d" -> b=~"mutant"',
                'b=~"c|d" -> b!~"c|d"',
                'b=~"c|d" -> nothing',
                'b=~"c|d" -> b=~"d"',
                'b=~"c|d" -> b=~"c"',
                "> -> <",
                "2 -> 3",
                "2 -> 1",
                "and -> or",
                "on (pod) -> without pod",
                "== -> !=",
                "0 -> 1",
                "0 -> -1",
                "for 10m -> 5m",
                "for 10m -> 20m",
            ],
        );
    });

    it("are whole expressions", () => {
        const changed = mutantsOf(ALERT).map(({ rule }) => rule.expr);
        assert.equal(changed[5], `max by (pod) (rate(a{job="x"}[5m])) > 2 and on (pod) e == 0`);
        assert.equal(changed[11], `max by (pod) (rate(a{job="x", b=~"c|d"}[5m])) > 2 or on (pod) e == 0`);
        assert.equal(changed[12], `max by (pod) (rate(a{job="x", b=~"c|d"}[5m])) > 2 and on () e == 0`);
    });
});

describe("the cases of the alerts", () => {
    it("notice a change of each, of an operator, a label or its wait", async function () {
        this.timeout(BUILD_MS);
        await goProgram("promtool", console.log);
        let turn = 0;
        const sampled = (mutants: readonly Mutant[]) => {
            const kind = SAMPLE[turn++ % SAMPLE.length];
            return mutants.filter(({ change }) => kind?.test(change)).slice(0, 1);
        };
        const { total, survivors } = await scoreOf(subjects(), sampled);
        assert.ok(
            total > 0.9 * subjects().length,
            `expected a mutant of each alert, got ${total.toString()}`,
        );
        const all = explanations();
        assert.deepEqual(
            survivors
                .filter((survivor) => !explained(survivor, all))
                .map(({ rule, change }) => `${rule.alert}: ${change}`),
            [],
        );
    });
});
