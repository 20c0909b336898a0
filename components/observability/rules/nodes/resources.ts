import type { RuleGroup } from "../rule";

const TOP =
    "Voir ce qui prend : `kubectl top pods --all-namespaces --sort-by cpu` (ou `memory`), et le tableau de bord des nœuds.";
const SPREAD =
    "Si le groupe entier est chargé, relever `maxCount` ou la taille des machines dans `Pulumi.<pile>.yaml`.";
const CULPRIT =
    "Si un pod est en cause, corriger ses demandes ou le déplacer (`kubectl delete pod POD --namespace NAMESPACE`).";
const BYTES_OF_POD =
    'Voir qui écrit : `topk(5, sum by (namespace, pod) (rate(container_fs_writes_bytes_total{node="NŒUD"}[5m])))`.';

/** Part of the time in which something waited for this. */
const pressure = (metric: string) => `max by (node) (rate(${metric}{job="node-exporter"}[10m]))`;

/** Processor, memory and disks of the nodes. */
export const nodeResources: RuleGroup = {
    name: "nodes-resources",
    title: "Nœuds : ressources",
    recordings: [
        {
            record: "node:cpu_utilization:ratio_rate5m",
            expr: `1 - avg by (node) (rate(node_cpu_seconds_total{job="node-exporter", mode="idle"}[5m]))`,
        },
        {
            record: "node:memory_utilization:ratio",
            expr: `1 - max by (node) (node_memory_MemAvailable_bytes{job="node-exporter"}) / max by (node) (node_memory_MemTotal_bytes{job="node-exporter"})`,
        },
    ],
    alerts: [
        {
            alert: "NodeCpuHigh",
            expr: `node:cpu_utilization:ratio_rate5m > 0.9`,
            for: "30m",
            severity: "info",
            team: "plateforme",
            summary: "Les processeurs du nœud {{ $labels.node }} sont pris",
            description:
                "Les processeurs du nœud {{ $labels.node }} sont pris à {{ $value | humanizePercentage }} depuis une demi-heure.",
            runbook: {
                meaning:
                    "Le nœud travaille à plein. Ce n’est un mal que si quelque chose attend : voir `NodeCpuPressure`.",
                impact: "Aucune par elle-même.",
                checks: [TOP],
                remedies: ["Rien à faire si les réponses sont rapides.", SPREAD],
            },
        },
        {
            alert: "NodeCpuPressure",
            expr: `${pressure("node_pressure_cpu_waiting_seconds_total")} > 0.5`,
            for: "15m",
            severity: "warning",
            team: "plateforme",
            summary: "On attend les processeurs du nœud {{ $labels.node }}",
            description:
                "Sur le nœud {{ $labels.node }}, une tâche au moins attend un processeur {{ $value | humanizePercentage }} du temps.",
            runbook: {
                meaning: "Le noyau compte le temps pendant lequel quelque chose attendait un processeur.",
                impact: "Les réponses des pods de ce nœud sont plus lentes.",
                checks: [
                    TOP,
                    "Voir si des conteneurs sont freinés par leur limite : alerte `ContainerCpuThrottled`.",
                ],
                remedies: [CULPRIT, SPREAD],
            },
        },
        {
            alert: "NodeMemoryPressure",
            expr: `${pressure("node_pressure_memory_waiting_seconds_total")} > 0.1`,
            for: "15m",
            severity: "warning",
            team: "plateforme",
            summary: "On attend la mémoire du nœud {{ $labels.node }}",
            description:
                "Sur le nœud {{ $labels.node }}, une tâche au moins attend de la mémoire {{ $value | humanizePercentage }} du temps.",
            runbook: {
                meaning: "Le noyau cherche sans cesse de la mémoire à rendre : il y en a trop peu.",
                impact: "Tout ralentit brutalement, puis des conteneurs sont tués.",
                checks: [TOP],
                remedies: [CULPRIT, SPREAD],
            },
        },
        {
            alert: "NodeDiskPressure",
            expr: `${pressure("node_pressure_io_waiting_seconds_total")} > 0.5`,
            for: "15m",
            severity: "warning",
            team: "plateforme",
            summary: "On attend les disques du nœud {{ $labels.node }}",
            description:
                "Sur le nœud {{ $labels.node }}, une tâche au moins attend un disque {{ $value | humanizePercentage }} du temps.",
            runbook: {
                meaning:
                    "Les lectures et écritures demandées passent ce que donnent les disques, ou ce que la machine leur permet.",
                impact: "La base de données et OpenMRS répondent lentement s’ils sont sur ce nœud.",
                checks: [
                    BYTES_OF_POD,
                    'Voir quel disque : `topk(5, rate(node_disk_io_time_seconds_total{node="NŒUD"}[5m]))`.',
                ],
                remedies: [
                    "Si c’est la base, voir ses requêtes lentes d’abord.",
                    "Sinon, un disque plus grand, ou une machine plus grande, a plus de débit chez Azure.",
                ],
            },
        },
        {
            alert: "NodeMemoryHigh",
            expr: `node:memory_utilization:ratio > 0.92`,
            for: "15m",
            severity: "warning",
            team: "plateforme",
            summary: "La mémoire du nœud {{ $labels.node }} est presque prise",
            description:
                "La mémoire du nœud {{ $labels.node }} est prise à {{ $value | humanizePercentage }} depuis un quart d’heure.",
            runbook: {
                meaning:
                    "Les pods demandent ce qu’ils prennent au plus, et le nœud garde une réserve : y arriver n’est pas prévu.",
                impact: "Le nœud va chasser des pods, ou le noyau en tuer.",
                checks: [TOP],
                remedies: [CULPRIT, SPREAD],
            },
        },
    ],
};
