import assert from "node:assert/strict";
import {
    appendFileSync,
    cpSync,
    existsSync,
    mkdirSync,
    readdirSync,
    rmSync,
    symlinkSync,
    writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { HtmlValidate } from "html-validate";
import { withChanges } from "../../../report/comparison";
import type { Report } from "../../../report/model";
import { collect } from "../../../report/site/collect";
import { siteFiles } from "../../../report/site/site";
import { writeSite } from "../../../report/site/write-site";
import { STATUSES } from "../../../report/words/words";
import { UserError } from "../../../sandbox/user-error";
import { siteBench } from "./site-bench";
import { reportWith } from "../comparison/reports";
import { sectionOf, textOf } from "../html/reading";
import { hostileReport } from "../hostile";

const NOW = new Date("2026-11-21T12:00:00.000Z");

/** A report of a day of 2026 with one violation. */
function reportOf(day: string, context: Partial<Report> = {}): Report {
    return reportWith({
        rules: ["a", "b"],
        resources: ["x", "y"],
        findings: [
            ["a", "x", "violation"],
            ["b", "y", "exempted"],
        ],
        context: { generatedAt: `2026-${day}T09:30:00.000Z`, ...context },
    });
}

describe("the site on a folder of reports", () => {
    const { at, add, build, page, pages, seriesPage } = siteBench(NOW);

    it("keeps reports on exported states out of the trend of the previews", async () => {
        await add("dev", reportOf("05-01"));
        await add("dev", reportOf("05-02"));
        await add("dev-audit", reportOf("05-03", { source: "state" }));
        const { printed } = await build();
        assert.match(printed, /3\u00a0reports/);
        const titles = pages()
            .filter((name) => !name.startsWith("index") && !name.endsWith(".en.html"))
            .map((name) => /<h1>([^<]*)/.exec(page(name))?.[1]);
        assert.deepEqual(titles.sort(), ["Projet clinic, pile dev", "Projet clinic, pile dev, état exporté"]);
    });

    it("has a page of all stacks and one a stack, in French and in English, that link to one another", async () => {
        await add("a/dev", reportOf("05-01"));
        await add("prod", reportOf("05-02", { stack: "prod" }));
        const { code, printed } = await build();
        assert.equal(code, 0);
        assert.match(printed, /2\u00a0stacks, 2\u00a0reports, 0\u00a0flagged/);
        assert.equal(pages().length, 6);
        for (const name of pages()) {
            const links = [...page(name).matchAll(/href="([^"#]+)"/g)].map(([, to = ""]) => to);
            assert.ok(links.length > 1);
            assert.ok(
                links.every((to) => existsSync(join(at.output, to))),
                links.join(" "),
            );
            assert.match(page(name), name.endsWith(".en.html") ? /<html lang="en">/ : /<html lang="fr">/);
        }
    });

    it("tells the last report first, whatever the order of the folders, with the figures of its model", async () => {
        const last = reportOf("08-01", {
            frameworks: reportWith({ rules: ["b"], resources: [], findings: [] }).frameworks,
        });
        await add("z", reportOf("05-01"));
        await add("a", last);
        await build();
        const section = sectionOf(seriesPage("dev"), "dernier");
        assert.match(textOf(section), /Rapport du 1er août 2026/);
        assert.ok(section.indexOf("Couverture") < section.indexOf("<table"));
        const [framework] = last.frameworks;
        assert.ok(framework);
        const cells = [...section.matchAll(/<td>(\d+)<\/td>/g)].map(([, figure]) => Number(figure));
        assert.deepEqual(
            cells,
            STATUSES.map((status) => framework.statuses[status]),
        );
        const dates = [...sectionOf(seriesPage("dev"), "rapports").matchAll(/datetime="([^"]+)"/g)];
        assert.deepEqual(
            dates.map(([, date]) => date?.slice(5, 10)),
            ["08-01", "05-01"],
        );
    });

    it("tells for how long findings have been open, across the reports of a series", async () => {
        const first = withChanges(reportOf("05-01"));
        await add("dev", first);
        await add("dev", withChanges(reportOf("11-20"), { report: first, digest: "1".repeat(64) }));
        await build();
        const ages = textOf(sectionOf(seriesPage("dev"), "ages")).replaceAll("\u00a0", " ");
        assert.match(ages, /1 constat ouvert depuis plus de 90 jours, sur 1 à traiter/);
        assert.match(ages, /204 jours/);
    });

    it("flags what is altered, broken in its chain or a twin, and counts nothing of it twice", async () => {
        const one = await add("dev", reportOf("05-01"));
        const two = await add("dev", reportOf("06-01"));
        await add("dev", reportOf("07-01"));
        cpSync(one, join(at.reports, "copy"), { recursive: true });
        appendFileSync(join(two, "report.html"), " ");
        mkdirSync(join(at.reports, "torn"));
        writeFileSync(join(at.reports, "torn", "report.json"), "{}");
        symlinkSync(join(at.reports, "dev"), join(at.reports, "link"));
        const { code, printed } = await build();
        assert.equal(code, 1);
        assert.match(printed, /1\u00a0stack, 2\u00a0reports, 3\u00a0flagged/);
        const flagged = textOf(sectionOf(page("index.html"), "signales"));
        assert.match(page("index.html"), /<a href="#signales">Dossiers signalés \(3\)<\/a>/);
        assert.match(flagged, /report\.html : altéré/);
        assert.match(flagged, /même rapport que copy|copy[^]*même rapport que/);
        assert.match(flagged, /torn[^]*manifest\.json : absent/);
        assert.doesNotMatch(sectionOf(seriesPage("dev"), "rapports"), /2026-06-01/);
        assert.ok(!readdirSync(join(at.output, "rapports"), { recursive: true }).join().includes("06-01"));
    });

    it("shows nothing green, and no figure of open findings, where nothing was judged", async () => {
        const empty = reportWith({ rules: ["a"], resources: ["x"], findings: [] });
        await add("dev", empty);
        await build();
        for (const name of pages()) {
            assert.doesNotMatch(page(name).replace(/<style>.*?<\/style>/s, ""), /badge compliant/);
        }
        assert.match(textOf(sectionOf(seriesPage("dev"), "ages")), /n’a rien jugé/);
        assert.match(textOf(sectionOf(page("index.html"), "pilotage")), /Impossible de conclure/);
    });

    it("is the same bytes from the same reports at the same instant", async () => {
        await add("dev", reportOf("05-01"));
        await build();
        const first = new Map(pages().map((name) => [name, page(name)]));
        await build();
        assert.deepEqual(new Map(pages().map((name) => [name, page(name)])), first);
    });

    it("shows hostile text as text, in valid pages that load nothing", async function () {
        this.timeout(60_000);
        await add("hostile", hostileReport());
        await add("dev", reportOf("05-01"));
        await build();
        const checker = new HtmlValidate({
            extends: ["html-validate:standard", "html-validate:a11y"],
            rules: { "no-inline-style": "error", "no-trailing-whitespace": "off" },
        });
        for (const name of pages()) {
            const markup = page(name);
            assert.ok(
                !/<script|<img|<[^<>]* src=|href="(?:http|javascript)|@import|url\(/.test(markup),
                name,
            );
            assert.ok(!/[\u0000-\u0008\u202e\u2066]/.test(markup), name);
            const { results } = await checker.validateString(markup);
            assert.deepEqual(
                results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => [ruleId, message])),
                [],
                name,
            );
        }
        assert.ok(pages().some((name) => page(name).includes("needle&lt;script&gt;")));
        assert.ok(pages().every((name) => /^[a-z0-9-]+(?:\.en)?\.html$/.test(name)));
    });

    describe("is written whole or not at all", () => {
        it("replaces a site made before, and leaves nothing else behind", async () => {
            await add("dev", reportOf("05-01"));
            await build();
            rmSync(join(at.reports, "dev"), { recursive: true });
            await add("prod", reportOf("05-01", { stack: "prod" }));
            await build();
            assert.deepEqual(
                pages().map((name) => name.split("-")[1]),
                ["prod", "prod", undefined, undefined],
            );
            assert.deepEqual(readdirSync(at.root).sort(), ["public", "reports"]);
        });

        const refusals: readonly (readonly [string, () => void])[] = [
            [
                "a folder that is no site",
                () => {
                    mkdirSync(at.output);
                    writeFileSync(join(at.output, "notes.txt"), "kept");
                },
            ],
            [
                "a file",
                () => {
                    writeFileSync(at.output, "kept");
                },
            ],
            [
                "the folder of the reports",
                () => {
                    at.output = at.reports;
                },
            ],
            [
                "a folder that holds the reports",
                () => {
                    at.output = at.root;
                },
            ],
        ];
        for (const [what, prepare] of refusals) {
            it(`refuses to replace ${what}`, async () => {
                await add("dev", reportOf("05-01"));
                prepare();
                await assert.rejects(
                    build(),
                    (error) => error instanceof UserError && error.message.includes("site"),
                );
                assert.ok(existsSync(join(at.reports, "dev")));
                await assert.rejects(
                    build(),
                    what.endsWith("the reports") ? /got the folder of the reports/ : /got a f/,
                );
                assert.ok(what !== "a folder that is no site" || existsSync(join(at.output, "notes.txt")));
            });
        }

        it("refuses to replace a site to which files were added", async () => {
            await add("dev", reportOf("05-01"));
            await build();
            writeFileSync(join(at.output, "notes.txt"), "kept");
            await assert.rejects(build(), /notes\.txt/);
            assert.equal(page("notes.txt"), "kept");
        });

        it("leaves the earlier site where a report cannot be copied any more", async () => {
            await add("dev", reportOf("05-01"));
            await build();
            const before = page("index.html");
            const files = siteFiles(await collect(at.reports, "fr"), new Date("2027-01-01T00:00:00.000Z"));
            rmSync(join(at.reports, "dev"), { recursive: true });
            await assert.rejects(writeSite(at.output, at.reports, files, "fr"));
            assert.equal(page("index.html"), before);
            assert.deepEqual(readdirSync(at.root).sort(), ["public", "reports"]);
        });
    });

    it("flags a whole report of another version of the model, in the language of each page", async () => {
        await add("dev", reportOf("05-01"));
        await add("dev", { ...reportOf("06-01"), schemaVersion: 1 as Report["schemaVersion"] });
        assert.equal((await build()).code, 1);
        assert.match(textOf(page("index.html")), /schemaVersion[^]*attendu 2, obtenu 1/);
        assert.match(textOf(page("index.en.html")), /schemaVersion: expected 2, got 1/);
        assert.doesNotMatch(sectionOf(seriesPage("dev"), "rapports"), /2026-06-01/);
    });

    it("counts the reports of a series beside which a loose report.json lies", async () => {
        await add("dev", reportOf("05-01"));
        writeFileSync(join(at.reports, "dev", "report.json"), "{}");

        assert.equal((await build()).code, 0);
        assert.match(sectionOf(seriesPage("dev"), "rapports"), /2026-05-01/);
    });

    it("refuses a folder without reports", async () => {
        mkdirSync(at.reports);
        await assert.rejects(build(), UserError);
        assert.ok(!existsSync(at.output));
    });
});
