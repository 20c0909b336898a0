import { COST } from "../../rules/cost";
import type { RuleSettings } from "../../rules/rule-settings";
import type { Dashboard } from "../kit/dashboard";
import { worseFrom } from "../kit/looks";
import { bars, curves, stat } from "../kit/metrics";
import { table } from "../kit/tables";
import { text } from "../kit/words";

const euros = (value: number) => `${value.toLocaleString("fr-FR", { maximumFractionDigits: 4 })} €`;

const of = (...resources: readonly string[]) => `sum(${COST}{resource=~"${resources.join("|")}"})`;

/** Seconds of Azure's month of 730 hours. */
const MONTH_S = "2628000";

const used = {
    cpu: 'sum by (namespace) (rate(container_cpu_usage_seconds_total{job="cadvisor", container!=""}[1d]))',
    memory: 'sum by (namespace) (avg_over_time(container_memory_working_set_bytes{job="cadvisor", container!=""}[1d]))',
};

const share = (resource: keyof typeof used) =>
    `${used[resource]} / sum by (namespace) (namespace:kube_pod_container_resource_requests:sum{resource="${resource}"})`;

/** What the platform costs, by what it asks for and keeps. */
export const cost = ({ prices }: Pick<RuleSettings, "prices">): Dashboard => ({
    uid: "cost",
    title: "Coûts",
    description:
        "Ce que coûtent les charges, d’après ce qu’elles demandent et gardent. La facture d’Azure fait foi : elle compte aussi les nœuds vides et le réseau.",
    folder: "infrastructure",
    from: "now-7d",
    sections: [
        {
            title: "Par mois, au rythme actuel",
            panels: [
                stat({
                    title: "En tout",
                    description:
                        "Hors taxes, pour 730 heures au rythme actuel. Une hausse : voir quel espace de noms.",
                    expr: `sum(${COST})`,
                    unit: "currencyEUR",
                    decimals: 0,
                }),
                stat({
                    title: "Processeurs et mémoire",
                    description: "Ce que les pods demandent, pris ou non.",
                    expr: of("cpu", "memory"),
                    unit: "currencyEUR",
                    decimals: 0,
                }),
                stat({
                    title: "Disques",
                    description: "Taille demandée, pleine ou non.",
                    expr: of("disk"),
                    unit: "currencyEUR",
                    decimals: 0,
                }),
                stat({
                    title: "Journaux",
                    description:
                        "Reçus en un jour, pour toute leur durée de conservation. Une hausse : voir Journaux et sécurité, par charge.",
                    expr: of("logs"),
                    unit: "currencyEUR",
                    decimals: 0,
                }),
                stat({
                    title: "Traces",
                    description:
                        "Reçues en un jour, échantillonnage compris. À régler par `traces.samplePercent`.",
                    expr: of("traces"),
                    unit: "currencyEUR",
                    decimals: 0,
                }),
                stat({
                    title: "Dépensé sur la période affichée",
                    description:
                        "Choisir « Ce mois-ci » en haut à droite pour le mois en cours, dans la limite de ce que Prometheus garde.",
                    expr: `sum(avg_over_time(${COST}[$__range])) * $__range_s / ${MONTH_S}`,
                    unit: "currencyEUR",
                    decimals: 0,
                }),
            ],
        },
        {
            title: "Qui coûte quoi",
            panels: [
                table({
                    title: "Par espace de noms",
                    description:
                        "Euros par mois. Un espace de noms inconnu : quelque chose tourne hors du code.",
                    labels: { namespace: "Espace de noms" },
                    columns: [
                        { expr: `sum by (namespace) (${COST})`, title: "Total", unit: "currencyEUR" },
                        ...(
                            [
                                ["cpu", "Processeurs"],
                                ["memory", "Mémoire"],
                                ["disk", "Disques"],
                            ] as const
                        ).map(([resource, title]) => ({
                            expr: `sum by (namespace) (${COST}{resource="${resource}"})`,
                            title,
                            unit: "currencyEUR" as const,
                        })),
                    ],
                    sortedBy: "Total",
                }),
                curves({
                    title: "Évolution",
                    description:
                        "Euros par mois, au rythme de chaque instant. Une marche : la livraison de ce moment.",
                    queries: [{ expr: `sum by (namespace) (${COST})`, legend: "{{namespace}}" }],
                    unit: "currencyEUR",
                    decimals: 0,
                    stacked: true,
                }),
            ],
        },
        {
            title: "Ce qui est payé sans servir",
            panels: [
                bars({
                    title: "Processeurs pris sur demandés",
                    description:
                        "Moyenne d’un jour. Très bas : baisser la demande, les recommandations de l’autoscaler vertical disent à combien.",
                    queries: [{ expr: share("cpu"), legend: "{{namespace}}" }],
                    unit: "percentunit",
                    decimals: 0,
                    max: 1,
                }),
                bars({
                    title: "Mémoire prise sur demandée",
                    description: "Moyenne d’un jour. Rouge : la demande est trop juste, non trop large.",
                    alerts: ["ContainerMemoryNearLimit"],
                    queries: [{ expr: share("memory"), legend: "{{namespace}}" }],
                    unit: "percentunit",
                    decimals: 0,
                    max: 1,
                    limits: worseFrom(0.85, 0.95),
                }),
                text({
                    title: "Prix",
                    description: "Ceux de la pile, `observability.prices` : à revoir quand Azure les change.",
                    content: [
                        "Hors taxes :",
                        `- un processeur pendant une heure : ${euros(prices.cpuHour)}`,
                        `- un GiB de mémoire pendant une heure : ${euros(prices.memoryGiBHour)}`,
                        `- un GiB de disque pendant un mois : ${euros(prices.diskGiBMonth)}`,
                        `- un GiB de journaux ou de traces reçu : ${euros(prices.ingestedGiB)}`,
                    ].join("\n"),
                    height: 5,
                }),
            ],
        },
    ],
});
