import { nameOf, typeOfUrn } from "../../policies/urn";
import type { Changes, Status, Verdict } from "../model";
import { icon, VERDICT_STATUS } from "./icons";
import { type Fragment, html } from "./markup";
import { requirementLink, ruleLink, shortName } from "./references";
import type { View } from "./view";
import { wording } from "./wording";

const WORDS = wording(
    {
        title: "Depuis le dernier rapport",
        first: "Premier rapport de la série : il n’y a rien à comparer.",
        previous: (when: string) => `Par rapport à celui du ${when}`,
        decided: (answer: string) => `dont la réponse était « ${answer} » :`,
        regression: "dégradation",
        regressions: "dégradations",
        improvement: "amélioration",
        improvements: "améliorations",
        noRegressions: "Aucune dégradation.",
        noImprovements: "Aucune amélioration.",
        origins: (list: string) => `Ont changé entre les deux : ${list}.`,
        sameInputs: "Rien de ce dont dépendent les verdicts n’a changé entre les deux.",
        absent: "sans objet",
        due: (list: string) => `dû à un changement dans ${list}`,
        perhaps: (list: string) => `dû à l’un de ces changements : ${list}`,
        unjudged: "constat qui n’est plus jugé",
        unjudgeds: "constats qui ne sont plus jugés",
        unjudgedNote:
            "Leur règle a été retirée ou désactivée, ou ne peut plus conclure : rien ne dit que la non-conformité a été corrigée.",
        requirements: "Exigences dont l’état a changé",
        added: "Ressources ajoutées",
        removed: "ressource retirée",
        removeds: "ressources retirées",
        removedNote: "Leurs constats ont disparu avec elles, conformes ou non : le retrait est-il voulu ?",
        rulesAdded: "Règles ajoutées",
        rulesRemoved: "Règles retirées",
        rulesDisabled: "Règles désactivées depuis",
        rulesEnabled: "Règles réactivées depuis",
        others: (count: string) => `… et ${count} dans report.json`,
        other: "autre",
        otherOnes: "autres",
        becomes: "devient",
    },
    {
        title: "Since the last report",
        first: "First report of the series: there is nothing to compare.",
        previous: (when: string) => `Compared with that of ${when}`,
        decided: (answer: string) => `whose answer was “${answer}”:`,
        regression: "regression",
        regressions: "regressions",
        improvement: "improvement",
        improvements: "improvements",
        noRegressions: "No regression.",
        noImprovements: "No improvement.",
        origins: (list: string) => `What changed between the two: ${list}.`,
        sameInputs: "Nothing that the verdicts depend on changed between the two.",
        absent: "not concerned",
        due: (list: string) => `due to a change in ${list}`,
        perhaps: (list: string) => `due to one of these changes: ${list}`,
        unjudged: "finding no longer judged",
        unjudgeds: "findings no longer judged",
        unjudgedNote:
            "Their rule was removed or disabled, or can no longer conclude: nothing says that the violation was mended.",
        requirements: "Requirements whose status changed",
        added: "Resources added",
        removed: "resource removed",
        removeds: "resources removed",
        removedNote: "Their findings are gone with them, compliant or not: is the removal intended?",
        rulesAdded: "Rules added",
        rulesRemoved: "Rules removed",
        rulesDisabled: "Rules disabled since",
        rulesEnabled: "Rules enabled again since",
        others: (count: string) => `… and ${count} in report.json`,
        other: "other",
        otherOnes: "others",
        becomes: "becomes",
    },
);

type Change = Changes["findings"][number];

/** Changes of a kind that stand in full view; the next ones are folded. */
const VIEWED = 5;

/** Items of a list that the page holds; `report.json` has them all. */
const HELD = 500;

/** What changed since the previous report, regressions first. */
export function changesSection(view: View): Fragment {
    const said = WORDS[view.language];
    const { changes } = view.report;
    return html`<section id="evolution" aria-labelledby="titre-evolution">
        <h2 id="titre-evolution">${said.title}</h2>
        ${changes === undefined ? html`<p>${said.first}</p>` : described(changes, view)}
    </section>`;
}

