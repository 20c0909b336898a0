import { icon } from "../html/icons";
import { type Fragment, html } from "../html/markup";
import type { ReportFramework } from "../model";
import { STATUSES } from "../words/words";
import type { Entry, Series } from "./collect";
import { table } from "../html/table";
import { trendChart } from "./trend-chart";
import { type SiteView, instant } from "./view";

/** For each framework of the last report, how its requirements stood in each report. */
export function trendSection({ entries, latest }: Series, view: SiteView): Fragment {
    return html`<p>${view.said.trendNote}</p>
        ${latest.frameworks.map((framework, index) => trend(framework, index, entries, view))}`;
}

function trend(
    { id, title, version }: ReportFramework,
    index: number,
    entries: readonly Entry[],
    view: SiteView,
): Fragment {
    const { said, words, written, language, now } = view;
    const points = entries.flatMap(({ generatedAt, frameworks }) => {
        const found = frameworks.find((framework) => framework.id === id);
        return found === undefined
            ? []
            : [{ at: generatedAt, statuses: found.statuses, version: found.version }];
    });
    const [first] = points;
    const last = points.at(-1);
    if (first === undefined || last === undefined) {
        return undefined;
    }
    const name = `${written.typeset(title[language])}, ${version}`;
    return html`<h3>${name}</h3>
        ${trendChart(points, now)}
        <p class="axis">
            <span>${instant(first.at, view)}</span> <span>${instant(now.toISOString(), view)}</span>
        </p>
        <ul class="legend">
            ${STATUSES.map(
                (status) =>
                    html`<li ${last.statuses[status] === 0 && html`class="zero"`}>
                        ${icon(status)} <b>${written.number(last.statuses[status])}</b>
                        <span
                            >${
                                points.length === 1
                                    ? words.status[status]
                                    : said.nowOf(words.status[status], written.number(first.statuses[status]))
                            }</span
                        >
                    </li>`,
            )}
        </ul>
        <details data-print>
            <summary>${said.figures(name)}</summary>
            ${table({
                id: `chiffres-${index.toString()}`,
                caption: said.table(said.figures(name)),
                captionUnseen: true,
                kind: "counts",
                columns: [said.report, said.framework, ...STATUSES.map((status) => words.status[status])],
                rows: [...points]
                    .reverse()
                    .map(({ at, statuses, version: judged }) => [
                        instant(at, view),
                        judged,
                        ...STATUSES.map((status) => written.number(statuses[status])),
                    ]),
            })}
        </details>`;
}
