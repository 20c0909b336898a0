import { totalOf } from "../counts";
import type { ReportFramework, ReportLink, ReportRequirement, ReportRule, Status } from "../model";
import { STATUSES, VERDICTS } from "../words/words";
import { statusBadge } from "./icons";
import { type Fragment, html, joined, link } from "./markup";
import { ruleLink, tally } from "./references";
import { named } from "./text";
import type { View } from "./view";
import { wording } from "./wording";

const WORDS = wording(
    {
        title: "Exigences",
        scope:
            "« Conforme » ne se dit que des exigences que leurs règles couvrent en entier ; pour les autres, la preuve à fournir " +
            "et qui la détient sont indiqués. Chaque groupe de règles nomme les textes, ou les choix du projet, dont viennent ses seuils.",
        paper: "Sur papier, seules figurent les règles qui ont des constats non conformes, indéterminés ou sous dérogation ; leur nombre total est indiqué.",
        version: "version",
        packVersion: "règles",
        allActivities: "Toutes les activités d’hébergement",
        activities: (list: string) => `Activités d’hébergement ${list}`,
        evidence: "Preuve à fournir",
        why: "Ne s’applique pas :",
        because: "Indéterminée :",
        basis: "Fondement :",
        itself: "l’exigence elle-même",
        rule: "règle",
        rules: "règles",
        noRule: "aucune règle automatique",
    },
    {
        title: "Requirements",
        scope:
            "“Compliant” is said only of requirements that their rules cover as a whole; for the others, the evidence required " +
            "and who holds it are named. Each group of rules names the texts, or the choices of the project, that its thresholds come from.",
        paper: "On paper, only rules with non-compliant, undetermined or exempted findings are listed; their total number is given.",
        version: "version",
        packVersion: "rules",
        allActivities: "All hosting activities",
        activities: (list: string) => `Hosting activities ${list}`,
        evidence: "Evidence required",
        why: "Does not apply:",
        because: "Undetermined:",
        basis: "Basis:",
        itself: "the requirement itself",
        rule: "rule",
        rules: "rules",
        noRule: "no automatic rule",
    },
);

/** Statuses that a reader looks for first; on paper, the rules of the other requirements stay folded. */
const FIRST = ["nonCompliant", "undetermined", "exempted"] as const satisfies readonly Status[];

function isFirst(status: Status): boolean {
    return FIRST.some((first) => first === status);
}

/** Each framework's requirements with their status, the evidence, and the chain to the rules that check them. */
export function requirementsSection(view: View): Fragment {
    const said = WORDS[view.language];
    return html`<section id="exigences" aria-labelledby="titre-exigences">
        <h2 id="titre-exigences">${said.title}</h2>
        <p>${said.scope}</p>
        <p class="paper">${said.paper}</p>
        ${view.report.frameworks.map((framework) => frameworkPart(framework, view))}
    </section>`;
}

/** Open where a policy pack of its own serves the framework: the others restate the same verdicts. */
function frameworkPart(framework: ReportFramework, view: View): Fragment {
    const { id, title, version, packVersion, url, requirements, statuses } = framework;
    const said = WORDS[view.language];
    return html`<details class="framework" data-print ${packVersion !== undefined && "open"}>
        <summary>
            <h3>${named(view.said(title), id)}</h3>
            <span class="tally"
                >${joined(
                    STATUSES.filter((status) => statuses[status] > 0).map((status) =>
                        view.typeset(view.counted(statuses[status], ...view.words.requirements[status])),
                    ),
                    ", ",
                )}</span
            >
        </summary>
        <p class="meta">
            ${link(url, `${view.said(title)}, ${said.version} ${version}`)}${
                packVersion !== undefined && ` – ${said.packVersion} ${packVersion}`
            }
        </p>
        ${FIRST.map((status) => ofStatus(status, framework, view))}
        <ul class="requirements">
            ${requirements.map((requirement) => requirementItem(requirement, id, view))}
        </ul>
    </details>`;
}

