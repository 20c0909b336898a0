import * as assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { totalOf } from "../../../report/counts";
import type { Report } from "../../../report/model";
import { MAX_FINDINGS } from "../../../report/pdf/findings";
import { syntheticReport } from "../synthetic";
import { otherFont } from "./other-font";
import { PdfFolder, bytesOf, squeeze } from "./pdf-file";

/** The real frameworks and rules, and some findings of each verdict. */
const REPORT = syntheticReport({ resources: 60, rules: 150 });
const LARGE = syntheticReport({ resources: 2_500, rules: 150 });

function open({ summary: { findings } }: Report): number {
    return findings.violation + findings.undecided + findings.exempted;
}

describe("what the PDF report prints, and leaves out", function () {
    this.timeout(10 * 60_000);
    const folder = new PdfFolder();

    after(() => {
        folder.remove();
    });

    it("prints a bounded number of open findings, says how many of how many, and where the others are", async () => {
        assert.ok(open(LARGE) > MAX_FINDINGS);
        const pdf = folder.write(LARGE, "fr");
        const pages = await pdf.pages();

        const last = squeeze(pages.at(-1) ?? "");
        const rest = open(LARGE) - MAX_FINDINGS;
        assert.ok(
            last.includes(
                squeeze(
                    `Fin du rapport – ${MAX_FINDINGS.toString()} constats ouverts imprimés sur ${open(LARGE).toString()}. ` +
                        `Les ${rest.toString()} autres sont dans « report.json ».`,
                ),
            ),
            last,
        );
        const text = await pdf.squeezed();
        assert.ok(text.includes(squeeze(`${MAX_FINDINGS.toString()} constats ouverts sur`)));
        const chapter = text.slice(
            text.indexOf(squeeze("Un constat est le verdict")),
            text.lastIndexOf(squeeze("Motif et mesure compensatoire")),
        );
        assert.equal(chapter.split("urn:pulumi:synthetic::").length - 1, MAX_FINDINGS);
    });

    it("names under each requirement all its rules and sources, however many, with what they found", async () => {
        const text = (await folder.write(REPORT, "fr").pages())
            .map((page) =>
                squeeze(page)
                    .replace(/^Rapportdeconformité–pilesynthetic\d+[^\d]+\d{4}(–[0-9a-f]{12})?/, "")
                    .replace(/Cerapportn’estniunecertification,.*$/, ""),
            )
            .join("");
        const titles = new Map(REPORT.rules.map((rule) => [rule.id, rule]));
        let from = text.lastIndexOf(squeeze("« Conforme » ne se dit que des exigences"));

        for (const { requirements } of REPORT.frameworks) {
            for (const { id, title, rules, chain } of requirements) {
                from = text.indexOf(squeeze(`${id} – ${title.fr}`), from);
                const section = text.slice(from, from + 40_000);
                const judged = rules
                    .flatMap((rule) => titles.get(rule) ?? [])
                    .filter((rule) => totalOf(rule.findings) > 0);
                const parts = [
                    ...judged.map((rule) =>
                        rule.findings.compliant === totalOf(rule.findings)
                            ? `${rule.title.fr} (${rule.findings.compliant.toString()})`
                            : rule.title.fr,
                    ),
                    ...chain.flatMap(({ sources }) => sources),
                ];
                for (const part of parts) {
                    assert.ok(section.includes(squeeze(part)), `${id}: ${part}`);
                }
            }
        }
    });

    it("is the same whatever fonts the machine has", () => {
        const usual = bytesOf(REPORT, "fr");
        const fonts = mkdtempSync(join(tmpdir(), "report-fonts-"));
        const { FONTCONFIG_FILE } = process.env;
        try {
            writeFileSync(join(fonts, "other.ttf"), otherFont("DejaVu Sans Mono"));
            process.env.FONTCONFIG_FILE = join(fonts, "fonts.conf");
            writeFileSync(process.env.FONTCONFIG_FILE, `<fontconfig><dir>${fonts}</dir></fontconfig>`);

            assert.ok(usual.equals(bytesOf(REPORT, "fr")));
        } finally {
            if (FONTCONFIG_FILE === undefined) {
                delete process.env.FONTCONFIG_FILE;
            } else {
                process.env.FONTCONFIG_FILE = FONTCONFIG_FILE;
            }
            rmSync(fonts, { recursive: true });
        }
    });

    it("points to no file that a report may lack", async () => {
        for (const language of ["fr", "en"] as const) {
            const text = (await folder.write(LARGE, language).pages()).join("\n");
            const named = [...text.matchAll(/[a-z-]+\.(?:json|csv|html|xml|sarif|md)/g)].map(
                ([name]) => name,
            );
            assert.deepEqual([...new Set(named)].sort(), ["manifest.json", "report.json"]);
        }
    });
});
