import assert from "node:assert/strict";
import type { Finding, Report, Verdict } from "../../../report/model";
import { agesOf, termsOf } from "../../../report/site/ages";
import { CONTEXT } from "../fixtures";
import { reportWith, resource } from "../comparison/reports";

const NOW = new Date("2026-11-21T12:00:00.000Z");

function daysAgo(days: number): string {
    return new Date(NOW.getTime() - days * 86_400_000).toISOString();
}

/** A report with one finding a verdict, open for so many days. */
function openFor(...open: readonly (readonly [Verdict, number])[]): Report {
    const names = open.map((_, index) => `r${index.toString()}`);
    const report = reportWith({
        rules: ["a"],
        resources: names,
        findings: open.map(([verdict], index) => ["a", names[index] ?? "", verdict]),
    });
    const since = new Map(open.map(([, days], index) => [resource(names[index] ?? ""), daysAgo(days)]));
    const dated = (finding: Finding): Finding => ({ ...finding, since: since.get(finding.resource) ?? "" });
    return { ...report, findings: report.findings.map(dated) };
}

describe("the age of open findings", () => {
    for (const [days, place] of [
        [0, 0],
        [7, 0],
        [7.9, 0],
        [8, 1],
        [30, 1],
        [31, 2],
        [90, 2],
        [91, 3],
        [4_000, 3],
        [-3, 0],
    ] as const) {
        it(`puts ${days.toString()} days in class ${place.toString()}`, () => {
            const { classes, old } = agesOf(openFor(["violation", days]), NOW);
            assert.deepEqual(
                classes.map(({ toMend }) => toMend),
                classes.map((_, index) => (index === place ? 1 : 0)),
            );
            assert.equal(old, place === 3 ? 1 : 0);
        });
    }

    it("tells what is to be mended from what is exempted, and leaves out what is compliant", () => {
        const { toMend, old, classes } = agesOf(
            openFor(["violation", 100], ["undecided", 200], ["exempted", 300], ["compliant", 400]),
            NOW,
        );
        assert.deepEqual(
            toMend.map(({ days }) => days),
            [200, 100],
        );
        assert.equal(old, 2);
        assert.deepEqual(classes.at(-1), { over: 90, upTo: Infinity, toMend: 2, exempted: 1 });
    });

    it("counts from the report itself where it does not say since when", () => {
        const report = reportWith({ rules: ["a"], resources: ["x"], findings: [["a", "x", "violation"]] });
        const later = new Date(Date.parse(CONTEXT.generatedAt) + 10 * 86_400_000);
        assert.equal(agesOf(report, later).toMend[0]?.days, 10);
    });
});

describe("the terms of exemptions", () => {
    it("count the days from now, negative once expired, the nearest first", () => {
        const ends = ["2027-01-01", "2026-11-21", "2026-11-20", "2026-12-01"];
        const report = openFor();
        const inForce = ends.map((expires, index) => ({ id: index.toString(), expires }));
        const exemptions = { ...report.exemptions, inForce } as unknown as Report["exemptions"];
        assert.deepEqual(
            termsOf({ ...report, exemptions }, NOW).map(({ exemption, daysLeft }) => [
                exemption.id,
                daysLeft,
            ]),
            [
                ["2", -1],
                ["1", 0],
                ["3", 10],
                ["0", 41],
            ],
        );
    });
});
