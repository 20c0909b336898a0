import { isRootStack, nameOf, typeOfUrn } from "../../policies/urn";
import { bar } from "../html/charts";
import { VERDICT_STATUS, badge } from "../html/icons";
import { type Fragment, html } from "../html/markup";
import { totalOf } from "../counts";
import { type AgeClass, type Aged, OLD, agesOf } from "./ages";
import type { Series } from "./collect";
import { table } from "../html/table";
import { type SiteView, instant } from "./view";

/** Findings that the page lists; `report.json` has them all. */
const SHOWN = 20;

/** For how long the findings of the last report have been open. */
export function agesSection({ latest }: Series, view: SiteView): Fragment {
    const { said, written } = view;
    const { toMend, old, classes } = agesOf(latest, view.now);
    if (totalOf(latest.summary.findings) === 0) {
        return html`<p>${said.nothingJudged}</p>`;
    }
    const open = written.counted(old, said.openOne, said.open);
    const most = Math.max(1, ...classes.map((each) => each.toMend));
    return html`<p class="headline">
            ${
                toMend.length === 0
                    ? said.noOpen
                    : said.old(open, written.number(OLD), written.number(toMend.length))
            }
        </p>
        <p class="meta">${said.agesNote}</p>
        ${table({
            id: "ages-classes",
            caption: said.table(said.ages),
            captionUnseen: true,
            kind: "counts",
            columns: [said.age, said.toMend, said.exempted, said.share],
            rows: classes.map((each) => [
                className(each, view),
                written.number(each.toMend),
                written.number(each.exempted),
                bar([
                    { kind: each.over >= OLD ? "nonCompliant" : "examined", count: each.toMend },
                    { kind: "none", count: most - each.toMend },
                ]),
            ]),
        })}
        ${
            toMend.length > 0 &&
            table({
                id: "ages-anciens",
                caption: html`${said.oldest}
                (${said.ofAll(written.number(Math.min(SHOWN, toMend.length)), written.number(toMend.length))})`,
                kind: "texts",
                columns: [said.resource, said.rule, said.verdict, said.severity, said.since],
                rows: toMend.slice(0, SHOWN).map((aged) => agedRow(aged, latest.generatedAt, view)),
            })
        }`;
}

function className({ over, upTo }: AgeClass, { said, written }: SiteView): string {
    if (upTo === Infinity) {
        return said.beyond(written.number(over));
    }
    return over < 0
        ? said.upTo(written.number(upTo))
        : said.between(written.number(over + 1), written.number(upTo));
}

function agedRow({ finding, rule, days }: Aged, otherwise: string, view: SiteView): readonly Fragment[] {
    const { said, words, written, language } = view;
    const { resource, verdict, since = otherwise } = finding;
    return [
        isRootStack(resource)
            ? resource
            : html`${nameOf(resource)} <span class="type">${typeOfUrn(resource)}</span>`,
        html`${rule !== undefined && html`${written.typeset(rule.title[language])} `}<code
                >${finding.rule}</code
            >`,
        badge(VERDICT_STATUS[verdict], words.verdict[verdict]),
        rule !== undefined && words.severity[rule.severity],
        html`${instant(since, view)} <span class="type">${written.counted(days, said.day, said.days)}</span>`,
    ];
}
