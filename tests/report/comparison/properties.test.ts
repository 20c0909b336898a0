import assert from "node:assert/strict";
import fc from "fast-check";
import { compare, withChanges } from "../../../report/comparison";
import type { Changes, Report } from "../../../report/model";
import { VERDICTS } from "../../../report/words/words";
import { syntheticReport } from "../synthetic";
import { type Content, baseline, reportWith } from "./reports";

const RULES = ["a", "b", "c"];
const RESOURCES = ["x", "y", "z"];

/** Reports whose findings are on rules and resources that they have, and on no disabled rule. */
const reports = fc
    .record({
        rules: fc.subarray(RULES),
        resources: fc.subarray(RESOURCES),
        disabled: fc.subarray(RULES),
        verdicts: fc.array(fc.option(fc.constantFrom(...VERDICTS)), { minLength: 9, maxLength: 9 }),
    })
    .map(({ rules, resources, disabled, verdicts }): Report => {
        const findings: Content["findings"] = rules
            .filter((rule) => !disabled.includes(rule))
            .flatMap((rule) =>
                resources.flatMap((resource) => {
                    const verdict = verdicts[RULES.indexOf(rule) * 3 + RESOURCES.indexOf(resource)];
                    return verdict === null || verdict === undefined
                        ? []
                        : [[rule, resource, verdict] as const];
                }),
            );
        const off = disabled.filter((rule) => rules.includes(rule));
        return reportWith({ rules, resources, findings, disabled: off });
    });

function keys(changes: Changes, ...kinds: readonly Changes["findings"][number]["kind"][]): string[] {
    return changes.findings
        .filter(({ kind }) => kinds.includes(kind))
        .map(({ rule, resource }) => `${rule} ${resource}`)
        .sort();
}

describe("any comparison", () => {
    it("of a report with itself finds nothing", () => {
        fc.assert(
            fc.property(reports, (report) => {
                const { previous, ...changes } = compare(baseline(report), report);
                assert.equal(previous.generatedAt, report.generatedAt);
                assert.deepEqual(changes, {
                    origins: [],
                    findings: [],
                    requirements: [],
                    resources: { added: [], removed: [] },
                    rules: { added: [], removed: [], disabled: [], enabled: [] },
                });
            }),
        );
    });

    it("the other way round swaps regressions with the rest, and what is new with what is gone", () => {
        fc.assert(
            fc.property(reports, reports, (one, other) => {
                const there = compare(baseline(one), other);
                const back = compare(baseline(other), one);
                assert.deepEqual(keys(there, "regression"), keys(back, "improvement", "unjudged"));
                assert.deepEqual(keys(there, "improvement", "unjudged"), keys(back, "regression"));
                assert.deepEqual(there.resources.added, back.resources.removed);
                assert.deepEqual(there.rules.disabled, back.rules.enabled);
                assert.deepEqual(there.rules.added, back.rules.removed);
                assert.deepEqual(there.requirements.length, back.requirements.length);
            }),
        );
    });

    it("accounts for every violation that is new: the later ones are the earlier ones and the changes", () => {
        fc.assert(
            fc.property(reports, reports, (one, other) => {
                const { findings } = compare(baseline(one), other);
                const gained = findings.filter(({ after }) => after === "violation").length;
                const lost = findings.filter(({ before }) => before === "violation").length;
                assert.equal(
                    one.summary.findings.violation + gained - lost,
                    other.summary.findings.violation,
                );
            }),
        );
    });

    it("does not depend on the order of findings, rules and resources", () => {
        const reversed = (report: Report): Report => ({
            ...report,
            findings: [...report.findings].reverse(),
            rules: [...report.rules].reverse(),
            resources: [...report.resources].reverse(),
        });
        fc.assert(
            fc.property(reports, reports, (one, other) => {
                assert.deepEqual(
                    compare(baseline(reversed(one)), reversed(other)),
                    compare(baseline(one), other),
                );
            }),
        );
    });

    it("leaves both reports as they were, and every finding but for its date", () => {
        fc.assert(
            fc.property(reports, reports, (one, other) => {
                const copies = structuredClone([one, other]);
                const { findings } = withChanges(other, baseline(one));
                assert.deepEqual([one, other], copies);
                assert.deepEqual(
                    findings.map(({ since, ...finding }) => [finding, since !== undefined]),
                    other.findings.map((finding) => [finding, finding.verdict !== "compliant"]),
                );
            }),
        );
    });
});

describe("the comparison of large reports", () => {
    it("finds every one of the findings that are open in one alone", () => {
        const before = syntheticReport({ resources: 10_000, rules: 150 });
        const mended: Report = {
            ...before,
            findings: before.findings.map((finding) => ({ ...finding, verdict: "compliant" })),
        };
        const { violation, undecided, exempted } = before.summary.findings;
        assert.equal(compare(baseline(before), mended).findings.length, violation + undecided + exempted);
    });
});
