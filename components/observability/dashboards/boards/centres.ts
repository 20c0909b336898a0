import type { RuleSettings } from "../../rules/rule-settings";
import type { Dashboard } from "../kit/dashboard";
import { worseFrom } from "../kit/looks";
import { curves } from "../kit/metrics";
import { table } from "../kit/tables";
import { LATENCY_LIMITS, percentile, SPANS } from "./openmrs-queries";

const CHOSEN = `${SPANS}, centre=~"$centre"`;

const calls = (range: string, matchers = "") => `rate(openmrs_calls_total{${CHOSEN}${matchers}}[${range}])`;

const FAILED = ', status_code="STATUS_CODE_ERROR"';

/** What each centre does and feels. */
export const centres = ({ centres: names }: Pick<RuleSettings, "centres">): Dashboard => ({
    uid: "centres",
    title: "Centres",
    description: "Ce que fait chaque centre et ce qu’il ressent, d’après l’adresse publique d’où il appelle.",
    folder: "exploitation",
    from: "now-12h",
    choices: [{ name: "centre", label: "Centre", values: names }],
    sections: [
        {
            title: "Comparer",
            panels: [
                table({
                    title: "Les centres, sur une heure",
                    description:
                        "Un centre sans débit alors que les autres travaillent : sa ligne ou son adresse. Un seul en rouge : chez lui ; tous : chez nous.",
                    alerts: names.length < 3 ? [] : ["CentreSilent"],
                    labels: { centre: "Centre" },
                    columns: [
                        { expr: `sum by (centre) (${calls("1h")})`, title: "Débit", unit: "reqps" },
                        {
                            expr: `sum by (centre) (${calls("1h", FAILED)}) / sum by (centre) (${calls("1h")})`,
                            title: "En erreur",
                            unit: "percentunit",
                            limits: worseFrom(0.01, 0.05),
                        },
                        {
                            expr: `histogram_quantile(0.95, sum by (le, centre) (rate(openmrs_duration_seconds_bucket{${CHOSEN}}[1h])))`,
                            title: "Durée de 95 %",
                            unit: "s",
                            limits: LATENCY_LIMITS,
                        },
                    ],
                    sortedBy: "Débit",
                }),
                curves({
                    title: "Débit par centre",
                    description: "Opérations par seconde. Une chute d’un seul centre : voir sa ligne.",
                    queries: [
                        { expr: `sum by (centre) (${calls("$__rate_interval")})`, legend: "{{centre}}" },
                    ],
                    unit: "reqps",
                    stacked: true,
                }),
            ],
        },
        {
            title: "Ce que ressent le centre choisi",
            panels: [
                curves({
                    title: "Durée de 95 % des opérations",
                    description:
                        "Mesurée au serveur : une lenteur de la ligne du centre ne s’y voit pas. Rouge : voir le tableau de bord OpenMRS.",
                    alerts: ["OpenmrsSlow"],
                    queries: [
                        {
                            expr: percentile(0.95, "openmrs_duration_seconds", CHOSEN, ["centre"]),
                            legend: "{{centre}}",
                        },
                    ],
                    unit: "s",
                    limits: LATENCY_LIMITS,
                    exemplars: true,
                }),
                curves({
                    title: "Part en erreur",
                    description:
                        "Erreurs du serveur. Rouge pour un seul centre : un programme de ce centre, ou un dossier.",
                    alerts: ["OpenmrsOperationFailing"],
                    queries: [
                        {
                            expr: `sum by (centre) (${calls("$__rate_interval", FAILED)}) / sum by (centre) (${calls("$__rate_interval")})`,
                            legend: "{{centre}}",
                        },
                    ],
                    unit: "percentunit",
                    limits: worseFrom(0.01, 0.05),
                }),
                curves({
                    title: "Opérations",
                    description:
                        "Ce que le centre choisi fait. Des recherches par milliers : un programme, non des personnes.",
                    queries: [
                        {
                            expr: `sum by (operation) (${calls("$__rate_interval")})`,
                            legend: "{{operation}}",
                        },
                    ],
                    unit: "reqps",
                    stacked: true,
                }),
                curves({
                    title: "Recherche de patient",
                    description: "Durée de 95 % des recherches du centre choisi.",
                    alerts: ["OpenmrsPatientSearchSlow"],
                    queries: [
                        {
                            expr: percentile(
                                0.95,
                                "openmrs_duration_seconds",
                                `${CHOSEN}, operation="patient-search"`,
                                ["centre"],
                            ),
                            legend: "{{centre}}",
                        },
                    ],
                    unit: "s",
                    limits: LATENCY_LIMITS,
                }),
            ],
        },
    ],
});
