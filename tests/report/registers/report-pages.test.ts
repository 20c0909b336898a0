import * as assert from "node:assert/strict";
import { registersSection } from "../../../report/registers/html";
import { readRegisters } from "../../../report/registers/registers";
import { HOSTILE } from "../hostile";
import { HOST, registersOf } from "./samples";
import { LANGUAGES, RISKY, htmlFaults, reportWith, rowsOf, wholePage } from "./page";

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
            "Sous-traitant SAS vérifié le 1er novembre 2026",
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
