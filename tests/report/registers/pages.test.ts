import * as assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { HtmlValidate } from "html-validate";
import { Markup, html } from "../../../report/html/markup";
import type { Report } from "../../../report/model";
import { factsOf } from "../../../report/registers/facts";
import { registersSection } from "../../../report/registers/html";
import type { Actor, Registers } from "../../../report/registers/model";
import { SENTENCES } from "../../../report/registers/publication";
import { render, transfersPage } from "../../../report/registers/public-page";
import { readRegisters } from "../../../report/registers/registers";
import type { Language } from "../../../report/words/language";
import { framework, needingEvidence, reportOf, urn, wholeRun } from "../fixtures";
import { HOSTILE } from "../hostile";
import { HOST, SUBCONTRACTOR, registersOf } from "./samples";

const LANGUAGES: readonly Language[] = ["fr", "en"];
const MYSQL = "azure-native:dbformysql/v20240101:Server";
const ROLE = "azure-native:authorization:RoleAssignment";

const RISKY: Actor = {
    ...SUBCONTRACTOR,
    storage: ["FR", "CH"],
    remoteAccess: [
        { country: "IN", basis: "safeguards", detail: { fr: "Clauses types", en: "Standard clauses" } },
    ],
    risks: [
        {
            country: "US",
            laws: ["FISA, section 702"],
            measures: { fr: "Chiffrement", en: "Encryption" },
            residual: null,
        },
    ],
    evidence: "coffre/certificat-2.pdf",
};

function reportWith(registers: Registers | undefined, names: readonly string[] = ["database"]): Report {
    const base = reportOf(wholeRun(["hds"]), [needingEvidence(framework("hds", { "EXI 13": ["a-rule"] }))]);
    const declared = [
        ...names.map((name) => ({
            urn: urn(MYSQL, name),
            type: MYSQL,
            name,
            inputs: { location: "francecentral", backup: { backupRetentionDays: 35 } },
        })),
        {
            urn: urn(ROLE, "role"),
            type: ROLE,
            name: "role",
            inputs: { principalType: "Group", roleDefinitionId: "/x/acdd72a7-3385-48ef-bd42-f606fba81ae7" },
        },
    ];
    return {
        ...base,
        resources: declared.map(({ urn: of, type, name }) => ({
            urn: of,
            type,
            name,
            kind: "resource" as const,
            rules: 1,
            genericRules: 0,
        })),
        facts: declared.flatMap(factsOf),
        ...(registers && { registers }),
    };
}

/** The text of a page, white space folded. */
function textOf(page: string): string {
    return page
        .replace(/<style>.*?<\/style>/gs, "")
        .replace(/<[^>]*>/g, " ")
        .replaceAll("&nbsp;", " ")
        .replaceAll("&amp;", "&")
        .replace(/[\s\u00a0]+/g, " ");
}

/** The sections in a page of their own. */
function wholePage(section: Markup, language: Language): string {
    return html`<!doctype html>
        <html lang="${language}">
            <head>
                <meta charset="utf-8" />
                <title>Page</title>
            </head>
            <body>
                <h1>Page</h1>
                <main>${section}</main>
            </body>
        </html>`.toString();
}

