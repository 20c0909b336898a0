import type { Report } from "../model";
import type { Language } from "../words/language";
import { answerSection } from "./answer-section";
import { changesSection } from "./changes-section";
import { coverageSection } from "./coverage-section";
import { explorerSection } from "./client/explorer";
import { evidenceSection } from "./evidence-section";
import { exemptionsSection } from "./exemptions-section";
import { gapsSection } from "./gaps-section";
import { type Fragment, type Markup, html } from "./markup";
import { provenanceSection } from "./provenance-section";
import { requirementsSection } from "./requirements-section";
import { resourcesSection } from "./resources-section";
import { registersSection } from "../registers/html";
import { type View, viewOf } from "./view";
import { wording } from "./wording";

const WORDS = wording(
    {
        title: "Rapport de conformité",
        stack: "pile",
        document: (stack: string) => `Rapport de conformité – AudioProthèse+ – pile ${stack}`,
        skip: "Aller au contenu",
        contents: "Sommaire",
        preview: (when: string) => `Aperçu du ${when}, avant déploiement`,
        state: (when: string) => `État exporté, jugé le ${when}`,
        answer: "Réponse",
        changes: "Évolution",
        coverage: "Couverture et résultats",
        gaps: "Écarts",
        requirements: "Exigences",
        findings: "Constats",
        evidence: "Preuves à fournir",
        exemptions: "Dérogations",
        resources: "Non examiné",
        transfers: "Transferts",
        responsibilities: "Responsabilités",
        processing: "Traitements",
        limits: "Limites",
        limitsTitle: "Limites de ce rapport",
        provenance: "Provenance",
        end: "Fin du rapport.",
    },
    {
        title: "Compliance report",
        stack: "stack",
        document: (stack: string) => `Compliance report – AudioProthèse+ – stack ${stack}`,
        skip: "Skip to the content",
        contents: "Contents",
        preview: (when: string) => `Preview of ${when}, before deployment`,
        state: (when: string) => `Exported state, judged on ${when}`,
        answer: "Answer",
        changes: "Changes",
        coverage: "Coverage and results",
        gaps: "Gaps",
        requirements: "Requirements",
        findings: "Findings",
        evidence: "Evidence required",
        exemptions: "Exemptions",
        resources: "Not looked at",
        transfers: "Transfers",
        responsibilities: "Responsibilities",
        processing: "Processing",
        limits: "Limits",
        limitsTitle: "Limits of this report",
        provenance: "Provenance",
        end: "End of the report.",
    },
);

const OTHER = { fr: ["en", "English"], en: ["fr", "Français"] } as const satisfies Record<
    Language,
    readonly [Language, string]
>;

/** The title of the document. */
export function titleOf(report: Report, language: Language): string {
    return WORDS[language].document(report.stack);
}

/** All that the page shows in one language. */
export function pageOf(report: Report, language: Language): Markup {
    const view = viewOf(report, language);
    const said = WORDS[language];
    return html`<a class="skip" href="#contenu">${said.skip}</a>
        ${header(view)}
        <div class="frame">
            ${contents(view)}
            <main id="contenu" tabindex="-1" data-title="${titleOf(view.report, language)}">
                ${answerSection(view)} ${changesSection(view)} ${coverageSection(view)} ${gapsSection(view)}
                ${requirementsSection(view)} ${explorerSection(view)} ${evidenceSection(view)}
                ${exemptionsSection(view)} ${resourcesSection(view)}
                ${registersSection(view.report, language)}
                <section id="limites" aria-labelledby="titre-limites">
                    <h2 id="titre-limites">${said.limitsTitle}</h2>
                    ${view.words.limits(view.report).map((paragraph) => html`<p>${paragraph}</p>`)}
                </section>
                ${provenanceSection(view)}
            </main>
        </div>
        <footer><p>${said.end} ${view.words.found(view.report)}</p></footer>`;
}

function header(view: View): Fragment {
    const { report, language } = view;
    const said = WORDS[language];
    const [other, name] = OTHER[language];
    const when = view.dateTime(report.generatedAt);
    return html`<header>
        <p class="brand">AudioProthèse+</p>
        <button type="button" id="langue" lang="${other}" data-language="${other}" hidden>${name}</button>
        <h1>${said.title} <span class="stack">${said.stack} ${report.stack}</span></h1>
        <p class="meta">${report.source === "preview" ? said.preview(when) : said.state(when)}</p>
    </header>`;
}

function contents({ report, language }: View): Fragment {
    const said = WORDS[language];
    const entries = [
        ["reponse", said.answer],
        ["evolution", said.changes],
        ["couverture", said.coverage],
        ["ecarts", said.gaps],
        ["exigences", said.requirements],
        ["constats", said.findings],
        ["preuves", said.evidence],
        ["derogations", said.exemptions],
        ["ressources", said.resources],
        ...(report.registers === undefined
            ? []
            : ([
                  ["transferts", said.transfers],
                  ["responsabilites", said.responsibilities],
              ] as const)),
        ["traitements", said.processing],
        ["limites", said.limits],
        ["provenance", said.provenance],
    ] as const;
    return html`<nav aria-label="${said.contents}">
        <ul>
            ${entries.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}
        </ul>
    </nav>`;
}
