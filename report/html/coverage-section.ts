import { sumFindings, totalOf } from "../counts";
import type { Report, ReportFramework } from "../model";
import { SEVERITIES, STATUSES, VERDICTS } from "../words/words";
import { bar } from "./charts";
import { VERDICT_STATUS, icon, shape } from "./icons";
import { type Fragment, html } from "./markup";
import { scrollRegion } from "./scroll-region";
import type { View } from "./view";
import { wording } from "./wording";

type Resources = Report["summary"]["resources"];
type Rules = Report["summary"]["rules"];

const WORDS = wording(
    {
        title: "Couverture et résultats",
        looked: "Ce que les règles ont examiné",
        resources: "Ressources",
        examined: "sur leurs réglages",
        genericOnly: "sur leur seul type, leur région, leurs étiquettes ou leurs options",
        opaque: "opaques : leur contenu échappe aux règles",
        unexamined: "par aucune règle",
        rules: "Règles",
        judged: "ont rendu un verdict",
        idle: "sans objet dans cette pile",
        disabled: "désactivées",
        statuses: "État des exigences",
        version: "version",
        severities: "Constats par criticité proposée",
        severity: "Criticité proposée",
        share: "Répartition",
        all: "Ensemble",
    },
    {
        title: "Coverage and results",
        looked: "What the rules looked at",
        resources: "Resources",
        examined: "on their settings",
        genericOnly: "on their type, region, tags or options only",
        opaque: "opaque: rules cannot see what they hold",
        unexamined: "by no rule",
        rules: "Rules",
        judged: "gave a verdict",
        idle: "found nothing to judge in this stack",
        disabled: "disabled",
        statuses: "Status of the requirements",
        version: "version",
        severities: "Findings by proposed severity",
        severity: "Proposed severity",
        share: "Share",
        all: "All",
    },
);

const RESOURCES = ["examined", "genericOnly", "opaque", "unexamined"] as const satisfies (keyof Resources)[];
const RULES = ["judged", "idle", "disabled"] as const satisfies (keyof Rules)[];

/** How much was looked at, then what was found: statuses by framework, findings by severity. */
export function coverageSection(view: View): Fragment {
    const { report, words } = view;
    const said = WORDS[view.language];
    const { resources, rules } = report.summary;
    return html`<section id="couverture" aria-labelledby="titre-couverture">
        <h2 id="titre-couverture">${said.title}</h2>
        <h3>${said.looked}</h3>
        <p>${words.coverage(report)}</p>
        <div class="charts">
            ${extent(said.resources, resources.declared, resources, RESOURCES, view)}
            ${extent(said.rules, rules.total, rules, RULES, view)}
        </div>
        <h3>${said.statuses}</h3>
        <div class="charts">${report.frameworks.map((framework) => statuses(framework, view))}</div>
        <h3 id="titre-criticites">${said.severities}</h3>
        <p>${words.found(report)}</p>
        ${severities(view)}
    </section>`;
}

function extent<K extends (typeof RESOURCES)[number] | (typeof RULES)[number]>(
    title: string,
    total: number,
    counts: Readonly<Record<K, number>>,
    kinds: readonly K[],
    view: View,
): Fragment {
    const said = WORDS[view.language];
    return html`<div class="chart">
        <p class="charted"><strong>${title}</strong> <span class="total">${view.number(total)}</span></p>
        ${bar(kinds.map((kind) => ({ kind, count: counts[kind] })))}
        <ul class="legend">
            ${kinds.map(
                (kind) =>
                    html`<li ${counts[kind] === 0 && html`class="zero"`}>
                        <span class="swatch ${kind}"></span> <b>${view.number(counts[kind])}</b>
                        <span>${said[kind]}</span>
                    </li>`,
            )}
        </ul>
    </div>`;
}

function statuses({ title, version, requirements, statuses: counts }: ReportFramework, view: View): Fragment {
    const { words, said } = view;
    return html`<div class="chart">
        <p class="charted">
            <span
                ><strong>${said(title)}</strong>
                <span class="meta">${WORDS[view.language].version} ${version}</span></span
            >
            <span class="total">${view.number(requirements.length)}</span>
        </p>
        ${bar(STATUSES.map((kind) => ({ kind, count: counts[kind] })))}
        <ul class="legend">
            ${STATUSES.map(
                (status) =>
                    html`<li ${counts[status] === 0 && html`class="zero"`}>
                        ${counts[status] === 0 ? shape(status) : icon(status)}
                        <b>${view.number(counts[status])}</b>
                        <span>${view.typeset(agreed(words.tally[status], counts[status], view))}</span>
                    </li>`,
            )}
        </ul>
    </div>`;
}

function agreed([one, several]: readonly [string, string], count: number, view: View): string {
    return view.counted(count, one, several).endsWith(several) ? several : one;
}

function severities(view: View): Fragment {
    const { report, words } = view;
    const said = WORDS[view.language];
    const rows = SEVERITIES.map((severity) => ({
        name: words.severity[severity],
        counts: sumFindings(
            report.rules.filter((rule) => rule.severity === severity).map(({ findings }) => findings),
        ),
    }));
    return scrollRegion(
        "table-criticites",
        html`<table class="figures">
            <caption class="unseen" id="table-criticites">
                ${said.severities}
            </caption>
            <thead>
                <tr>
                    <th scope="col">${said.severity}</th>
                    ${VERDICTS.map(
                        (verdict) =>
                            html`<th scope="col">
                                ${shape(VERDICT_STATUS[verdict])} ${words.verdict[verdict]}
                            </th>`,
                    )}
                    <th scope="col" class="wide">${said.share}</th>
                </tr>
            </thead>
            <tbody>
                ${[...rows, { name: said.all, counts: report.summary.findings }].map(
                    ({ name, counts }) =>
                        html`<tr>
                            <th scope="row">${name}</th>
                            ${VERDICTS.map(
                                (verdict) =>
                                    html`<td ${counts[verdict] === 0 && html`class="zero"`}>
                                        ${view.number(counts[verdict])}
                                    </td>`,
                            )}
                            <td class="wide">
                                ${
                                    totalOf(counts) > 0 &&
                                    bar(
                                        VERDICTS.map((verdict) => ({
                                            kind: VERDICT_STATUS[verdict],
                                            count: counts[verdict],
                                        })),
                                    )
                                }
                            </td>
                        </tr>`,
                )}
            </tbody>
        </table>`,
    );
}
