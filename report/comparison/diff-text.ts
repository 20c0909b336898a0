import { type Language, notation } from "../words/language";
import { shown } from "../words/shown";
import type { Diff } from "./diff";
import { type Table, tablesOf } from "./diff-tables";
import { introduction } from "./introduction";
import { WORDS } from "./words";

/** Rows of a list that the console shows, and messages of a row. */
const SHOWN = 20;
const MESSAGES = 3;

/** Characters of a text that the console shows. */
const LONGEST = 300;

/** What changed, for the console. */
export function diffText(diff: Diff, language: Language): string {
    const { title, stack, before, after, attention } = WORDS[language];
    const written = notation(language);
    const { caveats, facts } = introduction(diff, language);
    const labelled = (label: string, text: string): string =>
        written.typeset(`${label}${language === "fr" ? " :" : ":"} `) + line(text, language);
    return [
        title,
        line(stack(diff.after.report), language),
        labelled(before, facts.before),
        labelled(after, facts.after),
        ...caveats.map((caveat) => labelled(attention, caveat)),
        `${before} – ${facts.coverageBefore}`,
        `${after} – ${facts.coverageAfter}`,
        facts.origins,
        facts.tally,
        ...tablesOf(diff, language).flatMap((table) => ["", ...tableLines(table, language)]),
    ].join("\n");
}

function tableLines({ title, note, rows, none }: Table, language: Language): readonly string[] {
    if (rows.length === 0) {
        return [none];
    }
    return [
        `${title} (${notation(language).number(rows.length)})`,
        ...(note === undefined ? [] : [note]),
        ...rows
            .slice(0, SHOWN)
            .flatMap(({ cells, messages }) => [
                `  - ${cells.map((cell) => line(cell, language)).join(" | ")}`,
                ...messages.slice(0, MESSAGES).map((message) => `      ${line(message, language)}`),
            ]),
        ...(rows.length > SHOWN ? [`  ${WORDS[language].more(rows.length - SHOWN)}`] : []),
    ];
}

/** A text on one line, without what would act on the terminal. */
function line(text: string, language: Language): string {
    return shown(text, language, LONGEST).replace(/\s+/g, " ");
}
