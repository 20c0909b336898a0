import { OBJECTIVES } from "../../rules/slo/objectives";
import type { Dashboard } from "../kit/dashboard";
import { betterFrom, worseFrom } from "../kit/looks";
import { bars, curves } from "../kit/metrics";
import { table } from "../kit/tables";
import { text } from "../kit/words";

const bySlo = (expr: string) => `max by (slo) (${expr})`;

/** How many times faster than it may the budget burns, over a window. */
const burn = (window: string) => `${bySlo(`slo:error_ratio:${window}`)} / ${bySlo("slo:error_budget:ratio")}`;

/** What users are promised, and what is left of it. */
export const slo = (): Dashboard => ({
    uid: "slo",
    title: "Objectifs de service",
    description: "Ce qui est promis aux utilisateurs, et ce qu’il reste de la marge d’erreur de 30 jours.",
    folder: "exploitation",
    from: "now-7d",
    sections: [
        {
            title: "Les promesses",
            panels: [
                text({
                    title: "Ce qui est promis",
                    description: "Les phrases de docs/slo.md, qui dit aussi comment chacune est mesurée.",
                    content: OBJECTIVES.map(({ name, statement }) => `- **${name}** : ${statement}`).join(
                        "\n",
                    ),
                    height: 5,
                }),
                bars({
                    title: "Marge d’erreur restante",
                    description:
                        "Part de ce qui peut échouer en 30 jours qui n’est pas encore consommée. Rouge : plus de livraison qui ne répare rien, jusqu’à ce qu’elle remonte.",
                    queries: [
                        {
                            expr: `clamp_min(${bySlo("slo:error_budget_remaining:ratio")}, 0)`,
                            legend: "{{slo}}",
                        },
                    ],
                    unit: "percentunit",
                    decimals: 1,
                    max: 1,
                    limits: betterFrom(0.1, 0.3),
                }),
                table({
                    title: "Échecs, par fenêtre",
                    description:
                        "Part des essais qui ont échoué, et marge. Une fenêtre courte plus haute que la longue : cela empire en ce moment.",
                    labels: { slo: "Objectif" },
                    columns: [
                        { expr: bySlo("slo:error_budget:ratio"), title: "Permis", unit: "percentunit" },
                        ...["5m", "1h", "1d", "30d"].map((window) => ({
                            expr: bySlo(`slo:error_ratio:${window}`),
                            title: window,
                            unit: "percentunit" as const,
                        })),
                    ],
                    sortedBy: "1h",
                }),
            ],
        },
        {
            title: "La vitesse de consommation",
            panels: [
                curves({
                    title: "Sur une heure",
                    description:
                        "À 1, la marge dure exactement 30 jours. À 14,4, deux jours : l’astreinte est appelée. Ouvrir alors OpenMRS sur la même période.",
                    alerts: ["SloApiBurn1h", "SloPatientSearchBurn1h", "SloSignInBurn1h", "SloPagesBurn1h"],
                    queries: [{ expr: burn("1h"), legend: "{{slo}}" }],
                    unit: "none",
                    decimals: 1,
                    limits: worseFrom(6, 14.4),
                }),
                curves({
                    title: "Sur six heures",
                    description: "À 6, la marge dure cinq jours : l’astreinte est appelée.",
                    alerts: ["SloApiBurn6h", "SloPatientSearchBurn6h", "SloSignInBurn6h", "SloPagesBurn6h"],
                    queries: [{ expr: burn("6h"), legend: "{{slo}}" }],
                    unit: "none",
                    decimals: 1,
                    limits: worseFrom(3, 6),
                }),
                curves({
                    title: "Sur trois jours",
                    description:
                        "Au-dessus de 1, la marge n’atteindra pas la fin des 30 jours : un avertissement le dit dans la journée.",
                    alerts: ["SloApiBurn3d", "SloPatientSearchBurn3d", "SloSignInBurn3d", "SloPagesBurn3d"],
                    queries: [{ expr: burn("3d"), legend: "{{slo}}" }],
                    unit: "none",
                    decimals: 1,
                    limits: worseFrom(0.8, 1),
                }),
                curves({
                    title: "Essais par seconde",
                    description:
                        "Ce sur quoi les parts sont calculées. Presque rien : une part élevée ne veut pas dire grand-chose.",
                    queries: [{ expr: bySlo("slo:requests:rate5m"), legend: "{{slo}}" }],
                    unit: "reqps",
                }),
            ],
        },
    ],
});
