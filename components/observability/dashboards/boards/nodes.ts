import type { Dashboard } from "../kit/dashboard";
import { redFrom, worseFrom } from "../kit/looks";
import { bars, curves } from "../kit/metrics";
import { table } from "../kit/tables";

const EXPORTER = 'job="node-exporter"';

const KSM = 'job="kube-state-metrics"';

const RATE = "$__rate_interval";

const byNode = (expr: string) => [{ expr: `max by (node) (${expr})`, legend: "{{node}}" }];

const waiting = (what: string) =>
    byNode(`rate(node_pressure_${what}_waiting_seconds_total{${EXPORTER}}[${RATE}])`);

const network = (way: string) =>
    `sum by (node) (rate(container_network_${way}_bytes_total{job="cadvisor", id="/"}[${RATE}]))`;

const lost = (way: string) =>
    `sum by (node) (rate(container_network_${way}_errors_total{job="cadvisor", id="/"}[${RATE}]) + rate(container_network_${way}_packets_dropped_total{job="cadvisor", id="/"}[${RATE}]))`;

/** The machines under the cluster. */
export const nodes = (): Dashboard => ({
    uid: "nodes",
    title: "Nœuds",
    description: "Les machines du cluster : état, charge, disques, réseau, horloge.",
    folder: "infrastructure",
    from: "now-6h",
    sections: [
        {
            title: "L’état",
            panels: [
                table({
                    title: "Les nœuds",
                    description:
                        "Un nœud qui n’est pas prêt : docs/perte-d-un-noeud.md. Cordonné depuis longtemps : une mise à niveau s’est arrêtée.",
                    alerts: ["NodeNotReady", "NodeUnreachable", "NodeCordonedTooLong"],
                    labels: { node: "Nœud" },
                    columns: [
                        {
                            expr: `max by (node) (kube_node_status_condition{${KSM}, condition="Ready", status="true"})`,
                            title: "Prêt",
                            unit: "none",
                            limits: [
                                { value: null, color: "red" },
                                { value: 1, color: "green" },
                            ],
                        },
                        {
                            expr: `max by (node) (kube_node_spec_unschedulable{${KSM}})`,
                            title: "Cordonné",
                            unit: "none",
                            limits: redFrom(1),
                        },
                        {
                            expr: `sum by (node) (kube_node_status_condition{${KSM}, condition=~".*Pressure", status="true"})`,
                            title: "Manques",
                            unit: "none",
                            limits: redFrom(1),
                        },
                        {
                            expr: 'max by (node) (kubelet_running_pods{job="kubelet"})',
                            title: "Pods",
                            unit: "none",
                        },
                        {
                            expr: "max by (node) (node:cpu_utilization:ratio_rate5m)",
                            title: "Processeur",
                            unit: "percentunit",
                        },
                        {
                            expr: "max by (node) (node:memory_utilization:ratio)",
                            title: "Mémoire",
                            unit: "percentunit",
                        },
                        {
                            expr: `time() - max by (node) (node_boot_time_seconds{${EXPORTER}})`,
                            title: "Allumé depuis",
                            unit: "s",
                        },
                    ],
                    sortedBy: "Processeur",
                    width: 24,
                }),
            ],
        },
        {
            title: "La charge",
            panels: [
                curves({
                    title: "Processeur",
                    description:
                        "Pris, sur cinq minutes. Ce n’est un mal que si quelque chose attend : voir à côté.",
                    alerts: ["NodeCpuHigh"],
                    queries: byNode("node:cpu_utilization:ratio_rate5m"),
                    unit: "percentunit",
                    limits: worseFrom(0.8, 0.9),
                    width: 8,
                }),
                curves({
                    title: "Attente des processeurs",
                    description:
                        "Part du temps où une tâche au moins attendait. Rouge : déplacer le pod qui charge, ou agrandir le groupe.",
                    alerts: ["NodeCpuPressure"],
                    queries: waiting("cpu"),
                    unit: "percentunit",
                    limits: worseFrom(0.25, 0.5),
                    width: 8,
                }),
                curves({
                    title: "Tâches par processeur",
                    description: "Charge de cinq minutes rapportée aux processeurs. Plus de 2 : tout attend.",
                    alerts: ["NodeCpuPressure"],
                    queries: [
                        {
                            expr: `max by (node) (node_load5{${EXPORTER}}) / count by (node) (node_cpu_seconds_total{${EXPORTER}, mode="idle"})`,
                            legend: "{{node}}",
                        },
                    ],
                    unit: "none",
                    decimals: 1,
                    limits: worseFrom(1, 2),
                    width: 8,
                }),
                curves({
                    title: "Mémoire",
                    description: "Prise. Rouge : le noyau va tuer des conteneurs.",
                    alerts: ["NodeMemoryHigh"],
                    queries: byNode("node:memory_utilization:ratio"),
                    unit: "percentunit",
                    limits: worseFrom(0.85, 0.92),
                    width: 8,
                }),
                curves({
                    title: "Attente de la mémoire",
                    description:
                        "Part du temps où le noyau en cherchait. Rouge : tout ralentit avant de tomber.",
                    alerts: ["NodeMemoryPressure"],
                    queries: waiting("memory"),
                    unit: "percentunit",
                    limits: worseFrom(0.05, 0.1),
                    width: 8,
                }),
                curves({
                    title: "Processus tués faute de mémoire",
                    description: "En dix minutes. Chercher le conteneur dans le tableau de bord du cluster.",
                    alerts: ["ContainerOomKilled"],
                    queries: byNode(`increase(node_vmstat_oom_kill{${EXPORTER}}[10m])`),
                    unit: "none",
                    limits: redFrom(1),
                    width: 8,
                }),
            ],
        },
        {
            title: "Les disques",
            panels: [
                bars({
                    title: "Place prise",
                    description:
                        "Disques des nœuds eux-mêmes : images, journaux, fichiers temporaires. Rouge : le nœud chassera ses pods.",
                    alerts: ["NodeFilesystemSpaceLow"],
                    queries: [
                        {
                            expr: `1 - min by (node, mountpoint) (node_filesystem_avail_bytes{${EXPORTER}} / node_filesystem_size_bytes{${EXPORTER}})`,
                            legend: "{{node}} {{mountpoint}}",
                        },
                    ],
                    unit: "percentunit",
                    decimals: 0,
                    max: 1,
                    limits: worseFrom(0.8, 0.9),
                    width: 8,
                }),
                curves({
                    title: "Disques occupés",
                    description:
                        "Part du temps avec une demande en cours. Saturé : réduire les écritures, ou agrandir le disque.",
                    alerts: ["NodeDiskPressure"],
                    queries: [
                        {
                            expr: `max by (node, device) (rate(node_disk_io_time_seconds_total{${EXPORTER}}[${RATE}]))`,
                            legend: "{{node}} {{device}}",
                        },
                    ],
                    unit: "percentunit",
                    limits: worseFrom(0.8, 0.95),
                    width: 8,
                }),
                curves({
                    title: "Attente des disques",
                    description: "Part du temps où une tâche au moins attendait un disque.",
                    alerts: ["NodeDiskPressure"],
                    queries: waiting("io"),
                    unit: "percentunit",
                    limits: worseFrom(0.25, 0.5),
                    width: 8,
                }),
            ],
        },
        {
            title: "Le réseau et l’horloge",
            panels: [
                curves({
                    title: "Octets reçus et envoyés",
                    description:
                        "Par nœud. Un envoi inhabituel vers l’extérieur : voir Journaux et sécurité.",
                    queries: [
                        { expr: network("receive"), legend: "reçus {{node}}" },
                        { expr: network("transmit"), legend: "envoyés {{node}}" },
                    ],
                    unit: "binBps",
                    width: 8,
                }),
                curves({
                    title: "Paquets perdus",
                    description: "Erreurs et rejets par seconde. Durable sur un nœud : le faire remplacer.",
                    queries: [
                        { expr: lost("receive"), legend: "reçus {{node}}" },
                        { expr: lost("transmit"), legend: "envoyés {{node}}" },
                    ],
                    unit: "cps",
                    width: 8,
                }),
                curves({
                    title: "Écart de l’horloge",
                    description:
                        "Rouge : les journaux d’audit portent une heure fausse, et les jetons sont refusés.",
                    alerts: ["NodeClockSkew", "NodeClockNotSynchronised"],
                    queries: byNode(`abs(node_timex_offset_seconds{${EXPORTER}})`),
                    unit: "s",
                    limits: worseFrom(0.02, 0.05),
                    width: 8,
                }),
            ],
        },
    ],
});
