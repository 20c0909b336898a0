import * as assert from "node:assert/strict";
import { summaryOf } from "../../../report/counts";
import type { Report } from "../../../report/model";
import type { Language } from "../../../report/words/language";
import { STATUSES, words } from "../../../report/words/words";
import { STORE, framework, judged, reportOf, violation, wholeRun } from "../fixtures";
import { CHANGES } from "../samples";
import { syntheticReport } from "../synthetic";
import { type PdfFile, PdfFolder, bytesOf, squeeze } from "./pdf-file";

const A4_WIDTH = 595;
const MARGIN = 56;

/** The colour of what is compliant, `#17663f`, as a PDF sets it. */
const GREEN = "0.09019608 0.4 0.24705882 scn";

/** The real frameworks and rules, and some findings of each verdict. */
const REPORT = syntheticReport({ resources: 60, rules: 150 });

const EMPTY = reportOf(wholeRun(["hds"]), [framework("hds", { "EXI 1": ["store-private"] })]);

function open({ summary: { findings } }: Report): number {
    return findings.violation + findings.undecided + findings.exempted;
}

describe("the PDF report", function () {
    this.timeout(10 * 60_000);
    const folder = new PdfFolder();
    const files = new Map<Language, PdfFile>();
    const file = (language: Language): PdfFile => {
        const made = files.get(language) ?? folder.write(REPORT, language);
        files.set(language, made);
        return made;
    };

    after(() => {
        folder.remove();
    });

    it("is a tagged A4 document with its title, author, language and the date of the report", async () => {
        const info = await file("fr").info();

        assert.equal(info.get("Title"), "Rapport de conformité – pile synthetic");
        assert.equal(info.get("Author"), "AudioProthèse+");
        assert.equal(info.get("Tagged"), "yes");
        assert.match(info.get("Page size") ?? "", /A4/);
        assert.equal(
            new Date(info.get("CreationDate") ?? "").toISOString(),
            REPORT.generatedAt.replace(/\.\d+Z/, ".000Z"),
        );
        assert.match(file("fr").bytes.toString("latin1"), /\/Lang \(fr\)/);
    });

    it("embeds every font, and uses none of the machine's own", async () => {
        const fonts = await file("fr").fonts();

        assert.ok(fonts.length >= 3, fonts.join("\n"));
        for (const font of fonts) {
            assert.match(
                font,
                /^[A-Z]{6}\+(SourceSans3-(Regular|SemiBold|It)|DejaVuSansMono) .* yes yes yes /,
            );
        }
    });

    it("says on its first page what the answer is, how much was looked at before why, and what it is not", async () => {
        for (const language of ["fr", "en"] as const) {
            const [cover = ""] = await file(language).pages();
            const text = squeeze(cover);
            const told = words(language);
            const { verdict, reasons } = REPORT.decision;
            const places = [
                told.decision[verdict].answer,
                told.decision[verdict].sentence,
                told.coverage(REPORT),
                ...reasons.map((reason) => told.reason(reason)),
                told.notice,
            ].map((part) => text.indexOf(squeeze(part)));

            assert.ok(!places.includes(-1), `${places.join()} ${cover}`);
            assert.deepEqual(
                places,
                [...places].sort((a, b) => a - b),
            );
        }
    });

    it("has accents and the words of its language", async () => {
        const french = (await file("fr").pages()).join("\n");
        const english = (await file("en").pages()).join("\n");

        for (const part of ["Synthèse", "Évolution depuis le rapport précédent", "Décisions attendues"]) {
            assert.ok(french.includes(part), part);
            assert.ok(!english.includes(part), part);
        }
        for (const part of ["Summary", "Changes since the previous report", "Decisions expected"]) {
            assert.ok(english.includes(part), part);
            assert.ok(!french.includes(part), part);
        }
    });

    it("marks the messages, which are in French only, as French in the English document", () => {
        const report = reportOf(
            wholeRun(
                ["hds"],
                judged("hds", STORE, [], ["store-private"]),
                violation("hds", "store-private", STORE, "access : attendu « private », obtenu « public »"),
            ),
            [framework("hds", { "EXI 1": ["store-private"] })],
        );

        assert.match(bytesOf(report, "en").toString("latin1"), /\/Lang \(fr\)/);
        assert.doesNotMatch(bytesOf(EMPTY, "en").toString("latin1"), /\/Lang \(fr\)/);
    });

    it("has the status of each requirement, under its number and title", async () => {
        for (const language of ["fr", "en"] as const) {
            const text = await file(language).squeezed();
            for (const { requirements } of REPORT.frameworks) {
                for (const { id, title, status } of requirements) {
                    const heading = squeeze(`${id} – ${title[language]}${words(language).status[status]}`);
                    assert.ok(text.includes(heading), heading);
                }
            }
        }
    });

    it("has a bookmark for each chapter, framework, requirement and rule with open findings", () => {
        const bookmarks = new Set(file("fr").bookmarks());
        const rules = new Map(REPORT.rules.map((rule) => [rule.id, rule]));

        const expected = [
            "Synthèse",
            "Couverture",
            "Exigences",
            "Constats ouverts",
            "Dérogations",
            "Annexes",
            "Signatures",
            ...REPORT.frameworks.flatMap(({ title, requirements }) => [
                title.fr,
                ...requirements.map((requirement) => `${requirement.id} – ${requirement.title.fr}`),
            ]),
            ...REPORT.findings
                .filter(({ verdict }) => verdict !== "compliant")
                .map(({ rule }) => rules.get(rule)?.title.fr ?? rule),
        ];
        const normal = new Set([...bookmarks].map(squeeze));
        assert.deepEqual(
            expected.filter((title) => !normal.has(squeeze(title))),
            [],
        );
    });

    it("numbers each page of how many", async () => {
        const pages = await file("fr").pages();

        assert.equal((await file("fr").info()).get("Pages"), pages.length.toString());
        pages.forEach((page, index) => {
            const number = `${(index + 1).toString()} / ${pages.length.toString()}`;
            assert.ok(page.includes(number), `${number}\n${page}`);
        });
    });

    it("has the counts of the report: coverage, then statuses, then findings", async () => {
        const text = await file("fr").squeezed();
        const { resources, rules, requirements } = summaryOf(REPORT);

        const coverage = [
            `réglages : ${resources.examined.toString()}`,
            `règles : ${resources.opaque.toString()}`,
            `aucune règle : ${resources.unexamined.toString()}`,
            `au moins un verdict : ${rules.judged.toString()}`,
            `rien trouvé à juger : ${rules.idle.toString()}`,
        ];
        const total = `Total${STATUSES.map((status) => requirements[status].toString()).join("")}`;
        const statuses = REPORT.frameworks.map(
            ({ title, statuses: of }) =>
                `${title.fr}${STATUSES.map((status) => of[status].toString()).join("")}`,
        );
        const found = words("fr").found(REPORT);

        let from = text.lastIndexOf(squeeze("La couverture se lit avant les résultats"));
        for (const part of [...coverage, ...statuses, total, found].map(squeeze)) {
            const at = text.indexOf(part, from);
            assert.ok(at >= from, `${part} after ${text.slice(from, from + 400)}`);
            from = at;
        }
    });

    it("prints each open finding, by its resource, and says so on the last page, with the decision", async () => {
        const text = await file("fr").squeezed();
        const last = squeeze((await file("fr").pages()).at(-1) ?? "");

        for (const { resource, verdict } of REPORT.findings) {
            if (verdict !== "compliant") {
                assert.ok(text.includes(squeeze(resource)), resource);
            }
        }
        const count = open(REPORT).toString();
        assert.ok(last.includes(`constatsouvertsimprimés sur ${count}.`.replaceAll(" ", "")), last);
        assert.ok(last.includes(squeeze(`Fin du rapport – ${count} constats`)), last);
        assert.ok(last.includes(squeeze(words("fr").decision[REPORT.decision.verdict].sentence)), last);
        assert.ok(last.includes(REPORT.inputs.digest), last);
        for (const role of ["(RSSI)", "(DPO)", "Responsable de traitement"]) {
            assert.ok(last.includes(squeeze(role)), role);
        }
    });

    it("keeps every word within the margins", async () => {
        assert.ok((await file("fr").rightEdge()) <= A4_WIDTH - MARGIN + 1);
    });

    it("tells no region that the report does not", async () => {
        const report: Report = { ...EMPTY, architecture: "cloud" };
        for (const language of ["fr", "en"] as const) {
            assert.doesNotMatch((await folder.write(report, language).pages())[0] ?? "", /France|French/);
        }
    });

    it("names the requirements of a rule in each row on it", async () => {
        const rule = "store-private";
        const report = reportOf(
            wholeRun(
                ["hds", "rgpd"],
                judged("hds", STORE, [], [rule]),
                violation("hds", rule, STORE, "access : attendu « private », obtenu « public »"),
            ),
            [
                framework("hds", { "EXI 1": [rule], "EXI 2": [rule] }),
                framework("rgpd", { "art. 32": [rule] }),
            ],
        );
        const text = await folder.write(report, "fr").squeezed();

        const row = squeeze(`HDS EXI 1, EXI 2 RGPD art. 32`);
        assert.ok(text.includes(row + squeeze(`Titre ${rule}`)), "main findings");
        assert.ok(text.includes(`${row}records`), "open findings");
    });

    it("never calls a finding major or minor", async () => {
        for (const language of ["fr", "en"] as const) {
            assert.doesNotMatch((await file(language).pages()).join("\n"), /majeur|mineur|\bmajor|\bminor/i);
        }
    });

    it("names the resources that were removed and the rules that no longer judge, though no finding changed", async () => {
        const removed = "urn:pulumi:dev::clinic::test:index:Plan::vaults-watched";
        const text = await folder
            .write(
                {
                    ...EMPTY,
                    changes: {
                        ...CHANGES,
                        findings: [],
                        resources: { added: [], removed: [removed] },
                        rules: { added: [], removed: ["rule-gone"], disabled: ["rule-off"], enabled: [] },
                    },
                },
                "fr",
            )
            .squeezed();

        for (const part of [
            "1 retirée ; 0 règle ajoutée, 1 retirée, 1 désactivée, 0 réactivée.",
            "Ressources retirées, dont les constats ont disparu",
            "vaults-watched – test:index:Plan",
            "Règles retirées ou désactivées",
            "rule-gone",
            "rule-off",
        ]) {
            assert.ok(text.includes(squeeze(part)), part);
        }
    });

    it("is the same, byte by byte, for the same report", () => {
        assert.ok(file("fr").bytes.equals(bytesOf(REPORT, "fr")));
    });

    it("concludes nothing from a run in which no rule applied, and calls nothing compliant", async () => {
        const pdf = folder.write(EMPTY, "fr");
        const text = await pdf.squeezed();

        assert.ok(text.includes(squeeze("Impossible de conclure")));
        assert.ok(text.includes(squeeze("Aucune règle n’a trouvé à s’appliquer : il n’y a aucun constat.")));
        assert.ok(text.includes(squeeze("Fin du rapport – 0 constat ouvert imprimé sur 0.")));
        assert.ok(file("fr").drawing().includes(GREEN));
        assert.ok(!pdf.drawing().includes(GREEN));
        assert.ok(text.includes(squeeze("Premier rapport de la série")));
    });
});
