import { counted } from "../french";
import { type Fragment, html } from "./markup";
import type { Report } from "../model";

/** The declared resources whose settings no rule looked at: the report says nothing of them. */
export function unexaminedSection(report: Report): Fragment {
    const unexamined = report.resources.filter(({ kind, rules }) => kind === "resource" && rules === 0);
    const byType = new Map<string, string[]>();
    for (const { type, name } of unexamined) {
        byType.set(type, [...(byType.get(type) ?? []), name]);
    }
    return html`<section id="ressources" aria-labelledby="titre-ressources">
        <h2 id="titre-ressources">Ressources non examinées</h2>
        ${
            unexamined.length === 0
                ? html`<p>Au moins une règle examine le contenu de chaque ressource déclarée.</p>`
                : html`<p>
                          Aucune règle n’examine le contenu de
                          ${counted(unexamined.length, "ressource déclarée", "ressources déclarées")}&nbsp;:
                          ce rapport ne dit rien de leur conformité.
                      </p>
                      <div class="scroll">
                          <table>
                              <caption class="unseen">
                                  Ressources dont aucune règle n’examine le contenu, par type
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
                          </table>
                      </div>`
        }
    </section> `;
}
