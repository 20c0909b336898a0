import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { HtmlValidate } from "html-validate";
import { DIFF_FORMATS, type DiffFormat, runDiff } from "../../../report/comparison/command";
import { diffOf, hasRegressed } from "../../../report/comparison/diff";
import { diffHtml } from "../../../report/comparison/diff-html";
import { diffMarkdown } from "../../../report/comparison/diff-markdown";
import { diffText } from "../../../report/comparison/diff-text";
import type { Changes, Report } from "../../../report/model";
import type { Language } from "../../../report/words/language";
import { words } from "../../../report/words/words";
import { UserError } from "../../../sandbox/user-error";
import { textOf } from "../html/reading";
import { HOSTILE, hostileReport } from "../hostile";
import { OTHER, baseline, inputsWith, reportWith, resource } from "./reports";

const LANGUAGES: readonly Language[] = ["fr", "en"];

const BEFORE = reportWith({
    rules: ["a", "b", "off"],
    resources: ["defender-plan", "x"],
    findings: [
        ["a", "x", "compliant"],
        ["b", "x", "violation"],
        ["off", "x", "violation"],
    ],
});
const AFTER = reportWith({
    rules: ["a", "b", "off"],
    resources: ["x"],
    disabled: ["off"],
    findings: [
        ["a", "x", "violation"],
        ["b", "x", "compliant"],
    ],
    context: {
        ...inputsWith({ infrastructure: OTHER, levels: OTHER }),
        generatedAt: "2026-11-22T09:30:00.000Z",
    },
});
const DIFF = diffOf({ report: BEFORE, digest: "1" }, { report: AFTER, digest: "2" });

/** Of many findings, each on a resource of its own, none of which was open before. */
function manyRegressions(count: number): [Report, Report] {
    const resources = Array.from({ length: count }, (_, index) => `r${index.toString()}`);
    const content = { rules: ["a"], resources };
    return [
        reportWith({ ...content, findings: [] }),
        reportWith({ ...content, findings: resources.map((name) => ["a", name, "violation"] as const) }),
    ];
}

const RENDERERS = { text: diffText, markdown: diffMarkdown, html: diffHtml } as const;

