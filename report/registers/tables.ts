import { type Fragment, type Markup, html, joined } from "../html/markup";
import { type TableContent, table } from "../html/table";
import type { Language, Text } from "../words/language";
import type { Cell, RegisterTable, Run } from "./cells";

/** Nothing of a table without rows; `id` is that of its caption. */
export function registerTable(
    id: string,
    { caption, columns, rows }: RegisterTable,
    language: Language,
    kind: TableContent["kind"] = "register",
): Fragment {
    return (
        rows.length > 0 &&
        table({
            id,
            caption,
            kind,
            columns,
            rows: rows.map((row) => row.map((cell) => cellMarkup(cell, language))),
        })
    );
}

/** A sentence of the référentiel as it stands, in French, then in English where that is read. */
export function fixedSentence(sentence: Text, language: Language): Markup {
    return html`<span lang="fr">«&nbsp;${sentence.fr}&nbsp;»</span>${
            language === "en" && html` (${sentence.en})`
        }`;
}

function cellMarkup(cell: Cell, language: Language): Fragment {
    return joined(
        cell.map((line) =>
            joined(
                line.map((run) => runMarkup(run, language)),
                "",
            ),
        ),
        html`<br />`,
    );
}

function runMarkup(run: Run, language: Language): Fragment {
    if (typeof run === "string") {
        return run;
    }
    if ("open" in run) {
        return html`<span class="badge undetermined">${run.open}</span>`;
    }
    return "quiet" in run ? html`<span class="meta">${run.quiet}</span>` : fixedSentence(run.fixed, language);
}
