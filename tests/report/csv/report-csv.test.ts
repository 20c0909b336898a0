import * as assert from "node:assert/strict";
import { render } from "../../../report/csv/report-csv";
import type { Report } from "../../../report/model";
import type { Files } from "../../../report/outputs";
import type { Language } from "../../../report/words/language";
import { STATUSES, VERDICTS, words } from "../../../report/words/words";
import { HOSTILE, hostileReport } from "../hostile";
import { STORE } from "../fixtures";
import { cleanReport, emptyReport, mixedReport, textOf } from "../samples";

const NAMES = ["coverage.csv", "findings.csv", "requirements.csv"] as const;

/** Cells of a file whose every field is quoted or empty. */
function cells(files: Files, name: (typeof NAMES)[number], separator = ";"): string[][] {
    const text = textOf(files[name]);
    assert.ok(text.startsWith("\ufeff"));
    assert.ok(text.endsWith("\r\n"));
    const rows: string[][] = [[]];
    const field = /(?:"((?:[^"]|"")*)")?(;|,|\r\n)/gy;
    field.lastIndex = 1;
    while (field.lastIndex < text.length) {
        const match = field.exec(text);
        assert.ok(match, "each field is quoted");
        const [, content = "", end] = match;
        rows.at(-1)?.push(content.replaceAll('""', '"'));
        if (end === "\r\n") {
            rows.push([]);
        } else {
            assert.equal(end, separator);
        }
    }
    return rows.slice(0, -1);
}

const from = (report: Report, name: (typeof NAMES)[number], language: Language = "fr") =>
    cells(render(report, language), name, language === "fr" ? ";" : ",");

const column = (rows: readonly string[][], name: string) => {
    const index = rows[0]?.indexOf(name) ?? -1;
    assert.ok(index >= 0, name);
    return rows.slice(1).map((row) => row[index] ?? "");
};

const tally = (values: readonly string[], names: readonly string[]) =>
    names.map((name) => values.filter((value) => value === name).length);

