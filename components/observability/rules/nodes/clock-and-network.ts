import type { AlertRule, RuleGroup } from "../rule";

const CLOCK_IMPACT =
    "Jetons et certificats sont refusés, et les heures du journal d’audit ne valent plus preuve.";
const DRAIN =
    "Faire remplacer le nœud : `kubectl drain NŒUD --ignore-daemonsets --delete-emptydir-data`, puis supprimer la machine du groupe.";
const DRIFT =
    "Comparer les nœuds : `node_timex_offset_seconds` et `node_timex_maxerror_seconds` dans Grafana. Un seul nœud : la machine. Tous : la source d’heure d’Azure.";

/** Errors of packets one way, on the node's own interfaces: cAdvisor's id of the node is "/". */
function packetErrors(way: "receive" | "transmit", what: "errors" | "packets_dropped"): string {
    const rate = (metric: string) =>
        `sum by (node, interface) (rate(container_network_${way}_${metric}_total{job="cadvisor", id="/"}[5m]))`;
    return `${rate(what)}\n  / (${rate("packets")} > 10)\n> 0.01`;
}

const network = (
    alert: string,
    expr: string,
    { summary, meaning }: { readonly summary: string; readonly meaning: string },
): AlertRule => ({
    alert,
    expr,
    for: "30m",
    severity: "warning",
    team: "plateforme",
    summary,
    description:
        "{{ $value | humanizePercentage }} des paquets de l’interface {{ $labels.interface }} du nœud {{ $labels.node }} sont perdus depuis une demi-heure.",
    runbook: {
        meaning,
        impact: "Les connexions qui passent par ce nœud sont lentes, ou se coupent.",
        checks: [
            "Voir si un seul nœud est touché : même mesure, tous les nœuds, dans Grafana.",
            'Comparer avec le débit : `sum by (node) (rate(container_network_transmit_bytes_total{id="/"}[5m]))` et la limite de la taille de machine.',
        ],
        remedies: [
            DRAIN,
            "Si le débit est à la limite de la machine, prendre une taille plus grande dans `Pulumi.<pile>.yaml`.",
            "Si une zone entière est touchée, voir Service Health et ouvrir un dossier.",
        ],
    },
});

/** Clocks and network interfaces of the nodes. */
export const clockAndNetwork: RuleGroup = {
    name: "nodes-clock-network",
    title: "Nœuds : horloge et réseau",
    alerts: [
        {
            alert: "NodeClockSkew",
            expr: `max by (node) (abs(node_timex_offset_seconds{job="node-exporter"})) > 0.05`,
            for: "10m",
            severity: "warning",
            team: "plateforme",
            summary: "L’horloge du nœud {{ $labels.node }} n’est pas à l’heure",
            description:
                "L’horloge du nœud {{ $labels.node }} s’écarte de {{ $value | humanizeDuration }} de l’heure de référence depuis dix minutes.",
            runbook: {
                meaning:
                    "Plus de 50 ms d’écart avec l’heure qu’Azure donne à la machine, et l’écart ne se résorbe pas.",
                impact: CLOCK_IMPACT,
                checks: [DRIFT],
                remedies: [DRAIN],
            },
        },
        {
            alert: "NodeClockNotSynchronised",
            expr: `max by (node) (max_over_time(node_timex_sync_status{job="node-exporter"}[5m])) == 0
and on (node) max by (node) (node_timex_maxerror_seconds{job="node-exporter"}) >= 16`,
            for: "10m",
            severity: "warning",
            team: "plateforme",
            summary: "L’horloge du nœud {{ $labels.node }} n’est plus réglée",
            description:
                "Rien ne règle plus l’horloge du nœud {{ $labels.node }} : son erreur possible passe seize secondes.",
            runbook: {
                meaning: "Le service d’heure du nœud est arrêté, ou n’atteint plus sa source.",
                impact: CLOCK_IMPACT,
                checks: [DRIFT],
                remedies: [DRAIN],
            },
        },
        network("NodeNetworkReceiveErrors", packetErrors("receive", "errors"), {
            summary: "Le nœud {{ $labels.node }} reçoit mal ({{ $labels.interface }})",
            meaning: "Plus d’un paquet reçu sur cent est abîmé : carte, pilote ou réseau de la machine.",
        }),
        network("NodeNetworkTransmitErrors", packetErrors("transmit", "errors"), {
            summary: "Le nœud {{ $labels.node }} émet mal ({{ $labels.interface }})",
            meaning: "Plus d’un paquet émis sur cent échoue : carte, pilote ou réseau de la machine.",
        }),
    ],
};
