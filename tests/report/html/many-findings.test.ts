import * as assert from "node:assert/strict";
import { renderHtml } from "../../../report/html/html";
import type { Finding } from "../../../report/model";
import { framework, reportOf, urn, wholeRun } from "../fixtures";

function page(violations: number, compliant: number): string {
    const report = reportOf(wholeRun(["hds"]), [framework("hds", { "EXI 1": ["store-private"] })]);
    const findings = Array.from({ length: violations + compliant }, (_, index): Finding => ({
        rule: "store-private",
        resource: urn("test:index:Store", index.toString()),
        verdict: index < violations ? "violation" : "compliant",
        messages: [],
        undecided: [],
    }));
    return renderHtml({ ...report, findings }).replaceAll("\u00a0", " ");
}

const rows = (html: string) => html.split("<tr data-verdict=").length - 1;

describe("the HTML report on thousands of resources", () => {
    it("shows all of 500 findings of a rule", () => {
        const html = page(500, 500);

        assert.equal(rows(html), 1_000);
        assert.doesNotMatch(html, /dans report\.json/);
    });

    it("shows the first 500, and leaves the rest to the JSON", () => {
        const html = page(501, 1_700);

        assert.equal(rows(html), 1_000);
        assert.match(html, /… et 1 autre constat dans report\.json\./);
        assert.match(html, /… et 1\s200 autres constats dans report\.json\./);
    });
});