async function htmlFaults(page: string): Promise<readonly string[]> {
    const validator = new HtmlValidate({
        extends: ["html-validate:recommended"],
        rules: {
            "void-style": "off",
            "no-trailing-whitespace": "off",
            "doctype-style": "off",
            "no-inline-style": "error",
            "long-title": "off",
            // A region that scrolls has to be reached by keyboard.
            "prefer-native-element": "off",
        },
    });
    const { results } = await validator.validateString(page);
    return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`));
}

/** Of a table, by the id of its caption, the text of each cell by row. */
function rowsOf(page: string, caption: string): readonly (readonly string[])[] {
    const start = page.indexOf(`<caption id="${caption}"`);
    assert.notEqual(start, -1, caption);
    const table = page.slice(start, page.indexOf("</table>", start));
    return table
        .split("<tr>")
        .slice(1)
        .map((row) =>
            row
                .split(/<t[hd][^>]*>/)
                .slice(1)
                .map((cell) => textOf(cell).trim()),
        );
}

describe("the public page of transfers", () => {
    it("has the seven columns of the référentiel, in its order, and a row for each actor", () => {
        const rows = rowsOf(transfersPage(registersOf([HOST, RISKY]), "fr"), "fr-garanties");

        assert.deepEqual(rows, [
            [
                "Raison sociale de l’acteur",
                "Rôle dans la prestation d’hébergement",
                "Certifié HDS",
                "Qualifié SecNumCloud 3.2",
                "Activités d’hébergement sur lesquelles l’acteur intervient",
                "Accès aux données de santé depuis des pays tiers à l’Espace économique européen (exigence n° 29)",
                "Risque d’accès imposé par la législation d’un pays tiers en violation du droit de l’Union (exigence n° 30)",
            ],
            ["Hébergeur SA vérifié le 1 novembre 2026", "Hébergeur", "Oui", "Non", "1, 2", "Non", "Non"],
            [
                "Sous-traitant SAS vérifié le 1 novembre 2026",
                "Sous-traitant de l’hébergeur",
                "Oui",
                "Non",
                "1, 2",
                "Oui, depuis : Inde – absence de décision d’adéquation ; garanties appropriées (article 46 du RGPD) – Clauses types",
                "Oui : États-Unis",
            ],
        ]);
    });

    for (const [title, actor, column, expected] of [
        ["an unknown certification", { hds: null }, 2, "à compléter"],
        ["no certification", { hds: "notCertified" }, 2, "Non"],
        ["an exemption from certification", { hds: "exempted" }, 2, "Exempté"],
        ["an unknown qualification", { secNumCloud: null }, 3, "à compléter"],
        ["a whole qualification", { secNumCloud: [1, 2] }, 3, "Oui"],
        ["a qualification in part", { secNumCloud: [2] }, 3, "Oui, pour : 2"],
        ["unknown activities", { activities: null }, 4, "à compléter"],
        ["unknown accesses", { remoteAccess: null }, 5, "à compléter"],
        [
            "an access of which all is unknown",
            { remoteAccess: [{ country: null, basis: null, detail: null }] },
            5,
            "Oui, depuis : pays à compléter – à compléter",
        ],
        ["unknown risks", { risks: null }, 6, "à compléter"],
        ["statements that nobody verified", { verifiedOn: null }, 0, "Hébergeur SA déclaration à vérifier"],
    ] as const satisfies readonly (readonly [string, Partial<Actor>, number, string])[]) {
        it(`says « ${expected} » for ${title}`, () => {
            const risks = { risks: RISKY.risks, ...actor };
            const page = transfersPage(registersOf([{ ...HOST, ...risks }]), "fr");

            assert.equal(rowsOf(page, "fr-garanties")[1]?.[column], expected);
        });
    }

    it("gives the sentence alone where nothing is to be declared, in French as it stands in both languages", () => {
        for (const language of LANGUAGES) {
            const page = transfersPage(registersOf([HOST]), language);

            const sentences = page.match(
                /<span lang="fr">«&nbsp;Aucun transfert de données de santé à caractère personnel vers un pays tiers à l’espace économique européen&nbsp;»<\/span>/g,
            );
            assert.equal(sentences?.length, 4);
            assert.ok(!page.includes("-garanties"));
            assert.ok(!page.includes("Aucun risque"));
        }
    });

    it("gives no reassuring sentence where a risk is declared, nor do the pages of the report, whatever the registers claim", () => {
        const claim = { publication: "noTransfer", sentence: SENTENCES.noTransfer } as const;
        for (const registers of [registersOf([HOST, RISKY], claim), { ...readRegisters(), ...claim }]) {
            const pages = [
                transfersPage(registers, "fr"),
                registersSection(reportWith(registers), "fr").toString(),
                registersSection(reportWith(registers), "en").toString(),
            ];
            for (const page of pages) {
                assert.doesNotMatch(page, /Aucun (risque|transfert)|No (risk|transfer)/);
            }
        }
    });

    it("tells activity by activity where they differ", () => {
        const rows = rowsOf(
            transfersPage(
                registersOf([
                    { ...HOST, secNumCloud: [1] },
                    { ...RISKY, activities: [2] },
                ]),
                "fr",
            ),
            "fr-publication",
        );

        assert.deepEqual(rows.slice(1), [
            [
                "1. Sites physiques",
                "« Aucun risque d’accès imposé par la législation d’un pays tiers en violation du droit de l’Union »",
            ],
            ["2. Infrastructure matérielle", "Tableau du chapitre 8 ci-dessous"],
        ]);
    });

    it("names where each actor stores, and what lies out of the EEA", () => {
        assert.deepEqual(rowsOf(transfersPage(registersOf([HOST, RISKY]), "fr"), "fr-stockage").slice(1), [
            ["Hébergeur SA", "France"],
            ["Sous-traitant SAS", "France Suisse (hors de l’Espace économique européen)"],
        ]);
    });

    it("holds nothing that is not public: no law, measure, residual risk, proof or setting", () => {
        const page = transfersPage(registersOf([HOST, RISKY]), "fr");

        for (const inner of ["FISA", "Chiffrement", "Encryption", "coffre", "contrat 12", "francecentral"]) {
            assert.ok(!page.includes(inner), inner);
        }
    });

    it("says that it is a draft as long as something is open", () => {
        assert.match(transfersPage(registersOf([{ ...HOST, evidence: null }]), "fr"), /Projet/);
        assert.doesNotMatch(transfersPage(registersOf([HOST]), "fr"), /Projet|Draft/);
    });

    it("loads nothing and runs nothing: its policy names its style by hash", () => {
        const page = transfersPage(readRegisters(), "fr");
        const style = /<style>(.*?)<\/style>/s.exec(page)?.[1] ?? "";
        const hash = createHash("sha256").update(style).digest("base64");

        assert.ok(page.includes(`style-src &#39;sha256-${hash}&#39;`));
        assert.doesNotMatch(page, /<script|<link|<img|https?:/);
    });

    it("is valid in both languages, each of which may stand first", async () => {
        for (const language of LANGUAGES) {
            for (const registers of [readRegisters(), registersOf([HOST, RISKY]), registersOf([HOST])]) {
                assert.deepEqual(await htmlFaults(transfersPage(registers, language)), []);
            }
        }
    });

    it("is a file of the report of this program, and none of another’s", () => {
        const registers = registersOf([HOST]);

        assert.deepEqual(render(reportWith(registers), "en"), {
            "transferts-hds.html": transfersPage(registers, "en"),
        });
        assert.deepEqual(render(reportWith(undefined), "fr"), {});
    });

    it("shows hostile names as text", async () => {
        for (const hostile of HOSTILE) {
            const name = `${hostile} `;
            const text = { fr: name, en: name };
            const page = transfersPage(
                registersOf([
                    { ...HOST, name },
                    { ...RISKY, remoteAccess: [{ country: "IN", basis: null, detail: text }] },
                ]),
                "fr",
            );

            assert.deepEqual(await htmlFaults(page), [], hostile.slice(0, 100));
            assert.ok(page.length < 80_000);
            assert.doesNotMatch(page, /[\u0000-\u0008\u000e-\u001f\u202a-\u202e\u2066-\u2069]/);
            assert.equal(page.match(/<script|<img|<b>/g), null);
        }
    });
});

