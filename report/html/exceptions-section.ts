import { remaining } from "../../policies/exemptions/wording";
import { counted } from "../french";
import type { Report, ReportExemptions } from "../model";
import { nameOf } from "../../policies/urn";
import { type Fragment, html } from "./markup";
import { scrollRegion } from "./scroll-region";

/** What departs from the rules as they are: exemptions, rules disabled, resources that rules set right. */
export function exceptionsSection(report: Report): Fragment {
    const { exemptions, disabledRules, remediations } = report;
    return html`<section id="derogations" aria-labelledby="titre-derogations">
        <h2 id="titre-derogations">Dérogations et exceptions</h2>
        ${
            exemptions.ignored &&
            html`<p class="notice">
                <strong>Dérogations ignorées.</strong> À la demande d’un auditeur, aucune ne couvre rien dans
                ce rapport.
            </p>`
        }
        ${exemptions.inForce.length === 0 && html`<p>Aucune dérogation n’est en vigueur pour cette pile.</p>`}
        ${exemptions.inForce.length > 0 && exemptionTable(exemptions, report)}
        ${
            exemptions.faults.length > 0 &&
            html`<p>Défauts du registre, qui refusent la pile&nbsp;:</p>
                <ul>
                    ${exemptions.faults.map(
                        ({ exemption, message }) => html`<li><code>${exemption}</code> ${message}</li> `,
                    )}
                </ul>`
        }
        ${
            disabledRules.length > 0 &&
            html`<p>Règles désactivées pour cette pile, qui n’ont rien jugé&nbsp;:</p>
                <ul class="columns">
                    ${disabledRules.map((rule) => html`<li><code>${rule}</code></li> `)}
                </ul>`
        }
        ${
            remediations.length > 0 &&
            html`<p>
                    ${counted(remediations.length, "correction appliquée", "corrections appliquées")} avant le
                    jugement&nbsp;; le programme, lui, reste à corriger&nbsp;:
                </p>
                <ul>
                    ${remediations.map(
                        ({ rule, resource }) => html`<li>${nameOf(resource)} <code>${rule}</code></li> `,
                    )}
                </ul>`
        }
    </section> `;
}

function exemptionTable({ inForce }: ReportExemptions, { findings }: Report): Fragment {
    return scrollRegion(
        "table-derogations",
        html`<table>
            <caption class="unseen" id="table-derogations">
                Dérogations en vigueur
            </caption>
            <thead>
                <tr>
                    <th scope="col">Dérogation</th>
                    <th scope="col">Règle et ressource</th>
                    <th scope="col">Motif et mesure compensatoire</th>
                    <th scope="col">Responsables</th>
                    <th scope="col">Échéance</th>
                    <th scope="col">Constats couverts</th>
                </tr>
            </thead>
            <tbody>
                ${inForce.map(
                    (one) =>
                        html`<tr>
                            <th scope="row">${one.id} <span class="type">${one.ticket}</span></th>
                            <td><code>${one.rule}</code> <span class="type">${one.resource}</span></td>
                            <td>
                                <p>${one.reason}</p>
                                <p>${one.compensatingMeasure}</p>
                            </td>
                            <td>${one.owner}, accord de ${one.approver} le ${one.granted}</td>
                            <td>${one.expires}, ${remaining(one.daysLeft)}</td>
                            <td>
                                ${findings.filter(({ exemption }) => exemption?.id === one.id).length.toString()}
                            </td>
                        </tr> `,
                )}
            </tbody>
        </table>`,
    );
}
