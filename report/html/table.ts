import { type Fragment, type Markup, html } from "./markup";
import { scrollRegion } from "./scroll-region";

export interface TableContent {
    /** Of the caption, which names the table. */
    readonly id: string;
    readonly caption: Fragment;
    /** Whether the caption only repeats a heading, and is there for those who do not see the page. */
    readonly captionUnseen?: boolean;
    readonly kind: "counts" | "texts" | "register" | "guarantees";
    readonly columns: readonly Fragment[];
    /** The first cell names the row. */
    readonly rows: readonly (readonly Fragment[])[];
}

export function table({ id, caption, captionUnseen = false, kind, columns, rows }: TableContent): Markup {
    return scrollRegion(
        id,
        html`<table class="${kind}">
            <caption id="${id}" ${captionUnseen && html`class="unseen"`}>
                ${caption}
            </caption>
            <thead>
                <tr>
                    ${columns.map((column) => html`<th scope="col">${column}</th>`)}
                </tr>
            </thead>
            <tbody>
                ${rows.map(
                    ([first, ...cells]) =>
                        html`<tr>
                            <th scope="row">${first}</th>
                            ${cells.map((cell) => html`<td>${cell}</td>`)}
                        </tr>`,
                )}
            </tbody>
        </table>`,
    );
}
