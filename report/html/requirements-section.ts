import { typeset } from "../../policies/typography";
import { statusOf } from "../assessment";
import { REQUIREMENTS, STATUSES, counted } from "../french";
import { statusBadge } from "./icons";
import { type Fragment, html } from "./markup";
import { scrollRegion } from "./scroll-region";
import type {
    Report,
    ReportFramework,
    ReportLink,
    ReportRequirement,
    ReportRule,
    ReportSource,
} from "../model";

/** What a status at this level does and does not say. */
const SCOPE = typeset(
    "« Conforme » ne se dit que des exigences que leurs règles couvrent en entier ; pour les autres, la preuve à fournir " +
        "et qui la détient sont indiqués. Chaque groupe de règles nomme les textes, ou les choix du projet, dont " +
        "viennent ses seuils.",
);

/** What the chains of a report refer to, by id. */
interface Referred {
    readonly rules: ReadonlyMap<string, ReportRule>;
    readonly sources: ReadonlyMap<string, ReportSource>;
}

/** One table per framework: each requirement with its status, the chain to the rules that check it, and the evidence. */
export function requirementsSection(report: Report): Fragment {
    const referred: Referred = {
        rules: new Map(report.rules.map((rule) => [rule.id, rule])),
        sources: new Map(report.sources.map((source) => [source.id, source])),
    };
    return html`<section id="exigences" aria-labelledby="titre-exigences">
        <h2 id="titre-exigences">Exigences</h2>
        <p>${SCOPE}</p>
        ${report.frameworks.map((framework) => frameworkTable(framework, referred))}
    </section> `;
}

/** Open where a policy pack of its own serves the framework: the others restate the same verdicts. */
function frameworkTable(framework: ReportFramework, referred: Referred): Fragment {
    return html`<details ${framework.packVersion !== undefined && "open"}>
        <summary>${framework.title.fr}&nbsp;: ${tallyOf(framework)}</summary>
        ${scrollRegion(
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
                    ${framework.requirements.map((requirement) => requirementRow(requirement, referred))}
                </tbody>
            </table> `,
        )}
    </details> `;
}

function tallyOf({ statuses }: ReportFramework): string {
    return STATUSES.filter((status) => statuses[status] > 0)
        .map((status) => counted(statuses[status], ...REQUIREMENTS[status]))
        .join(", ");
}

function requirementRow(requirement: ReportRequirement, referred: Referred): Fragment {
    const { activities, evidence, why } = requirement;
    return html`<tr>
        <th scope="row">
            <span class="number">${requirement.id}</span> ${requirement.title.fr}
            ${
                activities !== undefined &&
                html`<span class="chain"
                    >${activities.length === 6 ? "Toutes les activités" : `Activités ${activities.join(", ")}`}</span
                >`
            }
            ${
                evidence !== undefined &&
                html`<span class="evidence"
                    >Preuve à fournir (${evidence.owner.fr})&nbsp;: ${evidence.document.fr}</span
                >`
            }
            ${why !== undefined && html`<span class="evidence">Sans objet&nbsp;: ${why.fr}</span>`}
        </th>
        <td>${statusBadge(requirement.status)}</td>
        <td>
            ${requirement.chain.map((link) => chainLink(link, referred))}
            ${requirement.chain.length === 0 && html`<span class="chain">aucune règle automatique</span>`}
        </td>
    </tr> `;
}

function chainLink(link: ReportLink, { rules, sources }: Referred): Fragment {
    const cited = link.sources.flatMap((id) => sources.get(id) ?? []);
    const sorted = link.rules
        .flatMap((id) => rules.get(id) ?? [])
        .sort((a, b) => STATUSES.indexOf(statusOf(a.findings)) - STATUSES.indexOf(statusOf(b.findings)));
    return html`<div class="link">
        <span class="chain"
            >Fondement&nbsp;:
            ${
                cited.length === 0
                    ? "l’exigence elle-même"
                    : cited.map(
                          ({ id, title, url }, index) =>
                              html`${index > 0 && ", "}<a href="${url}" title="${title.fr}"
                                      >${typeset(id)}</a
                                  >`,
                      )
            }</span
        >
        <ul class="plain">
            ${sorted.map((rule) => html`<li><a href="#${rule.id}">${rule.title.fr}</a> ${tally(rule)}</li> `)}
        </ul>
    </div> `;
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
