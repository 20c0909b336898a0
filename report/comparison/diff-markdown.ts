import { markdownText } from "../markdown/text";
import { type Language, notation } from "../words/language";
import { words } from "../words/words";
import type { Diff } from "./diff";
import { type Row, type Table, tablesOf } from "./diff-tables";
import { introduction } from "./introduction";
import { WORDS } from "./words";

/** Rows of a list that a comment shows: seven lists of them stay under the 65,536 characters that GitHub takes. */
const SHOWN = 10;

/** What changed, for a comment on a pull request. */
export function diffMarkdown(diff: Diff, language: Language): string {
    const { title, stack, before, after, attention } = WORDS[language];
    const { caveats, facts } = introduction(diff, language);
    const text = (value: string): string => markdownText(value, language);
    return [
        `## ${text(title)}`,
        text(stack(diff.after.report)),
        ...caveats.map((caveat) => `> **${attention}** – ${text(caveat)}`),
        [
            `- **${before}** – ${text(facts.before)}. ${text(facts.coverageBefore)}`,
            `- **${after}** – ${text(facts.after)}. ${text(facts.coverageAfter)}`,
        ].join("\n"),
        text(facts.origins),
        `**${text(facts.tally)}**`,
        ...tablesOf(diff, language).map((table) => section(table, language)),
        `_${text(notation(language).typeset(words(language).notice))}_`,
    ].join("\n\n");
}

function section({ title, note, columns, rows, none }: Table, language: Language): string {
    const text = (value: string): string => markdownText(value, language);
    if (rows.length === 0) {
        return text(none);
    }
    return [
        `### ${text(title)} (${notation(language).number(rows.length)})`,
        ...(note === undefined ? [] : [text(note)]),
        [
            line(columns.map(text)),
            line(columns.map(() => "---")),
            ...rows.slice(0, SHOWN).map((row) => line(cellsOf(row, text))),
        ].join("\n"),
        ...(rows.length > SHOWN ? [text(WORDS[language].more(rows.length - SHOWN))] : []),
    ].join("\n\n");
}

function cellsOf({ cells, messages }: Row, text: (value: string) => string): readonly string[] {
    const [first = "", ...others] = cells.map(text);
    const [message] = messages;
    return [message === undefined ? first : `${first}<br>${text(message)}`, ...others];
}

function line(cells: readonly string[]): string {
    return `| ${cells.join(" | ")} |`;
}