describe("the CSV tables", () => {
    for (const [name, report] of [
        ["a mixed report", mixedReport()],
        ["an empty report", emptyReport()],
        ["a clean report", cleanReport()],
        ["a hostile report", hostileReport()],
    ] as const) {
        for (const language of ["fr", "en"] as const) {
            it(`agree with the summary of ${name} (${language})`, () => {
                const said = words(language);
                const verdicts = column(
                    from(report, "findings.csv", language),
                    language === "fr" ? "Constat" : "Finding",
                );
                const statuses = column(
                    from(report, "requirements.csv", language),
                    language === "fr" ? "Statut" : "Status",
                );

                assert.deepEqual(
                    tally(
                        verdicts,
                        VERDICTS.map((verdict) => said.verdict[verdict]),
                    ),
                    VERDICTS.map((verdict) => report.summary.findings[verdict]),
                );
                assert.deepEqual(
                    tally(
                        statuses,
                        STATUSES.map((status) => said.status[status]),
                    ),
                    STATUSES.map((status) => report.summary.requirements[status]),
                );
            });

            it(`have as many cells in each row, for ${name} (${language})`, () => {
                for (const file of NAMES) {
                    const rows = from(report, file, language);
                    assert.deepEqual([...new Set(rows.map((row) => row.length))], [rows[0]?.length], file);
                }
            });
        }
    }

    it("name the requirements of each finding", () => {
        const rows = from(mixedReport(), "findings.csv");
        const encrypted = rows.find((row) => row.includes("store-encrypted"));

        assert.equal(encrypted?.[0], "hds EXI 4, rgpd art. 32");
        assert.ok(column(rows, "Exigences").every((cited) => cited !== ""));
    });

    it("tell what is found, what is unknown, and what exempts", () => {
        const rows = from(mixedReport(), "findings.csv");
        const row = (rule: string) => rows.find((cell) => cell[1] === rule && cell.includes(STORE));
        const cell = (rule: string, name: string) => row(rule)?.[rows[0]?.indexOf(name) ?? -1];

        assert.equal(cell("store-private", "Ce qui est relevé"), "access\u00a0: attendu « store-private »");
        assert.equal(cell("store-private", "Criticité proposée"), "élevée");
        assert.equal(cell("store-tls", "Valeurs inconnues"), "tls.version");
        assert.equal(cell("store-kept", "Dérogation"), "EX-1");
        assert.equal(cell("store-kept", "Échéance de la dérogation"), "2026-12-01");
        assert.equal(cell("store-private", "Ouvert depuis"), "2026-11-20T09:30:00.000Z");
    });

    it("tell the coverage before any tally, and what the report is not", () => {
        const rows = from(mixedReport(), "coverage.csv");
        const line = (start: string) => rows.findIndex(([name]) => name?.startsWith(start));

        assert.match(rows[1]?.[1] ?? "", /ni une certification, ni un audit/);
        assert.deepEqual(rows[line("Ressources déclarées")], ["Ressources déclarées", "2"]);
        assert.ok(line("Ressources déclarées") < line("Cette version"));
        assert.ok(line("Cette version") < line("Constats\u00a0: "));
        const { findings, requirements } = mixedReport().summary;
        const said = words("fr");
        for (const verdict of VERDICTS) {
            const told = rows.find(([name]) => name === `Constats\u00a0: ${said.verdict[verdict]}`);
            assert.equal(told?.[1], findings[verdict].toString());
        }
        for (const status of STATUSES) {
            const told = rows.find(([name]) => name === `Exigences\u00a0: ${said.status[status]}`);
            assert.equal(told?.[1], requirements[status].toString());
        }
    });

    it("say of a state that it is one, and nothing of a deployment to come or a simulation", () => {
        const preview = from(mixedReport(), "coverage.csv");
        assert.ok(preview.some(([name, value]) => name === "Azure simulé" && value === "oui"));
        assert.ok(
            preview.some(([name, value]) => name === "Ce qui est jugé" && (value ?? "").startsWith("aperçu")),
        );
        const state = mixedReport({ source: "state", simulated: false });
        const rows = from(state, "coverage.csv");
        assert.ok(
            rows.some(
                ([name, value]) => name === "Ce qui est jugé" && (value ?? "").startsWith("état exporté"),
            ),
        );
        assert.ok(!rows.some(([name]) => name === "Azure simulé"));
    });

    it("allow no conclusion from an empty report", () => {
        const rows = from(emptyReport(), "coverage.csv");

        assert.ok(rows.some(([, value]) => value?.startsWith("Impossible de conclure") === true));
        assert.deepEqual(column(from(emptyReport(), "requirements.csv"), "Statut"), ["indéterminée"]);
    });

    it("begin no formula, in whichever spreadsheet and language they are opened", () => {
        for (const language of ["fr", "en"] as const) {
            for (const file of NAMES) {
                const text = textOf(render(hostileReport(), language)[file]).slice(1);
                // Wherever a spreadsheet may split: its own separator or another's, a tab, a line, with or without quotes.
                for (const piece of text.split(/[;,|\t\r\n]/)) {
                    assert.doesNotMatch(piece.replace(/^"+/, ""), /^[\s\p{Cf}]*[=+\-@＝＋－＠]/u);
                }
            }
        }
    });

    it("keep text that begins no formula as it is", () => {
        const [finding] = mixedReport().findings;
        assert.ok(finding);
        const message = 'a-b = c + "d" ; e, 3 @f';
        const report = mixedReport({ findings: [{ ...finding, messages: [message] }] });

        assert.deepEqual(column(from(report, "findings.csv"), "Ce qui est relevé"), [message]);
    });

    it("have no cell that is longer than a spreadsheet takes", () => {
        const long = from(hostileReport(), "findings.csv").flat();

        assert.ok(long.every((cell) => cell.length <= 32_767));
        assert.ok(long.some((cell) => cell.endsWith("… (1\u202f050\u202f000 caractères)")));
        assert.ok(HOSTILE.some((text) => text.length > 1_000_000));
    });

    it("show what would act rather than show as replacement characters", () => {
        for (const file of NAMES) {
            const text = textOf(render(hostileReport(), "fr")[file]).slice(1).replaceAll("\r\n", "\n");
            assert.doesNotMatch(
                text,
                /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/u,
            );
        }
    });

    it("come in pieces that are short, with one header", () => {
        const [finding] = mixedReport().findings;
        assert.ok(finding);
        const report = mixedReport({ findings: Array.from({ length: 5_000 }, () => finding) });

        const pieces = [...(render(report, "fr")["findings.csv"] as Iterable<string>)];
        assert.ok(pieces.length > 5 && pieces.length < 50, pieces.length.toString());
        assert.equal(pieces.join("").split("\ufeff").length, 2);
        assert.equal(cells(render(report, "fr"), "findings.csv").length, 5_001);
    });

    it("are the same each time", () => {
        for (const file of NAMES) {
            assert.equal(
                textOf(render(mixedReport(), "fr")[file]),
                textOf(render(mixedReport(), "fr")[file]),
            );
        }
    });
});
