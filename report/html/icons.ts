import type { Status, Verdict } from "../model";
import { type Fragment, type Markup, html } from "./markup";
import type { View } from "./view";

/** Each status has a shape of its own, so that it reads without colour. */
export function icons(): Markup {
    return html`<svg class="sprite" aria-hidden="true" focusable="false">
        <symbol id="icon-compliant" viewBox="0 0 16 16">
            <circle cx="8" cy="8" r="7" fill="currentColor" />
            <path class="cut" d="M4.5 8.3l2.4 2.4 4.6-5" />
        </symbol>
        <symbol id="icon-nonCompliant" viewBox="0 0 16 16">
            <path d="M5 1h6l4 4v6l-4 4H5l-4-4V5z" fill="currentColor" />
            <path class="cut" d="M5.2 5.2l5.6 5.6m0-5.6l-5.6 5.6" />
        </symbol>
        <symbol id="icon-undetermined" viewBox="0 0 16 16">
            <path d="M8 .8l7.4 13.4H.6z" fill="currentColor" />
            <path class="cut" d="M8 5.6v4.2m0 1.3v1.7" />
        </symbol>
        <symbol id="icon-evidenceRequired" viewBox="0 0 16 16">
            <path d="M2.5 1h7.5l3.5 3.5V15h-11z" fill="currentColor" />
            <path class="cut" d="M5 6h6M5 8.8h6m-6 2.8h3.5" />
        </symbol>
        <symbol id="icon-exempted" viewBox="0 0 16 16">
            <circle class="line" cx="8" cy="8" r="6.2" />
            <path class="line" d="M8 4.5V8l2.5 2" />
        </symbol>
        <symbol id="icon-notApplicable" viewBox="0 0 16 16">
            <circle class="line" cx="8" cy="8" r="6.2" />
            <path class="line" d="M12 4l-8 8" />
        </symbol>
    </svg>`;
}

export function icon(status: Status): Markup {
    return html`<svg class="icon ${status}" aria-hidden="true"><use href="#icon-${status}" /></svg>`;
}

/** The same in the colour of the text, for the names of figures that may be zero. */
export function shape(status: Status): Markup {
    return html`<svg class="icon" aria-hidden="true"><use href="#icon-${status}" /></svg>`;
}

/** How verdicts look: as the status that they lead to. */
export const VERDICT_STATUS: Readonly<Record<Verdict, Status>> = {
    compliant: "compliant",
    violation: "nonCompliant",
    undecided: "undetermined",
    exempted: "exempted",
};

/** Shape, colour and text. */
export function badge(status: Status, text: Fragment): Markup {
    return html`<span class="badge ${status}">${icon(status)} ${text}</span>`;
}

/** Status of a requirement. */
export function statusBadge(status: Status, { words }: View): Markup {
    return badge(status, words.status[status]);
}
