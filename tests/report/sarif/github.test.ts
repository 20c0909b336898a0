import * as assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { render } from "../../../report/sarif/github";
import type { Finding, Report } from "../../../report/model";
import { STORE, urn } from "../fixtures";
import { HOSTILE, hostileReport } from "../hostile";
import { CHANGES, OTHER_STORE, emptyReport, mixedReport, textOf } from "../samples";
import { runOf, sarifFaults } from "./sarif";

const runFrom = (report: Report) => runOf(render(report, "fr"), "github.sarif");

/** A report with this many violations of the one rule, and a critical one at the end. */
function manyViolations(count: number, message = "x"): Report {
    const report = mixedReport();
    const found = (rule: string, name: string): Finding => ({
        rule,
        resource: urn("test:index:Store", name),
        verdict: "violation",
        messages: [message],
        undecided: [],
    });
    return {
        ...report,
        rules: report.rules.map((rule) =>
            rule.id === "store-tls" ? { ...rule, severity: "critical" } : rule,
        ),
        findings: [
            ...Array.from({ length: count }, (_, index) => found("store-private", `s${index.toString()}`)),
            found("store-tls", "last"),
        ],
    };
}

describe("the GitHub profile of SARIF", () => {
    for (const [name, report] of [
        ["a mixed report", mixedReport({ changes: CHANGES, undecided: "fail" })],
        ["an empty report", emptyReport()],
        ["a hostile report", hostileReport()],
    ] as const) {
        it(`is valid SARIF 2.1.0 for ${name}`, async function () {
            this.timeout(10 * 60_000);
            assert.deepEqual(await sarifFaults(textOf(render(report, "fr")["github.sarif"])), []);
        });
    }

    it("has the violations, and nothing that GitHub would make an alert of without reason", () => {
        const { results } = runFrom(mixedReport());

        assert.deepEqual(
            results.map(({ ruleId, locations }) => [
                ruleId,
                locations?.[0]?.logicalLocations?.[0]?.fullyQualifiedName,
            ]),
            [
                ["store-private", OTHER_STORE],
                ["store-private", STORE],
            ],
        );
        assert.equal(results.length, mixedReport().summary.findings.violation);
    });

    it("has undecided verdicts where the stack refuses these", () => {
        const { results } = runFrom(mixedReport({ undecided: "fail" }));

        const { violation, undecided } = mixedReport().summary.findings;
        assert.equal(results.length, violation + undecided);
    });

    it("gives each result what GitHub requires, whatever the names hold", () => {
        for (const report of [mixedReport({ undecided: "fail" }), hostileReport()]) {
            const { results, tool } = runFrom(report);
            for (const { message, locations, ruleId, ruleIndex, partialFingerprints } of results) {
                assert.ok(message.text?.trim());
                assert.equal(locations?.length, 1);
                assert.match(locations[0]?.physicalLocation?.artifactLocation?.uri ?? "", /^[\w./-]+$/);
                assert.equal(locations[0]?.physicalLocation?.region?.startLine, 1);
                assert.match(partialFingerprints?.primaryLocationLineHash ?? "", /^[0-9a-f]{64}$/);
                assert.equal(tool.driver.rules?.[ruleIndex ?? -1]?.id, ruleId);
            }
            for (const { shortDescription, fullDescription, help, helpUri, properties } of tool.driver
                .rules ?? []) {
                for (const text of [
                    shortDescription?.text,
                    fullDescription?.text,
                    help?.text,
                    help?.markdown,
                ]) {
                    assert.ok(text?.trim());
                }
                assert.ok((shortDescription?.text.length ?? 0) <= 1_024);
                assert.ok((fullDescription?.text.length ?? 0) <= 1_024);
                assert.match(helpUri ?? "https:", /^https?:/);
                assert.ok((properties?.tags?.length ?? 0) <= 10);
                assert.match(String(properties?.["security-severity"]), /^\d\.\d$/);
            }
        }
    });

    it("gives different findings different fingerprints, which do not depend on where they are", () => {
        const hashes = (report: Report) =>
            runFrom(report).results.map(
                ({ partialFingerprints }) => partialFingerprints?.primaryLocationLineHash,
            );

        assert.equal(new Set(hashes(hostileReport())).size, hostileReport().summary.findings.violation);
        assert.deepEqual(hashes(mixedReport()), hashes(mixedReport({ architecture: "cloud" })));
    });

    it("keeps the 5,000 gravest and says so", () => {
        const run = runFrom(manyViolations(5_000));

        assert.equal(run.results.length, 5_000);
        assert.equal(run.results[0]?.ruleId, "store-tls");
        const told = run.invocations?.[0]?.toolExecutionNotifications
            ?.map(({ message }) => message.text)
            .join("\n");
        assert.match(told ?? "", /5\u202f000 constats sur 5\u202f001/);
        assert.deepEqual([run.properties?.results, run.properties?.findings], [5_000, 5_001]);
        const whole = runFrom(manyViolations(4_999)).invocations?.[0]?.toolExecutionNotifications;
        assert.doesNotMatch(JSON.stringify(whole), /constats sur/);
    });

    it("stays under 10 MB compressed with 5,000 long messages", () => {
        const noise = Array.from({ length: 2_000 }, (_, index) =>
            String.fromCodePoint(0x4e00 + ((index * 7919) % 20_000)),
        );
        const text = textOf(render(manyViolations(6_000, noise.join("")), "fr")["github.sarif"]);

        assert.ok(gzipSync(text).length < 10_000_000);
        assert.ok(text.length < 12_000_000, text.length.toString());
    });

    it("gives a rule that many requirements cite the ten tags that GitHub shows", () => {
        const report = mixedReport();
        const requirements = Array.from({ length: 30 }, (_, index) => ({
            framework: "hds",
            requirement: `EXI ${index.toString()}`,
        }));
        const rules = report.rules.map((rule) => ({ ...rule, requirements }));

        const tags = runFrom({ ...report, rules }).tool.driver.rules?.[0]?.properties?.tags;
        assert.equal(tags?.length, 10);
        assert.deepEqual(tags.slice(0, 2), ["security", "hds EXI 0"]);
    });

    it("has rules of its results alone", () => {
        assert.deepEqual(
            runFrom(mixedReport()).tool.driver.rules?.map(({ id }) => id),
            ["store-private"],
        );
    });

    it("claims nothing where nothing was judged: no result, and the decision as an error", () => {
        const { results, invocations } = runFrom(emptyReport());

        assert.deepEqual(results, []);
        const levels = invocations?.[0]?.toolExecutionNotifications?.map(({ descriptor, level }) => [
            descriptor?.id,
            level,
        ]);
        assert.deepEqual(levels?.slice(0, 3), [
            ["coverage", "note"],
            ["found", "note"],
            ["decision", "error"],
        ]);
    });

    it("names the category by stack, so that one stack's alerts do not close another's", () => {
        const id = (stack: string) => runFrom(mixedReport({ stack })).automationDetails?.id;

        assert.equal(id("dev"), "conformite/dev/2026-11-21T09:30:00.000Z");
        assert.match(id("a/b") ?? "", /^conformite\/a-b\/[^/]+$/);
        assert.ok(HOSTILE.every((stack) => (id(stack)?.split("/").length ?? 0) === 3));
    });
});
