import * as assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readReport } from "../../report/read-report";
import { sample } from "./evidence/sample";

describe("a report is read from its file", () => {
    let folder: string;
    let file: string;
    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), "read-report-"));
        file = join(folder, "report.json");
    });
    afterEach(() => {
        rmSync(folder, { recursive: true });
    });

    const read = (content: unknown, language?: "fr" | "en") => {
        writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
        return readReport(file, language);
    };
    const plain = (text: string) => text.replaceAll("\u00a0", " ");

    it("as it was", () => {
        assert.deepEqual(read(sample()), JSON.parse(JSON.stringify(sample())));
    });

    for (const [name, content, fr, en] of [
        ["that is not JSON", "<html>", "attendu du JSON, obtenu un texte", "expected JSON, got another text"],
        [
            "that is no object",
            "null",
            "objet attendu, null reçu, obtenu null",
            "expected object, received null, got null",
        ],
        [
            "of an older version",
            { schemaVersion: 1 },
            "schemaVersion : attendu 2, obtenu 1 ; ce rapport vient d’une autre version",
            "schemaVersion: expected 2, got 1; this report comes from another version",
        ],
        [
            "without a key",
            { ...sample(), stack: undefined },
            "stack : .*attendu.*obtenu ∅",
            "stack : .*expected string.*got ∅",
        ],
        [
            "with another value than the model's",
            { ...sample(), source: "guess" },
            'source : .*"preview".*obtenu "guess"',
            'source : .*"preview".*got "guess"',
        ],
        ["with a value that acts on a terminal", { ...sample(), source: "\u001b[2Jx\n\u202e" }, "x", "x"],
    ] as const) {
        it(`unless it is one ${name}: the file, the key, what was expected and what was got are told`, () => {
            for (const [language, pattern] of [
                ["fr", fr],
                ["en", en],
            ] as const) {
                assert.throws(
                    () => read(content, language),
                    (error: Error) => {
                        assert.equal(error.name, "UserError");
                        assert.ok(plain(error.message).startsWith(file));
                        assert.match(plain(error.message), new RegExp(pattern));
                        assert.doesNotMatch(error.message, /[\u001b\u202e\n]/);
                        assert.ok(error.message.length < 3_000);
                        return true;
                    },
                );
            }
        });
    }

    it("unless it is one with very many faults: the first five are told, and their values cut", () => {
        const value = { schemaVersion: 2, project: 1, stack: "x".repeat(1e6), source: "y".repeat(1e6) };

        assert.throws(
            () => read(value),
            (error: Error) => {
                const told = plain(error.message).split(" ; ");
                assert.equal(told.length, 6);
                assert.match(told[5] ?? "", /^\d+ autres défauts$/);
                assert.match(error.message, /y…/);
                assert.doesNotMatch(error.message, /y{120}/);
                return true;
            },
        );
    });

    it("unless there is none", () => {
        assert.throws(() => readReport(join(folder, "none.json")), { code: "ENOENT" });
    });
});
