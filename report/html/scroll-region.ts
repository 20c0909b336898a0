import { type Fragment, type Markup, html } from "./markup";

/** A part of the page that scrolls sideways, by keyboard too; the element with the id `name` names it. */
export function scrollRegion(name: string, content: Fragment): Markup {
    return html`<div class="scroll" role="region" aria-labelledby="${name}" tabindex="0">${content}</div>`;
}
