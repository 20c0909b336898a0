import { type Fragment, type Markup, html } from "./markup";

/** A part of the page that scrolls sideways, by keyboard too; the element with the id `name` names it. */
export function scrollRegion(name: string, content: Fragment): Markup {
    return html`<section class="scroll" aria-labelledby="${name}" tabindex="0">${content}</section>`;
}
