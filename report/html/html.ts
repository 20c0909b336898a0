import { createHash } from "node:crypto";
import { REQUIREMENTS, STATUSES, counted, coverage, dateTime, headline, limits, number } from "../french";
import { exceptionsSection } from "./exceptions-section";
import { findingsSection } from "./findings-section";
import { icon, icons } from "./icons";
import { requirementsSection } from "./requirements-section";
import { unexaminedSection } from "./unexamined-section";
import { type Fragment, Markup, html } from "./markup";
import type { Report } from "../model";
import { FILTER } from "./script";
import { STYLE } from "./style";

/** The report as one page in French that loads nothing: style and script are inline and named by hash in its policy. */
export function renderHtml(report: Report): string {
    const title = `Rapport de conformité – AudioProthèse+ – pile ${report.stack}`;
    const total = report.findings.length;
    const policy =
        `default-src 'none'; style-src '${digest(STYLE)}'; script-src '${digest(FILTER)}'; ` +
        "base-uri 'none'; form-action 'none'";
    return html`<!doctype html>
        <html lang="fr">
            <head>
                <meta charset="utf-8" />
                <meta http-equiv="Content-Security-Policy" content="${policy}" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <title>${title}</title>
                ${inline("style", STYLE)}
            </head>
            <body>
                ${icons()}
                <a class="skip" href="#contenu">Aller au contenu</a>
                <header>
                    <p class="brand">AudioProthèse+</p>
                    <h1>Rapport de conformité</h1>
                    ${facts(report)}
                </header>
                <nav aria-label="Sommaire">
                    <a href="#synthese">Synthèse</a>
                    <a href="#exigences">Exigences</a>
                    <a href="#derogations">Dérogations</a>
                    <a href="#constats">Constats</a>
                    <a href="#ressources">Réglages non examinés</a>
                    <a href="#limites">Limites</a>
                </nav>
                <main id="contenu">
                    ${summary(report)} ${requirementsSection(report)} ${exceptionsSection(report)}
                    ${findingsSection(report)} ${unexaminedSection(report)}
                    <section id="limites" aria-labelledby="titre-limites">
                        <h2 id="titre-limites">Limites de ce rapport</h2>
                        ${limits(report).map((paragraph) => html`<p>${paragraph}</p> `)}
                    </section>
                </main>
                <footer>
                    <p>
                        Fin du rapport –
                        <span id="fin-compte"
                            >${counted(total, "constat", "constats")} sur ${number(total)}</span
                        >.
                    </p>
                </footer>
                ${inline("script", FILTER)}
            </body>
        </html> `.toString();
}

function facts(report: Report): Fragment {
    return html`<dl class="facts">
        <div>
            <dt>Pile</dt>
            <dd>${report.stack}</dd>
        </div>
        ${report.source === "preview" ? previewFacts(report) : stateFacts(report)}
        <div class="wide">
            <dt>Référentiels</dt>
            <dd>
                ${report.frameworks.map(
                    (framework) =>
                        html`<span class="line"
                            >${framework.title.fr}, version
                            ${framework.version}${
                                framework.packVersion !== undefined && ` (règles ${framework.packVersion})`
                            }</span
                        > `,
                )}
            </dd>
        </div>
    </dl>`;
}

function previewFacts(report: Report): Fragment {
    const commit =
        report.commit === undefined
            ? "hors dépôt Git"
            : html`<code>${report.commit.id.slice(0, 12)}</code>${
                      report.commit.modified && ", avec des modifications non enregistrées"
                  }`;
    return html`<div>
            <dt>Aperçu du</dt>
            <dd>${time(report)}, avant déploiement</dd>
        </div>
        <div>
            <dt>Version du code</dt>
            <dd>${commit}</dd>
        </div>
        <div>
            <dt>Moteur</dt>
            <dd>Pulumi ${report.engine?.version}${report.simulated && " – Azure simulé (bac à sable)"}</dd>
        </div>`;
}

function stateFacts(report: Report): Fragment {
    return html`<div>
            <dt>État exporté</dt>
            <dd>jugé le ${time(report)}, sans le moteur</dd>
        </div>
        <div>
            <dt>Projet</dt>
            <dd>${report.project}</dd>
        </div>`;
}

function time({ generatedAt }: Report): Fragment {
    return html`<time datetime="${generatedAt}">${dateTime(generatedAt)}</time>`;
}

function summary(report: Report): Fragment {
    const { requirements } = report.summary;
    return html`<section id="synthese" aria-labelledby="titre-synthese">
        <h2 id="titre-synthese">Synthèse</h2>
        ${
            report.simulated &&
            html`<p class="notice">
                <strong>Azure est simulé.</strong> Cet aperçu vient du bac à sable&nbsp;: il n’atteste rien
                d’un environnement réel.
            </p>`
        }
        <p class="headline">${headline(report)}</p>
        <ul class="tiles">
            ${STATUSES.map(
                (status) =>
                    html`<li class="tile ${status}">
                        <span class="figure">${number(requirements[status])}</span>
                        <span class="label"
                            >${icon(status)} ${REQUIREMENTS[status][requirements[status] < 2 ? 0 : 1]}</span
                        >
                    </li> `,
            )}
        </ul>
        <p>${coverage(report)}</p>
    </section> `;
}

function digest(text: string): string {
    return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

/** The hash in the policy covers every character between the tags. */
function inline(tag: "style" | "script", text: string): Markup {
    return new Markup(`<${tag}>${text}</${tag}>`);
}
