import * as assert from "node:assert/strict";
import type { Log } from "sarif";
import { assess } from "../../report/assessment";
import type { Report } from "../../report/model";
import { STATUSES, words } from "../../report/words/words";
import { packedJson } from "./counts/packed";
import { pdfText } from "./counts/pdf-text";
import { READINGS } from "./counts/readings";
import { CONSOLE, allFiles, filesOf } from "./counts/told";
import { CONTEXT, framework } from "./fixtures";
import { emptyReport } from "./samples";

/** The answer that lets a release go; without registers, no output says it of anything else. */
const YES = /\b(?:Oui|Yes)\b/;

/** Statuses that say that a requirement is met. */
const GOOD = new Set<string>(["compliant", "exempted"]);

const REPORTS: Readonly<Record<string, () => Report>> = {
    "in which no rule applied": emptyReport,
    "on real Azure in which no rule applied": () => assess(NOTHING, [ONE], { ...CONTEXT, simulated: false }),
    "on a stack without resources": () =>
        assess({ ...NOTHING, resources: new Map() }, [ONE], { ...CONTEXT, simulated: false }),
    "whose rules are all disabled": () =>
        assess(NOTHING, [ONE], { ...CONTEXT, simulated: false, disabledRules: ["store-private"] }),
    "without a framework": () => assess(NOTHING, [], { ...CONTEXT, simulated: false }),
};

const ONE = framework("hds", { "EXI 1": ["store-private"] });

const NOTHING: Parameters<typeof assess>[0] = {
    resources: new Map([
        ["urn:pulumi:dev::clinic::test:index:Store::a", { type: "test:index:Store", custom: true }],
    ]),
    findings: [],
    packVersions: new Map(),
};

describe("a run that judged nothing", function () {
    this.timeout(10 * 60_000);

    for (const [kind, make] of Object.entries(REPORTS)) {
        for (const language of ["fr", "en"] as const) {
            describe(`${kind} (${language})`, () => {
                let files: ReadonlyMap<string, Buffer>;
                const text = (name: string) => files.get(name)?.toString() ?? "";
                const run = (name: string) => (JSON.parse(text(name)) as Log).runs[0];
                before(async () => {
                    files = await allFiles(make(), language);
                });

                it("lets no release go, in any format", async () => {
                    const texts = [...files].filter(([name]) => !/\.(?:pdf|html)$/.test(name));
                    const html = JSON.parse(packedJson(text("report.html"))) as {
                        readonly pages: Readonly<Record<string, string>>;
                    };
                    const said = new Map([
                        ...texts.map(([name, content]) => [name, content.toString()] as const),
                        ["report.html", text("report.html").replace(/<(style|script)\b.*?<\/\1>/gs, "")],
                        ...Object.entries(html.pages),
                        ["report.pdf", await pdfText(files.get("report.pdf") ?? Buffer.of())],
                    ]);

                    assert.deepEqual(
                        [...said].filter(([, content]) => YES.test(content)).map(([name]) => name),
                        [],
                    );
                    for (const name of ["report.html", "report.pdf", "summary.md", "junit.xml", CONSOLE]) {
                        assert.ok(
                            said.get(name)?.includes(words(language).decision.inconclusive.answer),
                            name,
                        );
                    }
                });

                it("calls nothing compliant, wherever counts stand", async () => {
                    for (const { what, read } of READINGS) {
                        const {
                            findings = [],
                            frameworks = [],
                            requirements = [],
                        } = await read(filesOf(files), language);
                        assert.deepEqual(
                            findings.filter((count) => count > 0),
                            [],
                            what,
                        );
                        for (const statuses of [...frameworks, requirements]) {
                            const good = statuses.filter((_, index) => GOOD.has(STATUSES[index] ?? ""));
                            assert.deepEqual(
                                good.filter((count) => count > 0),
                                [],
                                what,
                            );
                        }
                    }
                });

                it("passes no test, shows no green and has no result", () => {
                    assert.match(text("junit.xml"), /<testsuites [^>]*errors="1"/);
                    assert.doesNotMatch(text("junit.xml"), /<system-out>/);
                    assert.doesNotMatch(text("oscal-assessment-results.json"), /"state": ?"satisfied"/);
                    assert.deepEqual(
                        (run("report.sarif")?.results ?? []).filter(({ kind: of }) => of === "pass"),
                        [],
                    );
                    for (const name of ["report.sarif", "github.sarif"]) {
                        const notified = run(name)?.invocations?.[0]?.toolExecutionNotifications ?? [];
                        assert.ok(
                            notified.some(
                                ({ descriptor, level }) => descriptor?.id === "decision" && level === "error",
                            ),
                            name,
                        );
                    }
                    assert.deepEqual(run("github.sarif")?.results, []);
                    const body = /<body>.*?<script/s.exec(text("report.html"))?.[0] ?? "";
                    assert.ok(body.includes('class="answer undetermined"'));
                    assert.doesNotMatch(body, /class="[^"]*\b(?:icon|badge|answer|requirement) compliant\b/);
                    assert.doesNotMatch(body, /<rect\s+class="(?:compliant|exempted)"/);
                });
            });
        }
    }
});
