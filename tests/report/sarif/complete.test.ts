import * as assert from "node:assert/strict";
import type { Result } from "sarif";
import { render } from "../../../report/sarif/complete";
import type { Finding, Report } from "../../../report/model";
import type { Language } from "../../../report/words/language";
import { STORE } from "../fixtures";
import { hostileReport } from "../hostile";
import {
    CHANGES,
    OTHER_STORE,
    REQUIREMENTS,
    cleanReport,
    emptyReport,
    mixedReport,
    textOf,
} from "../samples";
import { runOf, sarifFaults } from "./sarif";

const runFrom = (report: Report, language: Language = "fr") =>
    runOf(render(report, language), "report.sarif");
const isFinding = ({ properties }: Result) => properties?.verdict !== undefined;

const resultOn = (results: readonly Result[], { rule, resource }: Pick<Finding, "rule" | "resource">) => {
    const { findings } = mixedReport();
    const index = findings.findIndex((finding) => finding.rule === rule && finding.resource === resource);
    const result = results.filter(isFinding)[index];
    assert.ok(result);
    return result;
};

describe("the complete SARIF profile", () => {
    for (const [name, report] of [
        ["a mixed report", mixedReport({ changes: CHANGES })],
        ["an empty report", emptyReport()],
        ["a clean report", cleanReport()],
        ["a hostile report", hostileReport()],
    ] as const) {
        for (const language of ["fr", "en"] as const) {
            it(`is valid SARIF 2.1.0 for ${name} (${language})`, async function () {
                this.timeout(10 * 60_000);
                assert.deepEqual(await sarifFaults(textOf(render(report, language)["report.sarif"])), []);
            });
        }
    }

    it("has a result of the right kind for each finding", () => {
        const report = mixedReport();
        const results = runFrom(report).results.filter(isFinding);
        const of = (kind: string, suppressed: boolean) =>
            results.filter(
                (result) => result.kind === kind && (result.suppressions !== undefined) === suppressed,
            ).length;

        assert.equal(results.length, report.findings.length);
        assert.deepEqual(
            {
                compliant: of("pass", false),
                violation: of("fail", false),
                undecided: of("open", false),
                exempted: of("fail", true),
            },
            report.summary.findings,
        );
    });

    it("gives a level to failures alone", () => {
        for (const { kind, level } of runFrom(mixedReport()).results) {
            assert.equal(level, kind === "fail" ? "error" : "none");
        }
    });

    it("says who accepted what until when of an exempted violation", () => {
        const { suppressions } = resultOn(runFrom(mixedReport()).results, {
            rule: "store-kept",
            resource: STORE,
        });

        assert.equal(suppressions?.length, 1);
        assert.equal(suppressions[0]?.status, "accepted");
        assert.match(suppressions[0].justification ?? "", /EX-1.*décembre 2026\nLe fournisseur.*\n.*Copie/);
    });

    it("has the requirements as taxa, each with its status", () => {
        const { taxonomies, tool } = runFrom(mixedReport());

        assert.deepEqual(
            Object.fromEntries(
                (taxonomies?.[0]?.taxa ?? []).map(({ id, properties }) => [id, properties?.status]),
            ),
            REQUIREMENTS,
        );
        assert.deepEqual(taxonomies?.[0]?.properties?.statuses, mixedReport().frameworks[0]?.statuses);
        const encrypted = tool.driver.rules?.find(({ id }) => id === "store-encrypted");
        assert.deepEqual(
            encrypted?.relationships?.map(({ target }) => [target.toolComponent?.name, target.id]),
            [
                ["hds", "EXI 4"],
                ["rgpd", "art. 32"],
            ],
        );
        for (const { target } of encrypted.relationships ?? []) {
            const taxonomy = taxonomies?.[target.toolComponent?.index ?? -1];
            assert.equal(taxonomy?.taxa?.[target.index ?? -1]?.id, target.id);
            assert.equal(taxonomy?.guid, target.toolComponent?.guid);
        }
    });

    it("points at the rule and the resource of each result", () => {
        const report = mixedReport();
        const { results, tool, logicalLocations } = runFrom(report);
        for (const [index, { ruleId, ruleIndex, locations }] of results.filter(isFinding).entries()) {
            assert.equal(tool.driver.rules?.[ruleIndex ?? -1]?.id, ruleId);
            const place = logicalLocations?.[locations?.[0]?.logicalLocations?.[0]?.index ?? -1];
            assert.equal(place?.fullyQualifiedName, report.findings[index]?.resource);
            // The file alone: nothing tells the line.
            assert.deepEqual(Object.keys(locations?.[0]?.physicalLocation ?? {}), ["artifactLocation"]);
        }
    });

    it("leads to the run in CI, by a web address alone", () => {
        for (const [url, expected] of [
            ["https://ci.example/runs/1", "https://ci.example/runs/1"],
            ["javascript:alert(1)", undefined],
        ] as const) {
            const ci = { system: "GitHub Actions", actor: "robot", url };
            assert.deepEqual(runFrom(mixedReport({ ci })).properties?.ci, {
                system: "GitHub Actions",
                actor: "robot",
                ...(expected === undefined ? {} : { url: expected }),
            });
        }
    });

    it("tells apart a rule that found nothing to judge and one that is disabled", () => {
        const { results, invocations } = runFrom(mixedReport());

        const idle = results.filter(({ kind }) => kind === "notApplicable").map(({ ruleId }) => ruleId);
        assert.deepEqual(idle, ["store-idle"]);
        assert.deepEqual(
            invocations?.[0]?.ruleConfigurationOverrides?.map(({ descriptor }) => descriptor.id),
            ["store-off"],
        );
    });

    it("asks for a review of each piece of evidence", () => {
        const report = mixedReport();
        const review = runFrom(report).results.filter(({ kind }) => kind === "review");

        assert.deepEqual(
            review.map(({ ruleId }) => ruleId),
            report.evidence.map(({ id }) => id),
        );
    });

    it("tells the coverage first, then what was found", () => {
        const report = mixedReport();
        const run = runFrom(report);
        const told = run.invocations?.[0]?.toolExecutionNotifications?.map(
            ({ descriptor }) => descriptor?.id,
        );

        assert.deepEqual(told?.slice(0, 4), ["coverage", "found", "decision", "notice"]);
        assert.deepEqual(run.properties?.summary, report.summary);
    });

    it("claims no pass where nothing was judged", () => {
        const { results, invocations } = runFrom(emptyReport());

        assert.deepEqual(
            results.map(({ kind }) => kind),
            ["notApplicable"],
        );
        const decision = invocations?.[0]?.toolExecutionNotifications?.find(
            ({ descriptor }) => descriptor?.id === "decision",
        );
        assert.equal(decision?.level, "error");
    });

    it("says of each finding whether it is new, once there is a previous report", () => {
        const { results, baselineGuid } = runFrom(mixedReport({ changes: CHANGES }));
        const state = (rule: string, resource: string) => resultOn(results, { rule, resource }).baselineState;

        assert.equal(state("store-private", OTHER_STORE), "new");
        assert.equal(state("store-kept", OTHER_STORE), "new");
        assert.equal(state("store-encrypted", STORE), "updated");
        assert.equal(state("store-private", STORE), "unchanged");
        const previous = runFrom(mixedReport({ generatedAt: CHANGES.previous.generatedAt }));
        assert.equal(baselineGuid, previous.automationDetails?.guid);
        assert.equal(runFrom(mixedReport()).results[0]?.baselineState, undefined);
    });

    it("keeps the fingerprint of a finding from one report to the next", () => {
        const prints = (report: Report) =>
            runFrom(report).results.map(({ fingerprints }) => fingerprints?.["ruleAndResource/v1"]);
        const findings = mixedReport().findings.map((finding) => ({ ...finding, messages: ["autre"] }));

        const before = prints(mixedReport());
        assert.equal(new Set(before.filter((print) => print !== undefined)).size, findings.length);
        assert.deepEqual(prints(mixedReport({ findings, generatedAt: "2027-01-01T00:00:00.000Z" })), before);
    });

    it("shows hostile text as text", () => {
        const text = textOf(render(hostileReport(), "fr")["report.sarif"]);

        assert.ok(text.length < 1_000_000);
        assert.doesNotMatch(
            text,
            /[\u202a-\u202e\u2066-\u2069]|\\u00(?:0[0-8]|1b)|\\ud8|javascript:alert\('needle'\)"/,
        );
        assert.doesNotMatch(text, /\[link\]\(/);
        assert.match(text, /… \(1\u202f050\u202f000 caractères\)/);
    });

    it("is the same each time, and differs by language in prose alone", () => {
        const [fr, en] = (["fr", "en"] as const).map((language) =>
            textOf(render(mixedReport(), language)["report.sarif"]),
        );

        assert.equal(textOf(render(mixedReport(), "fr")["report.sarif"]), fr);
        assert.match(fr ?? "", /Couverture/);
        assert.match(en ?? "", /Coverage/);
        assert.doesNotMatch(en ?? "", /[ \u00a0]:[ ](?!attendu)/);
        const codes = (language: Language) =>
            runFrom(mixedReport(), language).results.map(({ ruleId, kind, level }) => [ruleId, kind, level]);
        assert.deepEqual(codes("fr"), codes("en"));
    });
});