/** Links to the requirements of a status. */
function ofStatus(status: Status, { id, requirements }: ReportFramework, view: View): Fragment {
    const links = requirements
        .filter((requirement) => requirement.status === status)
        .map(
            (requirement) =>
                html`<a class="cited" href="#${view.anchors.requirement(id, requirement.id)}"
                    >${requirement.id}</a
                >`,
        );
    return links.length > 0 && html`<p class="first">${statusBadge(status, view)} ${joined(links, ", ")}</p>`;
}

function requirementItem(requirement: ReportRequirement, framework: string, view: View): Fragment {
    const { id, title, status, causes, activities, why } = requirement;
    const said = WORDS[view.language];
    const anchor = view.anchors.requirement(framework, id);
    const notes = [
        ...(activities === undefined ? [] : [activitiesText(activities, view)]),
        ...(requirement.chain.length === 0 && status !== "notApplicable" ? [said.noRule] : []),
    ];
    return html`<li id="${anchor}" class="requirement ${status}">
        <h4><a href="#${anchor}" class="number">${id}</a> ${view.said(title)}</h4>
        <p class="state">${statusBadge(status, view)}</p>
        <div class="about">
            ${
                causes.length > 0 &&
                html`<p>
                    ${said.because}
                    ${view.typeset(view.list(causes.map((cause) => view.words.cause[cause])))}.
                </p>`
            }
            ${why !== undefined && html`<p>${said.why} ${view.said(why)}</p>`}
            ${evidenceOf(requirement, view)}
            ${notes.length > 0 && html`<p class="meta">${joined(notes, " – ")}</p>`}
            ${chainOf(requirement, view)}
        </div>
    </li>`;
}

function activitiesText(activities: readonly number[], view: View): string {
    const said = WORDS[view.language];
    return activities.length === 6
        ? said.allActivities
        : said.activities(view.list(activities.map((activity) => activity.toString())));
}

function evidenceOf({ evidence: id }: ReportRequirement, view: View): Fragment {
    const evidence = id === undefined ? undefined : view.evidence.get(id);
    const said = WORDS[view.language];
    return (
        evidence !== undefined &&
        html`<p>
            <strong>${said.evidence}</strong>
            (${view.said(evidence.owner)})${view.language === "fr" ? "\u00a0:" : ":"}
            ${view.said(evidence.document)}
            <a class="cited" href="#${view.anchors.evidence(evidence.id)}">${evidence.id}</a>
        </p>`
    );
}

function chainOf({ chain, rules, findings, status }: ReportRequirement, view: View): Fragment {
    const said = WORDS[view.language];
    if (chain.length === 0) {
        return undefined;
    }
    return html`<details
        class="chain"
        ${isFirst(status) && "data-print"}
        ${status === "nonCompliant" && "open"}
    >
        <summary>
            ${view.counted(rules.length, said.rule, said.rules)}${view.language === "fr" ? "\u00a0:" : ":"}
            ${tally(findings, view)}
        </summary>
        ${chain.map((part) => chainLink(part, view))}
    </details>`;
}

function chainLink({ sources, rules }: ReportLink, view: View): Fragment {
    const said = WORDS[view.language];
    const cited = sources.flatMap((id) => view.sources.get(id) ?? []);
    const sorted = rules.flatMap((id) => view.rules.get(id) ?? []).sort((a, b) => rank(a) - rank(b));
    return html`<div class="link">
        <p class="meta">
            ${said.basis}
            ${
                cited.length === 0
                    ? said.itself
                    : joined(
                          cited.map(({ id, url }) => link(url, view.typeset(id))),
                          ", ",
                      )
            }
        </p>
        <ul>
            ${sorted.map(
                (rule) =>
                    html`<li ${isOpen(rule) && html`class="open"`}>
                        ${ruleLink(rule.id, view)} ${tally(rule.findings, view)}
                    </li>`,
            )}
        </ul>
    </div>`;
}

/** Whether a finding of it is not compliant. */
function isOpen({ findings }: ReportRule): boolean {
    return totalOf(findings) > findings.compliant;
}

/** By the gravest of its verdicts; a rule without any comes last. */
function rank({ findings }: ReportRule): number {
    return totalOf(findings) === 0 ? VERDICTS.length : VERDICTS.findIndex((verdict) => findings[verdict] > 0);
}
