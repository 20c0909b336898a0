import { typeset } from "../../policies/typography";
import { remaining } from "../../policies/exemptions/wording";
import { statusOf } from "../assessment";
import { parentTypesOf } from "../../policies/urn";
import { SEVERITIES, SEVERITY, STATUSES, VERDICT, counted } from "../french";
import { verdictBadge } from "./icons";
import { type Fragment, html } from "./markup";
import { scrollRegion } from "./scroll-region";
import type { Finding, Report, ReportFramework, ReportResource, ReportRule } from "../model";

const VERDICTS: readonly Finding["verdict"][] = ["violation", "undecided", "exempted", "compliant"];

/** Findings of a rule that a table shows; the JSON report has them all. A page of millions of rows opens nowhere. */
const SHOWN = 500;

interface Context {
    readonly source: Report["source"];
    readonly resources: ReadonlyMap<string, ReportResource>;
    readonly frameworks: ReadonlyMap<string, ReportFramework>;
}

/** Every finding, grouped by rule: the gravest first, compliant ones folded. */
export function findingsSection(report: Report): Fragment {
    const context: Context = {
        source: report.source,
        resources: new Map(report.resources.map((resource) => [resource.urn, resource])),
        frameworks: new Map(report.frameworks.map((framework) => [framework.id, framework])),
    };
    const byRule = groupByRule(report.findings);
    const groups = report.rules
        .map((rule) => ({ rule, found: byRule.get(rule.id) ?? [] }))
        .filter(({ found }) => found.length > 0)
        .sort((a, b) => weight(a.rule) - weight(b.rule));
    const idle = report.rules.filter(
        ({ findings }) =>
            findings.compliant + findings.violation + findings.undecided + findings.exempted === 0,
    );
    return html`<section id="constats" aria-labelledby="titre-constats">
        <h2 id="titre-constats">Constats par règle</h2>
        ${filters(report)} ${groups.map(({ rule, found }) => ruleArticle(rule, found, context))}
        <p id="aucun-constat" hidden>Aucun constat ne répond à ce filtre.</p>
        ${idle.length > 0 && idleRules(idle)}
    </section> `;
}

function groupByRule(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
    const groups = new Map<string, Finding[]>();
    for (const finding of findings) {
        const group = groups.get(finding.rule) ?? [];
        groups.set(finding.rule, group);
        group.push(finding);
    }
    return groups;
}

/** Rules with violations first, then with undecided findings, each by severity. */
function weight({ findings, severity }: ReportRule): number {
    return STATUSES.indexOf(statusOf(findings)) * SEVERITIES.length + SEVERITIES.indexOf(severity);
}

/** Shown by the script: without it nothing can be filtered. */
function filters(report: Report): Fragment {
    return html`<form id="filtre" role="search" aria-label="Filtrer les constats" hidden>
        <label
            >Texte
            <input
                id="filtre-texte"
                type="search"
                autocomplete="off"
                placeholder="ressource, règle, propriété…"
        /></label>
        <label
            >État
            <select id="filtre-etat">
                <option value="">tous</option>
                ${VERDICTS.map((verdict) => html`<option value="${verdict}">${VERDICT[verdict]}</option> `)}
            </select></label
        >
        <label
            >Référentiel
            <select id="filtre-referentiel">
                <option value="">tous</option>
                ${report.frameworks.map(({ id }) => html`<option value="${id}">${id.toUpperCase()}</option> `)}
            </select></label
        >
        <label
            >Criticité
            <select id="filtre-criticite">
                <option value="">toutes</option>
                ${SEVERITIES.map((severity) => html`<option value="${severity}">${SEVERITY[severity]}</option> `)}
            </select></label
        >
        <button type="reset">Effacer</button>
        <output id="filtre-compte" aria-live="polite"></output>
    </form>`;
}