describe("the registers in the report page", () => {
    it("are valid in both languages, with the same ids", async () => {
        for (const registers of [readRegisters(), registersOf([HOST, RISKY]), undefined]) {
            const report = reportWith(registers);
            const ids = LANGUAGES.map((language) =>
                [
                    ...registersSection(report, language)
                        .toString()
                        .matchAll(/ id="([^"]*)"/g),
                ].map(([, id]) => id),
            );
            assert.deepEqual(ids[0], ids[1]);
            for (const language of LANGUAGES) {
                assert.deepEqual(
                    await htmlFaults(wholePage(registersSection(report, language), language)),
                    [],
                );
            }
        }
    });

    it("tell laws, measures and residual risk, which the public page leaves out", () => {
        const page = registersSection(reportWith(registersOf([HOST, RISKY])), "fr").toString();

        assert.deepEqual(rowsOf(page, "transferts-risques")[1], [
            "Sous-traitant SAS",
            "États-Unis",
            "FISA, section 702",
            "Chiffrement",
            "à compléter",
        ]);
    });

    it("split responsibilities by activity and by requirement of HDS, to be approved", () => {
        const page = registersSection(reportWith(registersOf([HOST])), "fr").toString();

        assert.match(page, /Proposition à valider par l’hébergeur et son client/);
        assert.deepEqual(rowsOf(page, "responsabilites-activites")[1], [
            "1. Sites physiques",
            "à compléter",
            "L’hébergeur agit",
            "à compléter",
        ]);
        assert.deepEqual(rowsOf(page, "responsabilites-exigences")[1], [
            "EXI 13 – Exigence EXI 13",
            "–",
            "1 règle",
            "Preuve EXI 13 (RSSI)",
        ]);
    });

    it("fill the record of processing from the stack, and mark what the DPO completes", () => {
        const page = registersSection(reportWith(registersOf([HOST])), "fr").toString();

        const record = new Map(
            rowsOf(page, "traitement-dossier-fiche").map(([field, entry]) => [field, entry]),
        );
        assert.equal(record.get("Finalités (30.1 b)"), "Soigner");
        assert.equal(record.get("Base légale (article 6, et 9 s’il y a lieu)"), "à compléter");
        assert.deepEqual(rowsOf(page, "traitement-dossier-reglages").slice(1), [
            ["Localisation", "Région", "francecentral", "database"],
            ["Sauvegarde", "Durée des sauvegardes (jours)", "35", "database"],
        ]);
        assert.deepEqual(rowsOf(page, "traitements-reglages").slice(1), [
            ["Accès", "Droit donné à", "Group", "role"],
            ["Accès", "Rôle donné (identifiant)", "Reader", "role"],
        ]);
    });

    it("name five of the resources that share a setting, and count the others", () => {
        const names = Array.from({ length: 1_234 }, (_, index) => `db-${index.toString()}`);
        const page = registersSection(reportWith(registersOf([HOST]), names), "fr").toString();

        assert.equal(
            rowsOf(page, "traitement-dossier-reglages")[1]?.[3],
            "db-0 db-1 db-2 db-3 db-4 et 1 229 autres",
        );
    });

    it("are the settings of its stack alone for another program", () => {
        const page = registersSection(reportWith(undefined), "fr").toString();

        assert.ok(!page.includes('id="transferts"'));
        assert.equal(rowsOf(page, "traitements-reglages").length, 5);
    });

    it("show hostile values as text", async () => {
        for (const hostile of HOSTILE.filter((text) => text.length < 1_000)) {
            const report = reportWith(registersOf([{ ...HOST, name: `${hostile} ` }]), [hostile]);
            const facts = report.facts.map((fact) => ({ ...fact, property: hostile, value: hostile }));
            const section = registersSection({ ...report, facts }, "fr");

            assert.deepEqual(await htmlFaults(wholePage(section, "fr")), [], hostile);
            assert.equal(section.toString().match(/<script|<img|<b>|function/g), null);
        }
    });
});
