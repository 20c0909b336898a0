import type { RuleGroup } from "../rule";

const KNOWN = "openmrs_centre:known:info";

/** Centres that have called in the last two hours. */
const CALLING = 'sum by (centre) (increase(openmrs_calls_total{job="span-metrics"}[2h])) > 0';

/**
 * Hours (UTC) in which every centre has been open for two hours, lunch included: from 11 to 17 in Paris in winter, from 12
 * to 18 in summer.
 */
const OPEN = "hour() >= 10 and on () hour() < 16 and on () day_of_week() > 0 and on () day_of_week() < 6";

/** Whether each centre still works. Of two, one may well rest while the other works: nothing is said of fewer than three. */
export const centresOf = (centres: readonly string[]): readonly RuleGroup[] =>
    centres.length < 3
        ? []
        : [
              {
                  name: "openmrs-centres",
                  title: "Les centres",
                  recordings: centres.map((centre) => ({
                      record: KNOWN,
                      expr: "vector(1)",
                      labels: { centre },
                  })),
                  alerts: [
                      {
                          alert: "CentreSilent",
                          expr: `(${KNOWN} unless on (centre) ${CALLING}) and on () count(${KNOWN} and on (centre) ${CALLING}) >= ${Math.floor(centres.length / 2).toString()} and on () (${OPEN})`,
                          for: "30m",
                          severity: "warning",
                          team: "applicatif",
                          summary: "Le centre « {{ $labels.centre }} » n’utilise plus OpenMRS",
                          description:
                              "Aucune requête de « {{ $labels.centre }} » depuis plus de deux heures ouvrées, alors que d’autres centres travaillent.",
                          runbook: {
                              meaning:
                                  "La plateforme répond, mais rien n’arrive de l’adresse publique de ce centre : ligne coupée, adresse changée par l’opérateur, fermeture exceptionnelle. Les heures sont celles de Paris, du lundi au vendredi ; un jour férié local déclenche l’alerte.",
                              impact: "Le centre travaille sans les dossiers, ou ne travaille pas.",
                              checks: [
                                  "Appeler le centre : est-il ouvert, et a-t-il Internet ?",
                                  "Son trafic des derniers jours : tableau de bord « Centres » dans Grafana.",
                                  "L’adresse qu’il annonce aujourd’hui, comparée à `observability.centres` et à `edge.allowedSources` du fichier de la pile.",
                                  "Des refus du pare-feu applicatif (WAF) pour cette adresse : l’espace de travail Log Analytics.",
                              ],
                              remedies: [
                                  "Adresse changée : la corriger aux deux endroits, faire relire, puis `pulumi up`.",
                                  "Ligne coupée : donner au centre l’accès de secours prévu par son contrat, et suivre avec l’opérateur.",
                                  "Fermeture : poser un silence dans Alertmanager jusqu’à la réouverture.",
                              ],
                          },
                      },
                  ],
              },
          ];
