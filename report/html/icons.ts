import { STATUS, VERDICT } from "../french";
import { type Markup, html } from "./markup";
import type { Status, Verdict } from "../model";

/** Each status has a shape of its own, so that it reads without colour. */
export function icons(): Markup {
    return html`<svg class="sprite" aria-hidden="true">
        <symbol id="icon-compliant" viewBox="0 0 16 16">
            <circle cx="8" cy="8" r="7" fill="currentColor" />
            <path d="M4.5 8.3l2.4 2.4 4.6-5" fill="none" stroke="var(--paper)" stroke-width="1.8" />
        </symbol>
        <symbol id="icon-nonCompliant" viewBox="0 0 16 16">
            <path d="M5 1h6l4 4v6l-4 4H5l-4-4V5z" fill="currentColor" />
            <path d="M5.2 5.2l5.6 5.6m0-5.6l-5.6 5.6" stroke="var(--paper)" stroke-width="1.8" />
        </symbol>
        <symbol id="icon-undetermined" viewBox="0 0 16 16">
            <path d="M8 .8l7.4 13.4H.6z" fill="currentColor" />
            <path d="M8 5.6v4.2m0 1.3v1.7" stroke="var(--paper)" stroke-width="1.7" />
        </symbol>
        <symbol id="icon-evidenceRequired" viewBox="0 0 16 16">
            <path d="M2.5 1h7.5l3.5 3.5V15h-11z" fill="currentColor" />
            <path d="M5 6h6M5 8.8h6m-6 2.8h3.5" stroke="var(--paper)" stroke-width="1.4" />
        </symbol>
        <symbol id="icon-exempted" viewBox="0 0 16 16">
            <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.6" />
            <path d="M8 4.5V8l2.5 2" fill="none" stroke="currentColor" stroke-width="1.6" />
        </symbol>
        <symbol id="icon-notAssessed" viewBox="0 0 16 16">
            <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.6" />
            <path d="M4.8 8h6.4" stroke="currentColor" stroke-width="1.6" />
        </symbol>
        <symbol id="icon-notApplicable" viewBox="0 0 16 16">
            <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.6" />
            <path d="M12 4l-8 8" stroke="currentColor" stroke-width="1.6" />
        </symbol>
    </svg>`;
}

export function icon(status: Status): Markup {
    return html`<svg class="icon" aria-hidden="true"><use href="#icon-${status}" /></svg>`;
}

const VERDICT_STATUS: Readonly<Record<Verdict, Status>> = {
    compliant: "compliant",
    violation: "nonCompliant",
    undecided: "undetermined",
    exempted: "exempted",
};

/** Status of a requirement: shape, colour and text. */
export function statusBadge(status: Status): Markup {
    return html`<span class="badge ${status}">${icon(status)} ${STATUS[status]}</span>`;
}

/** Verdict of a finding: shape, colour and text. */
export function verdictBadge(verdict: Verdict): Markup {
    const status = VERDICT_STATUS[verdict];
    return html`<span class="badge ${status}">${icon(status)} ${VERDICT[verdict]}</span>`;
}