function ruleArticle(rule: ReportRule, found: readonly Finding[], context: Context): Fragment {
    const open = found
        .filter(({ verdict }) => verdict !== "compliant")
        .sort((a, b) => VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict));
    const compliant = found.filter(({ verdict }) => verdict === "compliant");
    const frameworks = [...new Set(rule.requirements.map(({ framework }) => framework))];
    return html`<article
        class="rule"
        id="${rule.id}"
        aria-labelledby="titre-${rule.id}"
        data-frameworks="${frameworks.join(" ")}"
        data-severity="${rule.severity}"
    >
        <h3 id="titre-${rule.id}">${rule.title.fr}</h3>
        <p class="meta">
            <code>${rule.id}</code> · criticité proposée&nbsp;: <strong>${SEVERITY[rule.severity]}</strong> ·
            ${rule.requirements.map(
                ({ framework, requirement }, index) =>
                    html`${index > 0 && ", "}<span class="cited"
                            >${framework.toUpperCase()} ${requirement}</span
                        >`,
            )}
        </p>
        <dl class="advice">
            <div>
                <dt>Risque</dt>
                <dd>${rule.why.fr}</dd>
            </div>
            <div>
                <dt>Remédiation</dt>
                <dd>${rule.remediation.fr} <a href="${rule.url}">Documentation</a></dd>
            </div>
        </dl>
        ${open.length > 0 && findingTable(rule, "ouverts", open, context)}
        ${
            compliant.length > 0 &&
            html`<details>
                <summary>${counted(compliant.length, "constat conforme", "constats conformes")}</summary>
                ${findingTable(rule, "conformes", compliant, context)}
            </details>`
        }
    </article> `;
}

function findingTable(
    rule: ReportRule,
    which: "ouverts" | "conformes",
    found: readonly Finding[],
    context: Context,
): Fragment {
    const name = `${which}-${rule.id}`;
    const rest = found.length - SHOWN;
    const others = counted(rest, "autre constat", "autres constats");
    return scrollRegion(
        name,
        html`<table>
            <caption class="unseen" id="${name}">
                Constats ${which} de la règle «&nbsp;${rule.title.fr}&nbsp;»
            </caption>
            <thead>
                <tr>
                    <th scope="col">Ressource</th>
                    <th scope="col">État</th>
                    <th scope="col">Constat</th>
                </tr>
            </thead>
            <tbody>
                ${found.slice(0, SHOWN).map((finding) => findingRow(finding, context))}
                ${
                    rest > 0 &&
                    html`<tr>
                        <td colspan="3">… et ${others} dans report.json.</td>
                    </tr>`
                }
            </tbody>
        </table>`,
    );
}

function findingRow(finding: Finding, { resources, source }: Context): Fragment {
    const resource = resources.get(finding.resource);
    const parents = parentTypesOf(finding.resource);
    return html`<tr data-verdict="${finding.verdict}">
        <th scope="row">
            ${resource?.kind === "stack" ? "la pile entière" : (resource?.name ?? finding.resource)}
            <span class="type">${resource?.type}</span>
            ${parents.length > 0 && html`<span class="type">dans ${parents.join(" › ")}</span>`}
        </th>
        <td>${verdictBadge(finding.verdict)}</td>
        <td>
            ${finding.messages.map((message) => html`<p>${typeset(message)}</p> `)}
            ${
                finding.undecided.length > 0 &&
                html`<p>
                    ${source === "preview" ? "Inconnu avant déploiement" : "Inconnu de l’état exporté"}&nbsp;:
                    ${finding.undecided.map((path, index) => html`${index > 0 && ", "}<code>${path}</code>`)}
                </p>`
            }
            ${
                finding.exemption !== undefined &&
                html`<p>
                    Dérogation ${finding.exemption.id}, jusqu’au ${finding.exemption.expires}
                    (${remaining(finding.exemption.daysLeft)}).
                </p>`
            }
            ${finding.verdict === "compliant" && "Rien à signaler."}
        </td>
    </tr> `;
}

function idleRules(rules: readonly ReportRule[]): Fragment {
    return html`<h3>Règles sans objet</h3>
        <p>Ces règles n’ont trouvé dans cette pile aucune ressource à examiner. Elles n’attestent rien.</p>
        <ul class="columns">
            ${rules.map((rule) => html`<li id="${rule.id}">${rule.title.fr} <code>${rule.id}</code></li> `)}
        </ul>`;
}
