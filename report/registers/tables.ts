import { type Fragment, type Markup, html, joined } from "../html/markup";
import { scrollRegion } from "../html/scroll-region";
import { type Language, type Text, notation } from "../words/language";
import { WORDS } from "./page-words";

/** What people must complete, marked so that nobody takes it for an answer. */
export function toComplete(language: Language): Markup {
    return html`<span class="badge undetermined">${WORDS[language].toComplete}</span>`;
}

/** A declared text in the language. */
export function said(text: Text | null, language: Language): Fragment {
    return text === null ? toComplete(language) : notation(language).typeset(text[language]);
}

/** A table whose first column names the rows; `id` is that of its caption. */
export function table(
    id: string,
    caption: string,
    columns: readonly string[],
    rows: readonly (readonly Fragment[])[],
    kind = "register",
): Markup {
    return scrollRegion(
        id,
        html`<table class="${kind}">
            <caption id="${id}">
                ${caption}
            </caption>
            <thead>
                <tr>
                    ${columns.map((column) => html`<th scope="col">${column}</th>`)}
                </tr>
            </thead>
            <tbody>
                ${rows.map(
                    ([first, ...others]) =>
                        html`<tr>
                            <th scope="row">${first}</th>
                            ${others.map((cell) => html`<td>${cell}</td>`)}
                        </tr>`,
                )}
            </tbody>
        </table>`,
    );
}

export function lines(items: readonly Fragment[]): Fragment {
    return joined(items, html`<br />`);
}
