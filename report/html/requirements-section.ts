import { typeset } from "../../policies/typography";
import { statusOf } from "../assessment";
import { STATUSES, counted } from "../french";
import { statusBadge } from "./icons";
import { type Fragment, html } from "./markup";
import { scrollRegion } from "./scroll-region";
import type { Report, ReportFramework, ReportRequirement, ReportRule } from "../model";

/** What a status at this level does and does not say. */
const SCOPE = typeset(
    "Seules figurent les exigences auxquelles se rattache au moins une règle automatique. « Conforme » ne se dit que de " +
        "celles que leurs règles couvrent en entier ; pour les autres, la preuve à fournir est indiquée.",
);

/** One table per framework: each requirement with its status and the rules that check it. */
export function requirementsSection(report: Report): Fragment {
    const rules = new Map(report.rules.map((rule) => [rule.id, rule]));
    return html`<section id="exigences" aria-labelledby="titre-exigences">
        <h2 id="titre-exigences">Exigences</h2>
        <p>${SCOPE}</p>
        ${report.frameworks.map((framework) => frameworkTable(framework, rules))}
    </section> `;
}

function frameworkTable(framework: ReportFramework, rules: ReadonlyMap<string, ReportRule>): Fragment {
    return scrollRegion(
        `table-${framework.id}`,
        html`<table class="requirements">
            <caption id="table-${framework.id}">
                <a href="${framework.url}">${framework.title.fr}</a
                >, version ${framework.version}
            </caption>
            <thead>
                <tr>
                    <th scope="col">Exigence</th>
                    <th scope="col">État</th>
                    <th scope="col">Règles de contrôle</th>
                </tr>
            </thead>
            <tbody>
                ${framework.requirements.map((requirement) => requirementRow(requirement, rules))}
            </tbody>
        </table> `,
    );
}

function requirementRow(requirement: ReportRequirement, rules: ReadonlyMap<string, ReportRule>): Fragment {
    const sorted = requirement.rules
        .flatMap((id) => rules.get(id) ?? [])
        .sort((a, b) => STATUSES.indexOf(statusOf(a.findings)) - STATUSES.indexOf(statusOf(b.findings)));
    return html`<tr>
        <th scope="row">
            <span class="number">${requirement.id}</span> ${requirement.title.fr}
            ${
                requirement.chain !== undefined &&
                html`<span class="chain">Fondement du seuil&nbsp;: ${typeset(requirement.chain)}</span>`
            }
            ${
                requirement.evidence !== undefined &&
                html`<span class="evidence">Preuve à fournir&nbsp;: ${requirement.evidence.fr}</span>`
            }
        </th>
        <td>${statusBadge(requirement.status)}</td>
        <td>
            <ul class="plain">
                ${sorted.map((rule) => html`<li><a href="#${rule.id}">${rule.title.fr}</a> ${tally(rule)}</li> `)}
            </ul>
        </td>
    </tr> `;
}

function tally({ findings }: ReportRule): Fragment {
    const { compliant, violation, undecided } = findings;
    const parts: Fragment[] = [
        violation > 0 &&
            html`<span class="nonCompliant">${counted(violation, "non conforme", "non conformes")}</span>`,
        undecided > 0 && counted(undecided, "indéterminé", "indéterminés"),
        compliant > 0 && counted(compliant, "conforme", "conformes"),
    ].filter((part) => part !== false);
    return html`<span class="tally"
        >${parts.length === 0 ? "sans objet dans cette pile" : parts.map((part, index) => [index > 0 && ", ", part])}</span
    >`;
}
