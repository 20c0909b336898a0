import { SOON_DAYS, URGENT_DAYS, countByExemption } from "../counts";
import type { Report, Status } from "../model";
import { badge } from "./icons";
import { type Fragment, html } from "./markup";
import { resourceName, ruleLink } from "./references";
import type { View } from "./view";
import { wording } from "./wording";

type Exemption = Report["exemptions"]["inForce"][number];

const WORDS = wording(
    {
        title: "Dérogations et exceptions",
        none: "Aucune dérogation n’est en vigueur pour cette pile.",
        expired:
            "S’y ajoutent des défauts du registre, ci-dessous : une dérogation expirée ne couvre plus rien.",
        day: "jour restant",
        days: "jours restants",
        urgent: (days: string) => `à échoir sous ${days} jours`,
        unused: "n’a rien couvert",
        rule: "Règle",
        resource: "Ressource",
        reason: "Motif",
        measure: "Mesure compensatoire",
        owner: "Responsable",
        approver: "Accord",
        agreed: (approver: string, day: string) => `${approver}, le ${day}`,
        ticket: "Suivi",
        term: "Échéance",
        included: (day: string) => `${day} inclus`,
        covered: "Constats couverts",
        faults: "Défauts du registre, qui refusent la pile",
        disabled: "Règles désactivées pour cette pile, qui n’ont rien jugé",
        remediations: "Corrections appliquées avant le jugement",
        mend: "Le programme, lui, reste à corriger.",
        more: "autre dans report.json",
        mores: "autres dans report.json",
    },
    {
        title: "Exemptions and exceptions",
        none: "No exemption is in force for this stack.",
        expired: "Faults of the register, below, come on top: an expired exemption covers nothing any more.",
        day: "day left",
        days: "days left",
        urgent: (days: string) => `expires within ${days} days`,
        unused: "covered nothing",
        rule: "Rule",
        resource: "Resource",
        reason: "Reason",
        measure: "Compensating measure",
        owner: "Owner",
        approver: "Approved by",
        agreed: (approver: string, day: string) => `${approver}, on ${day}`,
        ticket: "Ticket",
        term: "Last day",
        included: (day: string) => `${day}, included`,
        covered: "Findings covered",
        faults: "Faults of the register, which refuse the stack",
        disabled: "Rules disabled for this stack, which judged nothing",
        remediations: "Corrections applied before the judgement",
        mend: "The program itself remains to be mended.",
        more: "other in report.json",
        mores: "others in report.json",
    },
);

/** Items of a list that the page holds. */
const HELD = 500;

/** What departs from the rules as they are: exemptions, rules disabled, resources that rules set right. */
export function exemptionsSection(view: View): Fragment {
    const { exemptions, disabledRules, remediations, findings } = view.report;
    const said = WORDS[view.language];
    const covered = countByExemption(findings);
    const soonest = [...exemptions.inForce].sort((a, b) => a.daysLeft - b.daysLeft);
    const { faults } = exemptions;
    return html`<section id="derogations" aria-labelledby="titre-derogations">
        <h2 id="titre-derogations">${said.title}</h2>
        ${soonest.length === 0 && html`<p>${said.none}</p>`}
        ${faults.length > 0 && html`<p>${said.expired}</p>`}
        <ul class="exemptions">
            ${soonest.map((exemption) => exemptionItem(exemption, covered.get(exemption.id) ?? 0, view))}
        </ul>
        ${listed(
            said.faults,
            faults.map(
                ({ exemption, message }) =>
                    html`<code>${exemption}</code> <span lang="fr">${view.typeset(message)}</span>`,
            ),
            view,
        )}
        ${listed(
            said.disabled,
            disabledRules.map((rule) => html`${ruleLink(rule, view)} <code>${rule}</code>`),
            view,
        )}
        ${
            remediations.length > 0 &&
            html`${listed(
                    said.remediations,
                    remediations.map(
                        ({ rule, resource }) =>
                            html`${resourceName(resource, view)} – ${ruleLink(rule, view)}`,
                    ),
                    view,
                )}
                <p>${said.mend}</p>`
        }
    </section>`;
}

function exemptionItem(one: Exemption, covered: number, view: View): Fragment {
    const said = WORDS[view.language];
    const days = view.counted(one.daysLeft, said.day, said.days);
    const terms: readonly (readonly [string, Fragment])[] = [
        [said.rule, ruleLink(one.rule, view)],
        [said.resource, html`<code>${one.resource}</code>`],
        [said.reason, prose(one.reason, view)],
        [said.measure, prose(one.compensatingMeasure, view)],
        [said.owner, one.owner],
        [said.approver, said.agreed(one.approver, view.date(one.granted))],
        [said.ticket, one.ticket],
        [said.term, html`<time datetime="${one.expires}">${said.included(view.date(one.expires))}</time>`],
        [said.covered, view.number(covered)],
    ];
    return html`<li class="exemption">
        <h3>${one.id}</h3>
        <p class="meta">
            ${badge(urgency(one.daysLeft), [days, one.daysLeft <= SOON_DAYS && `, ${said.urgent(limitOf(one.daysLeft))}`])}
            ${covered === 0 && badge("undetermined", said.unused)}
        </p>
        <dl class="terms">
            ${terms.map(
                ([term, description]) =>
                    html`<div>
                        <dt>${term}</dt>
                        <dd>${description}</dd>
                    </div>`,
            )}
        </dl>
    </li>`;
}

function urgency(daysLeft: number): Status {
    return daysLeft <= SOON_DAYS ? "undetermined" : "exempted";
}

function limitOf(daysLeft: number): string {
    return (daysLeft <= URGENT_DAYS ? URGENT_DAYS : SOON_DAYS).toString();
}

/** People write the register in French. */
function prose(text: string, view: View): Fragment {
    return html`<span lang="fr">${view.typeset(text)}</span>`;
}

function listed(title: string, items: readonly Fragment[], view: View): Fragment {
    const said = WORDS[view.language];
    return (
        items.length > 0 &&
        html`<h3>${title} <span class="tally">${view.number(items.length)}</span></h3>
            <ul>
                ${items.slice(0, HELD).map((item) => html`<li>${item}</li>`)}
                ${
                    items.length > HELD &&
                    html`<li>… ${view.counted(items.length - HELD, said.more, said.mores)}</li>`
                }
            </ul>`
    );
}
