import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { render } from "../../../report/junit/report-junit";
import type { Report } from "../../../report/model";
import type { Language } from "../../../report/words/language";
import { schemaOf } from "../../programs/install/schemas";
import { framework, reportOf, STORE, judged, violation, wholeRun } from "../fixtures";
import { hostileReport } from "../hostile";
import { cleanReport, emptyReport, mixedReport, textOf } from "../samples";

const textFrom = (report: Report, language: Language = "fr") => textOf(render(report, language)["junit.xml"]);

/** The values of the nodes that an XPath finds. */
async function values(report: Report, path: string): Promise<string[]> {
    const { XmlDocument } = await import("libxml2-wasm");
    const document = XmlDocument.fromString(textFrom(report));
    try {
        return document.find(path).map((node) => node.content);
    } finally {
        document.dispose();
    }
}

const caseOf = (id: string) => `//testcase[starts-with(@name, '${id} ')]`;

describe("the JUnit report", () => {
    for (const [name, report] of [
        ["a mixed report", mixedReport()],
        ["an empty report", emptyReport()],
        ["a clean report", cleanReport()],
        ["a hostile report", hostileReport()],
    ] as const) {
        it(`is valid by the schema of Jenkins for ${name}`, async function () {
            this.timeout(10 * 60_000);
            const { XmlDocument, XsdValidator } = await import("libxml2-wasm");
            const schema = XmlDocument.fromString(
                readFileSync(await schemaOf("junit-10", console.error), "utf8"),
            );
            const validator = XsdValidator.fromDoc(schema);
            const document = XmlDocument.fromString(textFrom(report));
            try {
                validator.validate(document);
            } finally {
                document.dispose();
                validator.dispose();
                schema.dispose();
            }
        });

        it(`counts what it holds, for ${name}`, async () => {
            const { statuses } = report.frameworks[0] ?? {};
            assert.ok(statuses);
            const suite = "//testsuite[2]";
            const count = async (path: string) => (await values(report, path)).length;

            assert.equal(await count(`${suite}//failure`), statuses.nonCompliant);
            assert.equal(
                await count(`${suite}//skipped`),
                statuses.undetermined + statuses.evidenceRequired + statuses.notApplicable,
            );
            assert.equal(
                await count(`${suite}/testcase[not(failure or skipped or error)]`),
                statuses.compliant + statuses.exempted,
            );
            for (const [attribute, nodes] of [
                ["tests", "//testcase"],
                ["failures", "//failure"],
                ["errors", "//error"],
            ] as const) {
                assert.deepEqual(await values(report, `/testsuites/@${attribute}`), [
                    (await count(nodes)).toString(),
                ]);
            }
            assert.deepEqual(await values(report, `${suite}/@failures`), [statuses.nonCompliant.toString()]);
            assert.deepEqual(await values(report, `${suite}/@skipped`), [
                (await count(`${suite}//skipped`)).toString(),
            ]);
            for (const [status, told] of Object.entries(statuses)) {
                assert.deepEqual(
                    await values(report, `${suite}//property[@name='status.${status}']/@value`),
                    [told.toString()],
                );
            }
        });
    }

    for (const [id, path, expected] of [
        ["EXI 1", "failure/@message", /^2\u00a0non-conformités relevées$/],
        [
            "EXI 1",
            "failure",
            /store-private · images · urn:.*\n {4}access\u00a0: attendu « store-private »\n/,
        ],
        ["EXI 2", "skipped/@message", /^indéterminée\u00a0: une valeur .*inconnue/],
        ["EXI 2", "system-out", /^store-tls · .* · urn:.*\n {4}tls\.version$/],
        ["EXI 3", "system-out", /^conforme avec dérogation\nEX-1 \(jusqu’au 1er décembre 2026 inclus\)$/],
        ["EXI 4", "system-out", /^conforme \(1\u00a0règle\)$/],
        ["EXI 5", "skipped/@message", /^preuve à fournir\u00a0: Preuve P-.* Preuve EXI 5 \(RSSI\)$/],
        ["EXI 6", "skipped/@message", /^non applicable\u00a0: Aucun serveur physique$/],
        ["EXI 7", "skipped/@message", /^indéterminée\u00a0: aucune règle/],
        ["EXI 8", "skipped/@message", /règle .*désactivée/],
    ] as const) {
        it(`says of ${id} in ${path}: ${expected.source}`, async () => {
            const [text, ...others] = await values(mixedReport(), `${caseOf(id)}/${path}`);

            assert.match(text ?? "", expected);
            assert.deepEqual(others, []);
        });
    }

    it("names what exempts a requirement where tools read properties of suites", async () => {
        assert.match(
            (await values(mixedReport(), "//property[@name='exempted.EXI 3']/@value")).join(""),
            /^EX-1 \(jusqu’au/,
        );
    });

    it("fails where nothing was judged, and where only the register is at fault", async () => {
        assert.deepEqual(await values(emptyReport(), "//testsuite[@name='decision']//error/@type"), [
            "inconclusive",
        ]);
        const refused: Report = {
            ...cleanReport(),
            decision: { verdict: "refused", reasons: [{ code: "registerFaults", count: 1 }] },
        };
        assert.deepEqual(await values(refused, "//failure/@type"), ["refused"]);
        assert.match((await values(refused, "//failure")).join(""), /1.défaut dans le registre/);
        assert.deepEqual(await values(cleanReport(), "//failure | //error | //skipped"), []);
    });

    it("tells the coverage and what the report is not", async () => {
        const of = (name: string) =>
            values(mixedReport(), `//testsuite[1]//property[@name='${name}']/@value`);

        assert.match((await of("coverage")).join(""), /^Couverture\u00a0: 2\u00a0ressources déclarées/);
        assert.match((await of("notice")).join(""), /ni une certification, ni un audit/);
        assert.deepEqual(await of("simulated"), ["true"]);
        assert.deepEqual(await of("source"), ["aperçu Pulumi, avant déploiement"]);
    });

    it("says of a state that it is one, and nothing of a simulation that it cannot know", () => {
        const state = mixedReport({ source: "state", simulated: false });

        assert.match(textFrom(state), /<property name="source" value="état exporté de la pile/);
        assert.doesNotMatch(textFrom(state), /avant déploiement|name="simulated"/);
    });

    it("sets reasons apart as each language does", () => {
        const report = mixedReport();
        const frameworks = report.frameworks.map((framework) => ({
            ...framework,
            requirements: framework.requirements.map((requirement) => ({
                ...requirement,
                causes: ["undecidedValue" as const, "disabledRule" as const],
            })),
        }));

        assert.match(textFrom({ ...report, frameworks }), /inconnue\u00a0; une règle est désactivée"/);
        assert.match(textFrom({ ...report, frameworks }, "en"), /unknown; a rule is disabled"/);
    });

    it("lists 20 violations of a requirement, and how many more there are", async () => {
        const report = mixedReport();
        const findings = Array.from({ length: 25 }, (_, index) => ({
            rule: "store-private",
            resource: `${STORE}-${index.toString()}`,
            verdict: "violation" as const,
            messages: [],
            undecided: [],
        }));

        const [text] = await values({ ...report, findings }, `${caseOf("EXI 1")}/failure`);
        assert.equal(text?.split("\n").length, 21);
        assert.match(text, /… et 5\u00a0autres, dans le rapport complet\.$/);
    });

    it("takes its time from the report, without a zone", async () => {
        assert.deepEqual(await values(mixedReport(), "//testsuite[1]/@timestamp"), ["2026-11-21T09:30:00"]);
        assert.deepEqual([...new Set(await values(mixedReport(), "//@time"))], ["0"]);
    });

    it("shows hostile text as text, cut where it is too long", async () => {
        const report = hostileReport();
        const text = textFrom(report);

        assert.ok(text.length < 500_000);
        assert.doesNotMatch(text, /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
        assert.doesNotMatch(text, /<script|<img|<!--|<!\[CDATA/);
        const failures = (await values(report, "//failure")).join("\n");
        assert.ok(failures.includes(']]></failure><failure message="x"/>'));
    });

    it("is the same each time, and in English where that is asked for", () => {
        assert.equal(textFrom(mixedReport()), textFrom(mixedReport()));
        assert.match(textFrom(mixedReport(), "en"), /message="2\u00a0violations found"/);
        assert.doesNotMatch(textFrom(cleanReport(), "en"), /conforme\b(?!\.)/);
    });

    it("tells of real runs", async () => {
        const report = reportOf(
            wholeRun(
                ["hds"],
                judged("hds", STORE, [], ["store-private"]),
                violation("hds", "store-private", STORE, "access\u00a0: attendu « privé »"),
            ),
            [framework("hds", { "EXI 1": ["store-private"] })],
        );

        assert.equal((await values(report, `${caseOf("EXI 1")}/failure`)).length, 1);
    });
});
