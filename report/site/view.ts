import { type Fragment, html } from "../html/markup";
import { type Decision, type Status } from "../model";
import { badge } from "../html/icons";
import { type Language, type Notation, notation } from "../words/language";
import { type Words, words } from "../words/words";
import type { Series } from "./collect";
import { WORDS } from "./words";

/** What every section of the site needs. */
export interface SiteView {
    readonly language: Language;
    readonly now: Date;
    readonly said: (typeof WORDS)[Language];
    readonly words: Words;
    readonly written: Notation;
}

export function siteView(language: Language, now: Date): SiteView {
    return { language, now, said: WORDS[language], words: words(language), written: notation(language) };
}

/** Of a stack; what is judged of it where that is no preview. */
export function nameOfSeries({ project, stack, source }: Series, { said }: SiteView): string {
    return `${said.stack(project, stack)}${source === "state" ? `, ${said.state}` : ""}`;
}

/** The same in a cell. */
export function shortNameOf({ project, stack, source }: Series, { said }: SiteView): string {
    return `${project}, ${stack}${source === "state" ? `, ${said.state}` : ""}`;
}

/** The look of a decision. An inconclusive one is never green. */
const LOOK: Readonly<Record<Decision["verdict"], Status>> = {
    refused: "nonCompliant",
    inconclusive: "undetermined",
    reserved: "exempted",
    accepted: "compliant",
};

export function decisionBadge({ verdict }: Decision, { words: common, written }: SiteView): Fragment {
    return badge(LOOK[verdict], written.typeset(common.decision[verdict].answer));
}

/** An instant, and the same for machines. */
export function instant(iso: string, { written }: SiteView): Fragment {
    return html`<time datetime="${iso}">${written.dateTime(iso)}</time>`;
}
