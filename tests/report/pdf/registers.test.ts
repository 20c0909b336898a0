import * as assert from "node:assert/strict";
import { SENTENCES } from "../../../report/registers/publication";
import { readRegisters } from "../../../report/registers/registers";
import { syntheticReport } from "../synthetic";
import { PdfFolder, squeeze } from "./pdf-file";

const REPORT = syntheticReport({ resources: 10, rules: 20 });

describe("the registers in the PDF report", function () {
    this.timeout(10 * 60_000);
    const folder = new PdfFolder();

    after(() => {
        folder.remove();
    });

    it("stand with what they lack marked as to be completed, without a sentence that does not hold", async () => {
        const registers = readRegisters();
        const text = await folder.write({ ...REPORT, registers }, "fr").squeezed();
        const bare = await folder.write(REPORT, "fr").squeezed();

        for (const part of [
            "Présentation des garanties (référentiel HDS, chapitre 8)",
            ...registers.subcontractors.actors.map(({ name }) => name),
            ...registers.processing.activities.map(({ name }) => name.fr),
            "à compléter",
        ].map(squeeze)) {
            assert.ok(text.includes(part), part);
        }
        assert.ok(!text.includes(squeeze(SENTENCES.noAccessRisk.fr)));
        assert.ok(!text.includes(squeeze(SENTENCES.noTransfer.fr)));
        assert.ok(bare.includes(squeeze("Les registres de l’hébergeur ne concernent pas cette pile.")));
    });

    it("give no reassuring sentence where a risk is declared, whatever the registers claim", async () => {
        const claim = { publication: "noTransfer", sentence: SENTENCES.noTransfer } as const;
        const registers = { ...readRegisters(), ...claim };
        for (const language of ["fr", "en"] as const) {
            const text = await folder.write({ ...REPORT, registers }, language).squeezed();
            assert.ok(!text.includes(squeeze(SENTENCES.noTransfer.fr)));
        }
    });
});
