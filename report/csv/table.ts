import { type Input, stringify } from "csv-stringify/sync";
import type { Language } from "../words/language";
import { shown } from "../words/shown";

/** Characters of one cell: a spreadsheet takes 32,767, and the remark on what was cut needs some. */
const LONGEST = 32_000;

/** Rows that are written at once. */
const BLOCK = 500;

/** What spreadsheets of each language split cells at. */
const SEPARATORS: Readonly<Record<Language, string>> = { fr: ";", en: "," };

/**
 * Where a spreadsheet would begin a formula: at the start of a cell, and after what another spreadsheet, or one set to
 * another language, splits cells or rows at.
 */
const FORMULA = /(?<=^|[;,|\t\n])(?=(?:[^\S\t\n]|\p{Cf}|")*[=+\-@＝＋－＠])/gu;

export type Cell = string | number | undefined;

/** A table for spreadsheets, in pieces. */
export function* table(
    columns: readonly string[],
    rows: Iterable<readonly Cell[]>,
    language: Language,
): Generator<string> {
    let block: Input = [columns];
    let bom = true;
    for (const row of rows) {
        block.push(
            row.map((cell) => (typeof cell === "string" ? defused(shown(cell, language, LONGEST)) : cell)),
        );
        if (block.length >= BLOCK) {
            yield csv(block, language, bom);
            block = [];
            bom = false;
        }
    }
    yield csv(block, language, bom);
}

function csv(block: Input, language: Language, bom: boolean): string {
    const options = {
        bom,
        delimiter: SEPARATORS[language],
        record_delimiter: "windows",
        quoted: true,
    } as const;
    return block.length === 0 ? "" : stringify(block, options);
}

/** The text with an apostrophe before each place where a spreadsheet might begin a formula. */
function defused(text: string): string {
    return text.replace(FORMULA, "'");
}
