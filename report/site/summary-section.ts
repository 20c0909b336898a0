import { type Fragment, html } from "../html/markup";
import { URGENT_DAYS, totalOf } from "../counts";
import { STATUSES, answerOf } from "../words/words";
import { OLD, agesOf, termsOf } from "./ages";
import type { Series } from "./collect";
import { foldersOf, pageName } from "./names";
import { linksTo } from "./reports-section";
import { table } from "../html/table";
import { type SiteView, decisionBadge, instant, nameOfSeries, shortNameOf } from "./view";

/** What the last report of a series says: whether the release may go, coverage, then requirements by status. */
export function lastReport(series: Series, level: "page" | "index", view: SiteView): Fragment {
    const { said, words, written, language } = view;
    const { entries, latest, slug } = series;
    const last = entries.at(-1) ?? entries[0];
    const name = nameOfSeries(series, view);
    return html`${level === "index" && html`<h3><a href="${pageName(slug, language)}">${name}</a></h3>`}
        <p>
            ${said.lastOf(written.dateTime(latest.generatedAt))}${latest.simulated && `, ${said.simulated}`}.
            ${linksTo(last, foldersOf(series), view)}
        </p>
        <p>${answerOf(latest, language).question} ${decisionBadge(latest.decision, view)}</p>
        <p>${words.coverage(latest)}</p>
        ${table({
            id: `etats-${slug}`,
            caption: html`${said.requirements}${level === "index" && html`<span class="unseen">, ${name}</span>`}`,
            kind: "counts",
            columns: [said.framework, ...STATUSES.map((status) => words.status[status])],
            rows: latest.frameworks.map((framework) => [
                `${written.typeset(framework.title[language])}, ${framework.version}`,
                ...STATUSES.map((status) => written.number(framework.statuses[status])),
            ]),
        })}`;
}

/** For each stack, the figures that call for steering. */
export function steeringSection(series: readonly Series[], view: SiteView): Fragment {
    const { said, words, written, language } = view;
    return table({
        id: "table-pilotage",
        caption: said.table(said.steering),
        captionUnseen: true,
        kind: "counts",
        columns: [
            said.stackColumn,
            said.date,
            said.toMend,
            said.oldColumn(written.number(OLD)),
            said.urgentColumn(written.number(URGENT_DAYS)),
        ],
        rows: series.map((each) => {
            const { toMend, old } = agesOf(each.latest, view.now);
            const urgent = termsOf(each.latest, view.now).filter(({ daysLeft }) => daysLeft <= URGENT_DAYS);
            return [
                html`<a href="${pageName(each.slug, language)}">${shortNameOf(each, view)}</a>`,
                instant(each.latest.generatedAt, view),
                ...(totalOf(each.latest.summary.findings) === 0
                    ? [words.decision.inconclusive.answer, words.decision.inconclusive.answer]
                    : [written.number(toMend.length), written.number(old)]),
                written.number(urgent.length),
            ];
        }),
    });
}
