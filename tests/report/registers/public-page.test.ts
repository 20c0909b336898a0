import * as assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { registersSection } from "../../../report/registers/html";
import type { Actor } from "../../../report/registers/model";
import { SENTENCES } from "../../../report/registers/publication";
import { render, transfersPage } from "../../../report/registers/public-page";
import { readRegisters } from "../../../report/registers/registers";
import { HOSTILE } from "../hostile";
import { HOST, registersOf } from "./samples";
import { LANGUAGES, RISKY, htmlFaults, reportWith, rowsOf } from "./page";

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
            [
                "Hébergeur SA vérifié le 1er novembre 2026",
                "Hébergeur",
                "Oui",
                "Non",
                "1. Sites physiques 2. Infrastructure matérielle",
                "Non",
                "Non",
            ],
            [
                "Sous-traitant SAS vérifié le 1er novembre 2026",
                "Sous-traitant de l’hébergeur",
                "Oui",
                "Non",
                "1. Sites physiques 2. Infrastructure matérielle",
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
            ["Hébergeur SA vérifié le 1er novembre 2026", "France"],
            [
                "Sous-traitant SAS vérifié le 1er novembre 2026",
                "France Suisse (hors de l’Espace économique européen)",
            ],
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
