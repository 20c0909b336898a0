import * as assert from "node:assert/strict";
import { labelled } from "../../../report/words/labelled";
import { notation } from "../../../report/words/language";

describe("the notation of a language", () => {
    it("says « 1er » for the first of a month in French, and only then", () => {
        const { date, dateTime } = notation("fr");
        assert.equal(date("2026-12-01"), "1er décembre 2026");
        assert.equal(date("2026-12-11"), "11 décembre 2026");
        assert.equal(date("2026-12-21"), "21 décembre 2026");
        assert.match(dateTime("2026-11-30T23:30:00.000Z"), /^1er décembre 2026 à 00:30 \(heure de Paris\)$/);
        assert.equal(notation("en").date("2026-12-01"), "1 December 2026");
    });

    it("counts 0 as one in French, as several in English", () => {
        assert.equal(notation("fr").counted(0, "règle", "règles"), "0\u00a0règle");
        assert.equal(notation("en").counted(0, "rule", "rules"), "0\u00a0rules");
    });

    it("has a no-break space before the colon of a label in French alone", () => {
        assert.equal(labelled("Motif", "a : b", "fr"), "Motif\u00a0: a : b");
        assert.equal(labelled("Reason", "a : b", "en"), "Reason: a : b");
    });
});
