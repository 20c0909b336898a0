import type { Finding, ReportRule } from "../model";
import { SEVERITIES } from "../words/words";
import { badge } from "./icons";
import { type Fragment, html, joined } from "./markup";
import { requirementLinks, resourceName, ruleLink, tally } from "./references";
import type { View } from "./view";
import { wording } from "./wording";

const WORDS = wording(
    {
        title: "Écarts et indéterminations",
        order: "Les non-conformités d’abord, puis par criticité proposée et par nombre. Chaque titre mène à tous les constats de la règle.",
        furtherRule: "autre règle, par son seul titre",
        furtherRules: "autres règles, par leur seul titre",
        none: "Aucun écart ni indétermination parmi les constats. Voir la couverture pour ce qui n’a pas été examiné.",
        nothing: "Il n’y a aucun constat.",
        severity: (severity: string) => `criticité proposée : ${severity}`,
        risk: "Risque",
        remedy: "Remède",
        requirements: "Exigences",
        resources: "Ressources",
        unknown: "Valeur inconnue :",
        other: "autre",
        others: "autres",
        since: (day: string) => `depuis le ${day}`,
    },
    {
        title: "Gaps and undetermined findings",
        order: "Violations first, then by proposed severity and by number. Each title leads to all findings of the rule.",
        furtherRule: "other rule, by its title alone",
        furtherRules: "other rules, by their titles alone",
        none: "No gap and nothing undetermined among the findings. See the coverage for what was not looked at.",
        nothing: "There is no finding.",
        severity: (severity: string) => `proposed severity: ${severity}`,
        risk: "Risk",
        remedy: "Remedy",
        requirements: "Requirements",
        resources: "Resources",
        unknown: "Unknown value:",
        other: "other",
        others: "others",
        since: (day: string) => `since ${day}`,
    },
);

/** Rules told in full: a reader acts on the gravest first, and a browser takes its time over thousands of elements. */
const TOLD = 50;

/** Resources of a rule, and messages of each, that stand in full view. */
const VIEWED = 5;

/** The rules with violations or undecided findings, the gravest first, with what to do and the first resources. */
export function gapsSection(view: View): Fragment {
    const { report } = view;
    const said = WORDS[view.language];
    const open = openByRule(report.findings);
    const rules = report.rules.filter(({ id }) => open.has(id)).sort(graver);
    return html`<section id="ecarts" aria-labelledby="titre-ecarts">
        <h2 id="titre-ecarts">${said.title}</h2>
        ${
            rules.length === 0
                ? html`<p>${report.decision.verdict === "inconclusive" ? said.nothing : said.none}</p>`
                : html`<p>${said.order}</p>
                      <ol class="gaps">
                          ${rules.slice(0, TOLD).map((rule) => gap(rule, open.get(rule.id) ?? [], view))}
                      </ol>
                      ${further(rules.slice(TOLD), view)}`
        }
    </section>`;
}

function openByRule(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
    const open = new Map<string, Finding[]>();
    for (const finding of findings) {
        if (finding.verdict === "violation" || finding.verdict === "undecided") {
            const found = open.get(finding.rule) ?? [];
            open.set(finding.rule, found);
            found.push(finding);
        }
    }
    return open;
}

function graver(a: ReportRule, b: ReportRule): number {
    return (
        Number(b.findings.violation > 0) - Number(a.findings.violation > 0) ||
        SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
        b.findings.violation - a.findings.violation ||
        b.findings.undecided - a.findings.undecided
    );
}

function further(rules: readonly ReportRule[], view: View): Fragment {
    const said = WORDS[view.language];
    return (
        rules.length > 0 &&
        html`<h3>${view.counted(rules.length, said.furtherRule, said.furtherRules)}</h3>
            <ul>
                ${rules.map(
                    (rule) =>
                        html`<li>
                            ${ruleLink(rule.id, view)}
                            <span class="meta"
                                >${said.severity(view.words.severity[rule.severity])} –
                                ${tally(rule.findings, view)}</span
                            >
                        </li>`,
                )}
            </ul>`
    );
}

function gap(rule: ReportRule, found: readonly Finding[], view: View): Fragment {
    const { words } = view;
    const said = WORDS[view.language];
    const status = rule.findings.violation > 0 ? "nonCompliant" : "undetermined";
    const verdict = rule.findings.violation > 0 ? "violation" : "undecided";
    return html`<li class="gap ${status}">
        <h3>${ruleLink(rule.id, view)}</h3>
        <p class="meta">
            ${badge(status, words.verdict[verdict])} ${said.severity(words.severity[rule.severity])} –
            ${tally(rule.findings, view)}
        </p>
        <dl class="terms">
            <div>
                <dt>${said.risk}</dt>
                <dd>${view.said(rule.why)}</dd>
            </div>
            <div>
                <dt>${said.remedy}</dt>
                <dd>${view.said(rule.remediation)}</dd>
            </div>
            <div>
                <dt>${said.requirements}</dt>
                <dd>${requirementLinks(rule.requirements, view)}</dd>
            </div>
            <div>
                <dt>${said.resources}</dt>
                <dd>${concerned(found, view)}</dd>
            </div>
        </dl>
    </li>`;
}

/** Violations first, then the oldest. */
function concerned(found: readonly Finding[], view: View): Fragment {
    const said = WORDS[view.language];
    const rest = found.length - VIEWED;
    const first = [...found]
        .sort(
            (a, b) =>
                Number(b.verdict === "violation") - Number(a.verdict === "violation") ||
                (a.since ?? "").localeCompare(b.since ?? "", "en"),
        )
        .slice(0, VIEWED);
    return html`<ul class="plain">
        ${first.map(
            ({ resource, since, messages, undecided }) =>
                html`<li>
                    ${resourceName(resource, view)}${
                        since !== undefined &&
                        html`<span class="meta">, ${said.since(view.date(since))}</span>`
                    }
                    ${messages
                        .slice(0, VIEWED)
                        .map((message) => html`<p class="message" lang="fr">${view.typeset(message)}</p>`)}
                    ${
                        undecided.length > 0 &&
                        html`<p class="message">
                            ${said.unknown}
                            ${joined(
                                undecided.slice(0, VIEWED).map((path) => html`<code>${path}</code>`),
                                ", ",
                            )}
                        </p>`
                    }
                </li>`,
        )}
        ${rest > 0 && html`<li>… ${view.counted(rest, said.other, said.others)}</li>`}
    </ul>`;
}
