import * as assert from "node:assert/strict";
import { type FailOn, exitCode } from "../../report/exit-code";
import type { Decision, Report } from "../../report/model";
import { framework, judged, reportOf, STORE, violation, wholeRun } from "./fixtures";

const FRAMEWORKS = [framework("hds", { "EXI 1": ["store-private"] })];

const CLEAN = reportOf(wholeRun(["hds"], judged("hds", STORE, ["store-private"])), FRAMEWORKS);
const MEDIUM = withSeverity(
    reportOf(
        wholeRun(
            ["hds"],
            judged("hds", STORE, [], ["store-private"]),
            violation("hds", "store-private", STORE, "access : public"),
        ),
        FRAMEWORKS,
    ),
    "medium",
);

function withSeverity(report: Report, severity: Report["rules"][number]["severity"]): Report {
    return { ...report, rules: report.rules.map((rule) => ({ ...rule, severity })) };
}

function refusedFor(code: Decision["reasons"][number]["code"]): Report {
    return { ...CLEAN, decision: { verdict: "refused", reasons: [{ code, count: 1 }] } };
}

describe("the exit code of a judged run", () => {
    it("is 1 for a violation from the chosen severity on", () => {
        const code: Readonly<Record<FailOn, 0 | 1>> = { low: 1, medium: 1, high: 0, critical: 0, never: 0 };
        for (const [failOn, expected] of Object.entries(code)) {
            assert.equal(exitCode(MEDIUM, failOn as FailOn), expected, failOn);
        }
        assert.equal(exitCode(CLEAN, "low"), 0);
    });

    it("is 1 for what refuses the stack without a violation, but where nothing shall fail", () => {
        for (const code of ["undecidedRefused", "registerFaults"] as const) {
            assert.equal(exitCode(refusedFor(code), "critical"), 1, code);
            assert.equal(exitCode(refusedFor(code), "never"), 0, code);
        }
    });

    it("is 2 where nothing was judged, whatever shall fail", () => {
        const empty: Report = {
            ...CLEAN,
            decision: { verdict: "inconclusive", reasons: [{ code: "nothingJudged", count: 1 }] },
        };

        assert.equal(exitCode(empty, "low"), 2);
        assert.equal(exitCode(empty, "never"), 2);
    });

    it("is 0 for reserves", () => {
        const reserved: Report = {
            ...CLEAN,
            decision: { verdict: "reserved", reasons: [{ code: "undecided", count: 1 }] },
        };

        assert.equal(exitCode(reserved, "low"), 0);
    });
});
