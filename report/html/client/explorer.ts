import { totalOf } from "../../counts";
import { type Markup, html } from "../markup";
import { tally } from "../references";
import { named } from "../text";
import type { View } from "../view";
import { wording } from "../wording";

export { clientScript } from "./bundle";
export { packedData } from "./pack";
export { CLIENT_STYLE } from "./style";

const WORDS = wording(
    {
        title: "Constats",
        noScript:
            "La liste des constats s’affiche avec JavaScript, dans un navigateur récent. Les fichiers report.json et findings.csv la contiennent en entier. Voici les règles et le nombre de leurs constats.",
    },
    {
        title: "Findings",
        noScript:
            "The list of findings shows with JavaScript, in a recent browser. The files report.json and findings.csv hold the whole of it. Here are the rules and the number of their findings.",
    },
);

/** Where the script of the page shows the findings; without it, the targets of the links to rules. */
export function explorerSection(view: View): Markup {
    const { title, noScript } = WORDS[view.language];
    const judged = view.report.rules.filter(({ findings }) => totalOf(findings) > 0);
    return html`<section id="constats" aria-labelledby="titre-constats">
        <h2 id="titre-constats">${title}</h2>
        <noscript>
            <p>${noScript}</p>
            <ul>
                ${judged.map(
                    (rule) =>
                        html`<li id="${view.anchors.rule(rule.id)}">
                            ${named(view.said(rule.title), rule.id)} ${tally(rule.findings, view)}
                        </li>`,
                )}
            </ul>
        </noscript>
        <div class="explorer"></div>
    </section> `;
}
