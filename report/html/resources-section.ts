import { idleRules, isDeclared } from "../counts";
import type { ReportResource } from "../model";
import { type Fragment, html } from "./markup";
import { scrollRegion } from "./scroll-region";
import type { View } from "./view";
import { wording } from "./wording";

const WORDS = wording(
    {
        title: "Ce que le rapport n’a pas examiné",
        nothing: "La pile ne déclare aucune ressource.",
        whole: "Au moins une règle examine les réglages de chaque ressource déclarée.",
        unexamined: "Ressources qu’aucune règle n’examine",
        unexaminedNote: "Le rapport n’en dit rien.",
        genericOnly: "Ressources dont les réglages ne sont pas examinés",
        genericNote: "Seuls leur type, leur région, leurs étiquettes ou leurs options le sont.",
        opaque: "Ressources opaques",
        opaqueNote:
            "Elles en contiennent d’autres qui échappent aux règles, comme celles d’un chart Helm, même si leurs propres réglages sont examinés.",
        type: "Type",
        count: "Nombre",
        names: "Ressources",
        idle: "Règles sans objet",
        idleNote:
            "Ces règles n’ont trouvé dans cette pile aucune ressource à examiner. Elles n’attestent rien.",
        other: "autre",
        others: "autres",
    },
    {
        title: "What the report did not look at",
        nothing: "The stack declares no resource.",
        whole: "At least one rule looks at the settings of each declared resource.",
        unexamined: "Resources that no rule looks at",
        unexaminedNote: "The report says nothing of them.",
        genericOnly: "Resources whose settings are not looked at",
        genericNote: "Only their type, region, tags or options are.",
        opaque: "Opaque resources",
        opaqueNote:
            "They hold others that rules cannot see, such as those of a Helm chart, even where their own settings are looked at.",
        type: "Type",
        count: "Number",
        names: "Resources",
        idle: "Rules without object",
        idleNote: "These rules found no resource to look at in this stack. They attest nothing.",
        other: "other",
        others: "others",
    },
);

/** Names of one type that a table holds; `report.json` has them all. */
const HELD = 100;

/** The gaps of the coverage: resources and rules that the verdicts say nothing of. */
export function resourcesSection(view: View): Fragment {
    const { resources, summary } = view.report;
    const said = WORDS[view.language];
    const declared = resources.filter(isDeclared);
    const opaque = declared.filter((resource) => resource.opaque === true);
    const open = declared.filter((resource) => resource.opaque !== true && resource.rules === 0);
    const idle = idleRules(view.report);
    return html`<section id="ressources" aria-labelledby="titre-ressources">
        <h2 id="titre-ressources">${said.title}</h2>
        ${declared.length === 0 && html`<p>${said.nothing}</p>`}
        ${declared.length > 0 && summary.resources.examined === declared.length && html`<p>${said.whole}</p>`}
        ${byType(
            "aucune-regle",
            said.unexamined,
            said.unexaminedNote,
            open.filter(({ genericRules }) => genericRules === 0),
            view,
        )}
        ${byType("opaques", said.opaque, said.opaqueNote, opaque, view)}
        ${byType(
            "generiques",
            said.genericOnly,
            said.genericNote,
            open.filter(({ genericRules }) => genericRules > 0),
            view,
        )}
        ${
            idle.length > 0 &&
            html`<h3>${said.idle} <span class="tally">${view.number(idle.length)}</span></h3>
                <p>${said.idleNote}</p>
                <ul class="columns">
                    ${idle.map(
                        ({ id, title }) =>
                            html`<li id="${view.anchors.rule(id)}">
                                ${view.said(title)} <code>${id}</code>
                            </li>`,
                    )}
                </ul>`
        }
    </section>`;
}

function byType(
    id: string,
    title: string,
    note: string,
    resources: readonly ReportResource[],
    view: View,
): Fragment {
    const said = WORDS[view.language];
    const names = new Map<string, string[]>();
    for (const { type, name } of resources) {
        const known = names.get(type) ?? [];
        names.set(type, known);
        known.push(name);
    }
    return (
        resources.length > 0 &&
        html`<h3 id="titre-${id}">${title} <span class="tally">${view.number(resources.length)}</span></h3>
            <p>${note}</p>
            ${scrollRegion(
                `titre-${id}`,
                html`<table class="types">
                    <caption class="unseen">
                        ${title}
                    </caption>
                    <thead>
                        <tr>
                            <th scope="col">${said.type}</th>
                            <th scope="col">${said.count}</th>
                            <th scope="col">${said.names}</th>
                        </tr>
                    </thead>
                    <tbody>
                        ${[...names]
                            .sort(([a], [b]) => (a < b ? -1 : 1))
                            .map(
                                ([type, all]) =>
                                    html`<tr>
                                        <th scope="row"><code>${type}</code></th>
                                        <td>${view.number(all.length)}</td>
                                        <td>
                                            ${all.slice(0, HELD).join(", ")}${
                                                all.length > HELD &&
                                                ` … ${view.counted(all.length - HELD, said.other, said.others)}`
                                            }
                                        </td>
                                    </tr>`,
                            )}
                    </tbody>
                </table>`,
            )}`
    );
}
