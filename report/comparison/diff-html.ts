import { type Fragment, html } from "../html/markup";
import { shortened } from "../html/text";
import { documentOf } from "../site/document";
import { table } from "../html/table";
import { type Language, notation } from "../words/language";
import { words } from "../words/words";
import type { Diff } from "./diff";
import { type Row, type Table, tablesOf } from "./diff-tables";
import { introduction } from "./introduction";
import { WORDS } from "./words";

/** Rows of a list that the page shows. */
const SHOWN = 1_000;

/** What changed, as one page that loads nothing. */
export function diffHtml(diff: Diff, language: Language): string {
    const { title, stack, summary } = WORDS[language];
    return documentOf({
        language,
        title,
        subtitle: shortened(stack(diff.after.report), language),
        sections: [
            { id: "synthese", name: summary, content: synthesis(diff, language) },
            ...tablesOf(diff, language).map((list) => ({
                id: list.id,
                name: `${list.title} (${notation(language).number(list.rows.length)})`,
                content: tableOf(list, language),
            })),
        ],
    });
}

function synthesis(diff: Diff, language: Language): Fragment {
    const { attention, before, after } = WORDS[language];
    const { caveats, facts } = introduction(diff, language);
    return html`${caveats.map((each) => html`<p class="notice"><strong>${attention}.</strong> ${each}</p>`)}
        <dl class="facts">
            <div>
                <dt>${before}</dt>
                <dd>${shortened(facts.before, language)}</dd>
                <dd>${facts.coverageBefore}</dd>
            </div>
            <div>
                <dt>${after}</dt>
                <dd>${shortened(facts.after, language)}</dd>
                <dd>${facts.coverageAfter}</dd>
            </div>
        </dl>
        <p>${facts.origins}</p>
        <p class="headline">${facts.tally}</p>
        <p class="meta">${notation(language).typeset(words(language).notice)}</p>`;
}

function tableOf({ id, title, note, columns, rows, none }: Table, language: Language): Fragment {
    if (rows.length === 0) {
        return html`<p>${none}</p>`;
    }
    return html`${note !== undefined && html`<p>${note}</p>`}
    ${table({
        id: `table-${id}`,
        caption: title,
        captionUnseen: true,
        kind: "texts",
        columns,
        rows: rows.slice(0, SHOWN).map((row) => rowOf(row, language)),
    })}
    ${rows.length > SHOWN && html`<p>${WORDS[language].more(rows.length - SHOWN)}</p>`}`;
}

function rowOf({ cells: [first = "", ...others], messages }: Row, language: Language): readonly Fragment[] {
    const told = messages.map(
        (message) =>
            html`<span class="type" ${language === "en" && html`lang="fr"`}
                >${shortened(message, language)}</span
            >`,
    );
    return [[shortened(first, language), told], ...others.map((cell) => shortened(cell, language))];
}
