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
            alert: "NodeLoadHigh",
            expr: `max by (node) (node_load5{job="node-exporter"})
  / count by (node) (node_cpu_seconds_total{job="node-exporter", mode="idle"})
> 2`,
            for: "30m",
            severity: "warning",
            team: "plateforme",
            summary: "Le nœud {{ $labels.node }} a plus de travail qu’il n’en fait",
            description:
                'Le nœud {{ $labels.node }} a {{ $value | printf "%.1f" }} tâches par processeur qui tournent ou attendent, depuis une demi-heure.',
            runbook: {
                meaning: "Plus de deux tâches par processeur : elles attendent un processeur, ou un disque.",
                impact: "Tout est plus lent sur ce nœud.",
                checks: [
                    TOP,
                    "Distinguer processeur et disque : alertes `NodeCpuPressure` et `NodeDiskPressure`.",
                ],
                remedies: [CULPRIT, SPREAD],
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
                checks: [BYTES_OF_POD, "Voir quel disque : alerte `NodeDiskSaturated`."],
                remedies: [
                    "Si c’est la base, voir ses requêtes lentes d’abord.",
                    "Sinon, un disque plus grand, ou une machine plus grande, a plus de débit chez Azure.",
                ],
            },
        },
        {
            alert: "NodeDiskSaturated",
            expr: `max by (node, device) (rate(node_disk_io_time_seconds_total{job="node-exporter", device!~"loop.*|sr.*"}[5m])) > 0.95`,
            for: "30m",
            severity: "warning",
            team: "plateforme",
            summary: "Le disque {{ $labels.device }} du nœud {{ $labels.node }} est saturé",
            description:
                "Le disque {{ $labels.device }} du nœud {{ $labels.node }} est occupé {{ $value | humanizePercentage }} du temps depuis une demi-heure.",
            runbook: {
                meaning: "Le disque a toujours une demande en cours.",
                impact: "Ce qui écrit sur ce disque attend.",
                checks: [
                    BYTES_OF_POD,
                    "Trouver le volume : `kubectl get volumeattachments` donne les disques du nœud.",
                ],
                remedies: [
                    "Réduire ce qui est écrit, ou agrandir le disque : Azure donne le débit avec la taille.",
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
        {
            alert: "NodeOomKills",
            expr: `max by (node) (rate(node_vmstat_oom_kill{job="node-exporter"}[10m])) > 0`,
            severity: "warning",
            team: "plateforme",
            summary: "Le noyau du nœud {{ $labels.node }} tue des processus",
            description:
                "Le noyau du nœud {{ $labels.node }} a tué un processus au moins en dix minutes, faute de mémoire.",
            runbook: {
                meaning:
                    "Un conteneur a dépassé sa limite, ou le nœud n’a plus de mémoire du tout. Compte aussi un processus tué à l’intérieur d’un conteneur qui, lui, survit.",
                impact: "Des demandes en cours sont perdues. Un processus secondaire tué peut laisser le pod en apparence sain.",
                checks: [
                    'Chercher lequel : `sum by (namespace, pod, container) (increase(container_oom_events_total{node="NŒUD"}[30m])) > 0`.',
                    TOP,
                ],
                remedies: ["Relever `memory` du programme en cause dans `Pulumi.<pile>.yaml`.", CULPRIT],
            },
        },
        {
            alert: "NodeFileDescriptorsHigh",
            expr: `max by (node) (
  node_filefd_allocated{job="node-exporter"} / node_filefd_maximum{job="node-exporter"}
) > 0.7`,
            for: "15m",
            severity: "warning",
            team: "plateforme",
            summary: "Le nœud {{ $labels.node }} a beaucoup de fichiers ouverts",
            description:
                "{{ $value | humanizePercentage }} des fichiers que le noyau du nœud {{ $labels.node }} peut tenir ouverts le sont.",
            runbook: {
                meaning: "Un programme ouvre des fichiers ou des connexions et ne les referme pas.",
                impact: "À 100 %, plus rien ne s’ouvre sur ce nœud : ni fichier, ni connexion.",
                checks: [
                    TOP,
                    "Compter les connexions de la passerelle et de la base, dans leurs tableaux de bord.",
                ],
                remedies: [
                    "Redémarrer le pod qui fuit, et corriger.",
                    "Faire remplacer le nœud s’il ne redescend pas.",
                ],
            },
        },
    ],
};
