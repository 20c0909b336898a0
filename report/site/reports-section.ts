import { type Fragment, html, joined } from "../html/markup";
import type { Entry, Series } from "./collect";
import { foldersOf, nameOfPage } from "./names";
import { table } from "../html/table";
import { type SiteView, decisionBadge, instant } from "./view";

/** Every report of a series, the latest first: coverage before what was found. */
export function reportsSection(series: Series, view: SiteView): Fragment {
    const { said, words, written } = view;
    const folders = foldersOf(series);
    return table({
        id: "table-rapports",
        caption: said.table(said.reports),
        captionUnseen: true,
        kind: "texts",
        columns: [
            said.date,
            said.decision,
            said.examined,
            said.judged,
            words.verdict.violation,
            words.verdict.undecided,
            words.verdict.exempted,
            said.commit,
            said.read,
        ],
        rows: [...series.entries].reverse().map((entry) => {
            const { resources, rules, findings } = entry.summary;
            return [
                html`${instant(entry.generatedAt, view)}
                ${entry.simulated && html`<span class="type">${said.simulated}</span>`}`,
                decisionBadge(entry.decision, view),
                said.of(written.number(resources.examined), written.number(resources.declared)),
                said.of(written.number(rules.judged), written.number(rules.total)),
                written.number(findings.violation),
                written.number(findings.undecided),
                written.number(findings.exempted),
                commitOf(entry, view),
                linksTo(entry, folders, view),
            ];
        }),
    });
}

function commitOf({ commit }: Entry, { said }: SiteView): Fragment {
    return (
        commit !== undefined &&
        html`<code>${commit.id.slice(0, 12)}</code>${commit.modified && html` (${said.modified})`}`
    );
}

/** Links to the copies of what people read, each named with the date of its report. */
export function linksTo(
    { pages, digest, generatedAt }: Entry,
    folders: ReadonlyMap<string, string>,
    { written }: SiteView,
): Fragment {
    const folder = folders.get(digest) ?? "";
    return joined(
        pages.map(
            (page) =>
                html`<a href="${folder}/${page}"
                    >${nameOfPage(page)} <span class="unseen">${written.dateTime(generatedAt)}</span></a
                >`,
        ),
        " · ",
    );
}
