import * as assert from "node:assert/strict";
import { goProgram } from "../../../programs/install/go-programs";
import { CASES } from "./cases";
import type { AlertCase } from "./cases/case";
import { differences, firedIn, type Subject, subjects, trialOf } from "./harness";
import { type Outcome, tryRules } from "./promtool";

/** Allows for the build of a first run. */
const BUILD_MS = 10 * 60_000;

const SUBJECTS = subjects();

/** What a template leaves where it went wrong. */
const FAULTS = /\{\{|<no value>|<error|NaN|%!|\bundefined\b/;

describe("the alerts", () => {
    const tried = new Map<Subject, { readonly one: AlertCase; readonly outcomes: readonly Outcome[] }>();

    before(async function () {
        this.timeout(BUILD_MS);
        await goProgram("promtool", console.log);
        const pairs = SUBJECTS.flatMap((subject) => {
            const one = CASES.find(({ alert }) => alert === subject.rule.alert);
            return one === undefined ? [] : [{ subject, one }];
        });
        const outcomes = await tryRules(pairs.map(({ subject, one }) => trialOf(subject, one)));
        pairs.forEach(({ subject, one }, index) =>
            tried.set(subject, { one, outcomes: outcomes[index] ?? [] }),
        );
    });

    it("each have one case, and each case has its alert", () => {
        const alerts = [...new Set(SUBJECTS.map(({ rule }) => rule.alert))];
        assert.deepEqual(CASES.map(({ alert }) => alert).sort(), alerts.sort());
    });

    for (const subject of SUBJECTS) {
        const { rule } = subject;

        it(`${rule.alert} fires when it should, with these labels, and stays silent otherwise`, () => {
            const trial = tried.get(subject);
            assert.ok(trial, `expected a case of ${rule.alert} in cases/, got none`);
            assert.equal(differences(rule, trial.one, trial.outcomes).join("\n"), "");
        });

        it(`${rule.alert} says all that its texts promise`, () => {
            const fired = firedIn(tried.get(subject)?.outcomes ?? []);
            assert.notEqual(fired.length, 0, "expected the alert to fire, got silence");
            for (const { labels, annotations } of fired) {
                for (const text of Object.values(annotations)) {
                    assert.doesNotMatch(text, FAULTS);
                }
                // A label that an alert lacks becomes an empty word in its texts.
                const quoted = [...`${rule.summary} ${rule.description}`.matchAll(/\$labels\.(\w+)/g)].map(
                    ([, label = ""]) => label,
                );
                assert.deepEqual(
                    quoted.filter((label) => (labels[label] ?? "") === ""),
                    [],
                );
            }
        });
    }
});
