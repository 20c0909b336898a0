import { counted } from "../french";
import { type Fragment, html } from "./markup";
import { scrollRegion } from "./scroll-region";
import type { Report } from "../model";

/** The declared resources whose settings no rule looked at, or that hold others: the report says nothing of them. */
export function unexaminedSection(report: Report): Fragment {
    const unexamined = report.resources.filter(
        ({ kind, rules, opaque }) => opaque === true || (kind === "resource" && rules === 0),
    );
    const { opaque } = report.summary.resources;
    const byType = new Map<string, string[]>();
    for (const { type, name } of unexamined) {
        const names = byType.get(type) ?? [];
        byType.set(type, names);
        names.push(name);
    }
    return html`<section id="ressources" aria-labelledby="titre-ressources">
        <h2 id="titre-ressources">Réglages non examinés</h2>
        ${
            unexamined.length === 0
                ? html`<p>Au moins une règle examine les réglages de chaque ressource déclarée.</p>`
                : html`<p>
                          Aucune règle n’examine les réglages de
                          ${counted(unexamined.length, "ressource déclarée", "ressources déclarées")}&nbsp;:
                          leur type, leur région, leurs étiquettes ou leurs options peuvent être contrôlés,
                          rien de plus.
                      </p>
                      ${
                          opaque > 0 &&
                          html`<p>
                              Parmi elles,
                              ${counted(opaque, "ressource opaque en contient", "ressources opaques en contiennent")}
                              d’autres qui échappent aux règles, comme celles d’un chart Helm, même si ses
                              propres réglages sont examinés.
                          </p>`
                      }
                      ${scrollRegion(
                          "table-ressources",
                          html`<table>
                              <caption class="unseen" id="table-ressources">
                                  Ressources dont aucune règle n’examine les réglages, par type
                              </caption>
                              <thead>
                                  <tr>
                                      <th scope="col">Type</th>
                                      <th scope="col">Nombre</th>
                                      <th scope="col">Ressources</th>
                                  </tr>
                              </thead>
                              <tbody>
                                  ${[...byType].sort().map(
                                      ([type, names]) =>
                                          html`<tr>
                                              <th scope="row"><code>${type}</code></th>
                                              <td>${names.length}</td>
                                              <td>${names.join(", ")}</td>
                                          </tr> `,
                                  )}
                              </tbody>
                          </table>`,
                      )}`
        }
    </section> `;
}
