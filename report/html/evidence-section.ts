import type { ReportEvidence } from "../model";
import { type Fragment, html } from "./markup";
import { requirementLinks } from "./references";
import type { View } from "./view";
import { wording } from "./wording";

const WORDS = wording(
    {
        title: "Preuves à fournir",
        explanation:
            "Ce qu’aucune règle ne peut montrer, par détenteur, chaque document une fois, avec les exigences qu’il sert.",
        none: "Aucune preuve n’est à fournir pour ces référentiels.",
        document: "document",
        documents: "documents",
    },
    {
        title: "Evidence required",
        explanation:
            "What no rule can show, by who holds it, each document once, with the requirements that it serves.",
        none: "These frameworks require no evidence.",
        document: "document",
        documents: "documents",
    },
);

/** What people must provide, by owner. */
export function evidenceSection(view: View): Fragment {
    const { report, language } = view;
    const said = WORDS[language];
    const byOwner = new Map<string, ReportEvidence[]>();
    for (const evidence of report.evidence) {
        const owner = evidence.owner[language];
        byOwner.set(owner, [...(byOwner.get(owner) ?? []), evidence]);
    }
    const owners = [...byOwner].sort(([a], [b]) => a.localeCompare(b, language));
    return html`<section id="preuves" aria-labelledby="titre-preuves">
        <h2 id="titre-preuves">${said.title}</h2>
        <p>${owners.length === 0 ? said.none : said.explanation}</p>
        ${owners.map(
            ([owner, documents]) =>
                html`<h3>
                        ${view.typeset(owner)}
                        <span class="tally"
                            >${view.counted(documents.length, said.document, said.documents)}</span
                        >
                    </h3>
                    <ul class="evidence">
                        ${documents.map(
                            ({ id, document, requirements }) =>
                                html`<li id="${view.anchors.evidence(id)}">
                                    <p><span class="number">${id}</span> ${view.said(document)}</p>
                                    <p class="meta">${requirementLinks(requirements, view)}</p>
                                </li>`,
                        )}
                    </ul>`,
        )}
    </section>`;
}
