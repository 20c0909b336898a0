import { badge } from "../html/icons";
import { type Fragment, html } from "../html/markup";
import { SOON_DAYS, URGENT_DAYS } from "../counts";
import { type Term, termsOf } from "./ages";
import type { Series } from "./collect";
import { table } from "../html/table";
import { type SiteView, shortNameOf } from "./view";

/** Exemptions that the page lists. */
const SHOWN = 500;

/** The exemptions of the last report of each series, and how long they still last. */
export function termsSection(series: readonly Series[], view: SiteView): Fragment {
    const { said, written } = view;
    const terms = series
        .flatMap((each) => termsOf(each.latest, view.now).map((term) => ({ term, each })))
        .sort((a, b) => a.term.daysLeft - b.term.daysLeft);
    if (terms.length === 0) {
        return html`<p>${said.noTerms}</p>`;
    }
    return html`<p>${said.termsNote}</p>
        ${table({
            id: "table-derogations",
            caption: said.table(said.terms),
            captionUnseen: true,
            kind: "texts",
            columns: [
                said.exemption,
                said.stackColumn,
                said.rule,
                said.resource,
                said.owner,
                said.expires,
                said.left,
            ],
            rows: terms
                .slice(0, SHOWN)
                .map(({ term, each }) => [
                    term.exemption.id,
                    shortNameOf(each, view),
                    html`<code>${term.exemption.rule}</code>`,
                    term.exemption.resource,
                    term.exemption.owner,
                    html`<time datetime="${term.exemption.expires}"
                        >${written.date(term.exemption.expires)}</time
                    >`,
                    left(term, view),
                ]),
        })}
        ${terms.length > SHOWN && html`<p>${said.more(written.number(terms.length - SHOWN))}</p>`}`;
}

/** The days left, and what they call for. */
function left({ daysLeft }: Term, { said, written }: SiteView): Fragment {
    if (daysLeft < 0) {
        return badge("nonCompliant", said.expired);
    }
    const days = written.counted(daysLeft, said.day, said.days);
    const limit = [URGENT_DAYS, SOON_DAYS].find((each) => daysLeft <= each);
    return html`${days}
    ${
        limit !== undefined &&
        badge(limit === URGENT_DAYS ? "undetermined" : "exempted", said.urgent(written.number(limit)))
    }`;
}
