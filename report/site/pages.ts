import { type Fragment, html } from "../html/markup";
import { readable } from "../html/text";
import type { Language } from "../words/language";
import { agesSection } from "./ages-section";
import type { Collection, Flagged, Series } from "./collect";
import { documentOf } from "./document";
import { pageName } from "./names";
import { reportsSection } from "./reports-section";
import { lastReport, steeringSection } from "./summary-section";
import { table } from "../html/table";
import { termsSection } from "./terms-section";
import { trendSection } from "./trend-section";
import { type SiteView, nameOfSeries, siteView } from "./view";

/** Folders at fault that the page lists. */
const SHOWN = 1_000;

/** The page of all stacks. */
export function indexPage(collection: Collection, language: Language, now: Date): string {
    const view = siteView(language, now);
    const { series, flagged } = readable(collection, language);
    const { said } = view;
    return documentOf({
        language,
        title: said.title,
        subtitle: subtitle(view),
        links: [otherLanguage("index", view)],
        sections: [
            {
                id: "piles",
                name: said.stacks,
                content:
                    series.length === 0
                        ? html`<p>${said.none}</p>`
                        : series.map((each) => lastReport(each, "index", view)),
            },
            { id: "pilotage", name: said.steering, content: steeringSection(series, view) },
            { id: "derogations", name: said.terms, content: termsSection(series, view) },
            {
                id: "signales",
                name:
                    flagged.length === 0
                        ? said.flagged
                        : `${said.flagged} (${view.written.number(flagged.length)})`,
                content: flaggedSection(flagged, view),
            },
        ],
    });
}

/** The page of one stack. */
export function seriesPage(whole: Series, language: Language, now: Date): string {
    const view = siteView(language, now);
    const series = readable(whole, language);
    const { said } = view;
    return documentOf({
        language,
        title: nameOfSeries(series, view),
        subtitle: subtitle(view),
        links: [
            html`<a href="${pageName("index", language)}">${said.home}</a>`,
            otherLanguage(series.slug, view),
        ],
        sections: [
            { id: "dernier", name: said.last, content: lastReport(series, "page", view) },
            { id: "tendance", name: said.trend, content: trendSection(series, view) },
            { id: "ages", name: said.ages, content: agesSection(series, view) },
            { id: "derogations", name: said.terms, content: termsSection([series], view) },
            { id: "rapports", name: said.reports, content: reportsSection(series, view) },
        ],
    });
}

function subtitle(view: SiteView): Fragment {
    const { said, words, written, now } = view;
    return html`${said.produced(written.dateTime(now.toISOString()))}. ${written.typeset(words.notice)}`;
}

function otherLanguage(page: string, { language, said }: SiteView): Fragment {
    const other = language === "fr" ? "en" : "fr";
    return html`<a href="${pageName(page, other)}" hreflang="${other}" lang="${other}">${said.other}</a>`;
}

function flaggedSection(flagged: readonly Flagged[], { said, language, written }: SiteView): Fragment {
    if (flagged.length === 0) {
        return html`<p>${said.noFlagged}</p>`;
    }
    return html`<p>${said.flaggedNote}</p>
        ${table({
            id: "table-signales",
            caption: said.table(said.flagged),
            captionUnseen: true,
            kind: "texts",
            columns: [said.folder, said.faults],
            rows: flagged.slice(0, SHOWN).map(({ path, faults }) => [
                html`<code>${path}</code>`,
                html`<ul class="plain">
                    ${faults.map((fault) => html`<li>${written.typeset(fault[language])}</li>`)}
                </ul>`,
            ]),
        })}
        ${flagged.length > SHOWN && html`<p>${said.more(written.number(flagged.length - SHOWN))}</p>`}`;
}
