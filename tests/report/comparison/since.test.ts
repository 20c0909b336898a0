import assert from "node:assert/strict";
import { withChanges } from "../../../report/comparison";
import type { Report } from "../../../report/model";
import { CONTEXT } from "../fixtures";
import { baseline, one } from "./reports";

describe("since when a finding is open", () => {
    const EARLIER = "2026-08-01T08:00:00.000Z";
    const FIRST = "2026-05-01T08:00:00.000Z";
    const sinceOf = (report: Report): string | undefined => report.findings[0]?.since;

    it("is this report where there is no earlier one, and nothing for a compliant finding", () => {
        assert.equal(sinceOf(withChanges(one("violation"))), CONTEXT.generatedAt);
        assert.equal(withChanges(one("violation")).changes, undefined);
        assert.equal(sinceOf(withChanges(one("compliant"))), undefined);
    });

    it("is what the earlier one says where it was open, whatever its verdict then", () => {
        const before = one("exempted", { generatedAt: EARLIER });
        const first = withChanges({ ...before, generatedAt: FIRST });
        const second = withChanges(one("undecided", { generatedAt: EARLIER }), baseline(first));
        assert.equal(sinceOf(second), FIRST);
        assert.equal(sinceOf(withChanges(one("violation"), baseline(second))), FIRST);
    });

    it("starts anew where it was compliant or absent", () => {
        for (const verdict of ["compliant", undefined] as const) {
            const before = withChanges(one(verdict, { generatedAt: EARLIER }));
            assert.equal(sinceOf(withChanges(one("violation"), baseline(before))), CONTEXT.generatedAt);
        }
    });

    it("is the earlier report where that one does not say", () => {
        const before = one("violation", { generatedAt: EARLIER });
        assert.equal(sinceOf(withChanges(one("violation"), baseline(before))), EARLIER);
    });
});