function described(changes: Changes, view: View): Fragment {
    const { words } = view;
    const said = WORDS[view.language];
    const { previous, origins, findings, requirements, resources, rules } = changes;
    const ruleOf = (rule: string) => ruleLink(rule, view);
    const of = (kind: Change["kind"]) => findings.filter((change) => change.kind === kind);
    return html`<p>
            ${said.previous(view.dateTime(previous.generatedAt))}${
                previous.commit !== undefined && html` (<code>${previous.commit.slice(0, 12)}</code>)`
            },
            ${said.decided(view.typeset(words.decision[previous.decision].answer))}
        </p>
        ${kindOfChange(of("regression"), [said.regression, said.regressions], said.noRegressions, view)}
        ${kindOfChange(of("unjudged"), [said.unjudged, said.unjudgeds], undefined, view)}
        ${inView(
            [said.removed, said.removeds],
            said.removedNote,
            resources.removed.slice(0, HELD).map((urn) => html`<li>${resourceOf(urn)}</li>`),
            resources.removed.length,
            view,
        )}
        ${kindOfChange(of("improvement"), [said.improvement, said.improvements], said.noImprovements, view)}
        <p>
            ${
                origins.length === 0
                    ? said.sameInputs
                    : said.origins(view.list(origins.map((origin) => words.origin[origin])))
            }
        </p>
        ${folded(
            said.requirements,
            requirements.map(
                ({ framework, requirement, before, after }) =>
                    html`${requirementLink(framework, requirement, view)} ${statusStep(before, after, view)}`,
            ),
            view,
        )}
        ${folded(said.added, resources.added.map(resourceOf), view)}
        ${folded(said.rulesDisabled, rules.disabled.map(ruleOf), view)}
        ${folded(said.rulesRemoved, rules.removed.map(ruleOf), view)}
        ${folded(said.rulesAdded, rules.added.map(ruleOf), view)}
        ${folded(said.rulesEnabled, rules.enabled.map(ruleOf), view)}`;
}

function kindOfChange(
    changes: readonly Change[],
    heading: readonly [one: string, several: string],
    none: string | undefined,
    view: View,
): Fragment {
    const [first] = changes;
    if (first === undefined) {
        return none !== undefined && html`<p>${none}</p>`;
    }
    const note = first.kind === "unjudged" ? WORDS[view.language].unjudgedNote : undefined;
    const items = changes.slice(0, HELD).map((change) => changeItem(change, view));
    return inView(heading, note, items, changes.length, view);
}

/** A list whose first items stand in full view. */
function inView(
    [one, several]: readonly [one: string, several: string],
    note: string | undefined,
    items: readonly Fragment[],
    total: number,
    view: View,
): Fragment {
    if (total === 0) {
        return false;
    }
    const rest = items.slice(VIEWED);
    return html`<h3>${view.counted(total, one, several)}</h3>
        ${note !== undefined && html`<p>${note}</p>`}
        <ul class="changes">
            ${items.slice(0, VIEWED)}
        </ul>
        ${
            rest.length > 0 &&
            html`<details data-print>
                <summary>… ${view.counted(total - VIEWED, ...others(view))}</summary>
                <ul class="changes">
                    ${rest} ${beyond(total, view)}
                </ul>
            </details>`
        }`;
}

function changeItem({ rule, resource, before, after, origins }: Change, view: View): Fragment {
    const { words } = view;
    const said = WORDS[view.language];
    const names = view.list(origins.map((origin) => words.origin[origin]));
    return html`<li>
        <p>${ruleLink(rule, view)} – ${shortName(resource, view)}</p>
        <p class="meta">
            ${verdictText(before, view)} <span aria-hidden="true">→</span>
            <span class="unseen">${said.becomes}</span> ${verdictText(after, view)}${
                origins.length > 0 && [", ", origins.length === 1 ? said.due(names) : said.perhaps(names)]
            }
        </p>
    </li>`;
}

function verdictText(verdict: Verdict | undefined, { words, language }: View): Fragment {
    return verdict === undefined
        ? WORDS[language].absent
        : html`<span class="${VERDICT_STATUS[verdict]}"
              >${icon(VERDICT_STATUS[verdict])} ${words.verdict[verdict]}</span
          >`;
}

function statusStep(
    before: Status | undefined,
    after: Status | undefined,
    { words, language }: View,
): Fragment {
    const named = (status: Status | undefined): Fragment =>
        status === undefined
            ? WORDS[language].absent
            : html`<span class="${status}">${icon(status)} ${words.status[status]}</span>`;
    return html`${named(before)} <span aria-hidden="true">→</span>
        <span class="unseen">${WORDS[language].becomes}</span> ${named(after)}`;
}

function folded(title: string, items: readonly Fragment[], view: View): Fragment {
    return (
        items.length > 0 &&
        html`<details data-print>
            <summary>${title} (${view.number(items.length)})</summary>
            <ul>
                ${items.slice(0, HELD).map((item) => html`<li>${item}</li>`)} ${beyond(items.length, view)}
            </ul>
        </details>`
    );
}

function beyond(total: number, view: View): Fragment {
    return (
        total > HELD &&
        html`<li>${WORDS[view.language].others(view.counted(total - HELD, ...others(view)))}</li>`
    );
}

function others({ language }: View): [string, string] {
    return [WORDS[language].other, WORDS[language].otherOnes];
}

function resourceOf(urn: string): Fragment {
    return html`${nameOf(urn)} <span class="type">${typeOfUrn(urn)}</span>`;
}