describe("the difference between two reports", () => {
    for (const language of LANGUAGES) {
        for (const [format, render] of Object.entries(RENDERERS)) {
            const shown = textOf(render(DIFF, language)).replaceAll("\\", "");

            it(`tells coverage before what changed, and regressions before the rest (${format}, ${language})`, () => {
                const body = shown.slice(shown.lastIndexOf(language === "fr" ? "Couverture" : "Coverage"));
                const order =
                    language === "fr"
                        ? [
                              "1 dégradation",
                              "1 constat",
                              "1 amélioration",
                              "Dégradations",
                              "Constats qui",
                              "Ressources retirées",
                              "Améliorations",
                          ]
                        : [
                              "1 regression",
                              "1 finding",
                              "1 improvement",
                              "Regressions",
                              "Findings no longer",
                              "Resources removed",
                              "Improvements",
                          ];
                const places = order.map((each) => body.replaceAll("\u00a0", " ").indexOf(each));
                assert.ok(!places.includes(-1), places.join(" "));
                assert.deepEqual(
                    places,
                    [...places].sort((a, b) => a - b),
                );
            });

            it(`names what was removed, and never says that a lost rule was an improvement (${format}, ${language})`, () => {
                assert.ok(shown.includes("defender-plan"));
                const improvements = shown.lastIndexOf(language === "fr" ? "Améliorations" : "Improvements");
                assert.ok(!shown.slice(improvements).includes("(off)"));
                assert.ok(shown.includes("(off)"));
            });
        }

        it(`says how many rows it left out (${language})`, () => {
            const [before, after] = manyRegressions(1_003);
            const many = diffOf(baseline(before), { report: after, digest: "2" });
            const left = { text: 983, markdown: 993, html: 3 };
            for (const [format, render] of Object.entries(RENDERERS)) {
                const expected = left[format as keyof typeof left].toString();
                assert.match(textOf(render(many, language)), new RegExp(`… (?:et|and) ${expected}[\u00a0 ]`));
            }
        });

        it(`shows hostile text as text (${language})`, () => {
            const after = hostileReport();
            const before: Report = {
                ...after,
                frameworks: after.frameworks.map((framework) => ({ ...framework, requirements: [] })),
                findings: [],
                rules: [],
                resources: [],
            };
            for (const diff of [
                diffOf(baseline(before), { report: after, digest: "2" }),
                diffOf(baseline(after), { report: before, digest: "2" }),
            ]) {
                const html = diffHtml(diff, language);
                assert.doesNotMatch(html, /<script|<img|onerror='|javascript:alert\(1\)"/);
                assert.ok(html.includes("needle&lt;script&gt;"));
                assert.ok(html.length < 3_000_000);
                const text = diffText(diff, language);
                assert.doesNotMatch(text, /[\u0000-\u0009\u000b-\u001f\u007f\u202e]/);
                const markdown = diffMarkdown(diff, language);
                assert.doesNotMatch(markdown, /<script|<img|(?<!\\)!\[|@someone/);
                assert.ok(markdown.length < 65_536, markdown.length.toString());
            }
        });

        it(`is a valid page that loads nothing (${language})`, async () => {
            const html = diffHtml(DIFF, language);
            const validation = await new HtmlValidate({
                extends: ["html-validate:standard", "html-validate:a11y"],
                rules: { "no-inline-style": "error", "no-trailing-whitespace": "off" },
            }).validateString(html);
            assert.deepEqual(
                validation.results.flatMap(({ messages }) =>
                    messages.map(({ ruleId, message }) => [ruleId, message]),
                ),
                [],
            );
            assert.doesNotMatch(html, /src=|href="http|@import|url\(/);
            assert.ok(textOf(html).includes(textOf(words(language).notice).slice(0, 30)));
        });
    }

    it("warns where the comparison may mislead", () => {
        const caveats = (before: Partial<Report>, digest = "2") =>
            diffOf({ report: { ...BEFORE, ...before }, digest: "1" }, { report: AFTER, digest }).caveats.map(
                ({ en }) => en.split(" ").slice(0, 3).join(" "),
            );
        assert.deepEqual(caveats({}), []);
        assert.deepEqual(caveats({ generatedAt: "2026-11-23T00:00:00.000Z" }), ["the first report"]);
        assert.deepEqual(caveats({ simulated: false }), ["Azure is simulated"]);
        assert.deepEqual(caveats({ source: "state" }), ["one report is"]);
        assert.deepEqual(caveats({}, "1"), ["the two reports"]);
    });

    it("regresses by findings, statuses and rules that no longer judge, and by nothing else", () => {
        const none: Changes = {
            ...DIFF.changes,
            findings: [],
            requirements: [],
            rules: { added: ["n"], removed: [], disabled: [], enabled: ["e"] },
        };
        const of = { framework: "hds", requirement: "R1" };
        const [finding] = DIFF.changes.findings;
        assert.ok(finding);
        const changes: readonly (readonly [boolean, Partial<Changes>])[] = [
            [false, {}],
            [true, { findings: [{ ...finding, kind: "regression" }] }],
            [true, { findings: [{ ...finding, kind: "unjudged" }] }],
            [false, { findings: [{ ...finding, kind: "improvement" }] }],
            [true, { requirements: [{ ...of, before: "compliant", after: "undetermined" }] }],
            [false, { requirements: [{ ...of, before: "nonCompliant", after: "exempted" }] }],
            [false, { requirements: [{ ...of, after: "nonCompliant" }] }],
            [true, { rules: { ...none.rules, disabled: ["d"] } }],
            [true, { rules: { ...none.rules, removed: ["r"] } }],
        ];
        for (const [regressed, change] of changes) {
            assert.equal(hasRegressed({ ...none, ...change }), regressed, JSON.stringify(change));
        }
    });

    it("holds every hostile name in JSON as it is", () => {
        const after = hostileReport();
        const { changes } = diffOf(baseline({ ...after, resources: [] }), { report: after, digest: "2" });
        const names = changes.resources.added.join("\n");
        assert.ok(HOSTILE.every((text) => names.includes(text)));
    });
});

describe("npm run report -- diff", () => {
    const root = mkdtempSync(join(tmpdir(), "diff-"));
    const write = (name: string, report: Report): string => {
        const folder = join(root, name);
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, "report.json"), JSON.stringify(report));
        return folder;
    };
    const earlier = write("series/one", BEFORE);
    const later = write("series/two", AFTER);
    symlinkSync("two", join(root, "series/latest"));
    after(() => {
        rmSync(root, { recursive: true, force: true });
    });

    function run(a: string, b: string, format: DiffFormat = "text") {
        const [printed, warned]: [string[], string[]] = [[], []];
        const code = runDiff({
            a,
            b,
            format,
            language: "en",
            print: (text) => printed.push(text),
            warn: (line) => warned.push(line),
        });
        return { code, printed: printed.join("\n"), warned };
    }

    it("ends with 1 where something regressed, 0 where nothing did", () => {
        assert.equal(run(earlier, later).code, 1);
        const better = write("better", { ...BEFORE, findings: [] });
        assert.equal(run(earlier, better).code, 0);
    });

    it("takes a report folder, a series and a file alike", () => {
        const expected = run(earlier, later).printed;
        assert.equal(run(join(earlier, "report.json"), join(root, "series")).printed, expected);
    });

    it("warns on the error output when the reports are in the wrong order", () => {
        const { warned, code } = run(later, earlier);
        assert.match(warned.join(), /the first report is later/);
        assert.equal(code, 1);
    });

    for (const format of DIFF_FORMATS) {
        it(`prints the same twice as ${format}`, () => {
            assert.equal(run(earlier, later, format).printed, run(earlier, later, format).printed);
        });
    }

    it("prints the changes of the model as JSON", () => {
        const { changes, regressed } = JSON.parse(run(earlier, later, "json").printed) as {
            changes: Changes;
            regressed: boolean;
        };
        const { previous, ...rest } = changes;
        assert.match(previous.digest, /^[0-9a-f]{64}$/);
        assert.deepEqual({ previous: { ...previous, digest: "1" }, ...rest }, DIFF.changes);
        assert.equal(regressed, true);
        assert.deepEqual(changes.resources.removed, [resource("defender-plan")]);
    });

    it("refuses what is no report, and another stack", () => {
        const other = write("other", { ...AFTER, stack: "prod" });
        assert.throws(() => run(earlier, other), UserError);
        writeFileSync(join(root, "broken.json"), "{");
        assert.throws(() => run(earlier, join(root, "broken.json")), UserError);
    });
});
