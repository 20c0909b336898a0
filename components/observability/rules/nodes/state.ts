import type { RuleGroup } from "../rule";

const DESCRIBE = "Lire l’état du nœud : `kubectl describe node NŒUD`.";
const PORTAL =
    "Voir la machine dans le portail d’Azure (groupe de machines du groupe de nœuds), et Service Health pour sa zone.";
const REPLACE =
    "Le faire remplacer : `kubectl cordon NŒUD`, `kubectl drain NŒUD --ignore-daemonsets --delete-emptydir-data`, puis supprimer la machine du groupe ; le groupe en fait une autre.";
const LOST = "S’il est perdu, suivre [Perdre un nœud, ou une zone](../perte-d-un-noeud.md).";

const SCHEDULABLE = `on (node) kube_node_spec_unschedulable{job="kube-state-metrics"} == 0`;

/** What Kubernetes says of its nodes. */
export const nodeState: RuleGroup = {
    name: "nodes-state",
    title: "Nœuds : état",
    alerts: [
        {
            alert: "NodeNotReady",
            expr: `max by (node) (kube_node_status_condition{job="kube-state-metrics", condition="Ready", status="true"}) == 0
and ${SCHEDULABLE}`,
            for: "10m",
            severity: "warning",
            team: "plateforme",
            summary: "Le nœud {{ $labels.node }} n’est pas prêt",
            description:
                "Le nœud {{ $labels.node }} n’est pas prêt depuis dix minutes, sans qu’on l’ait mis à l’écart.",
            runbook: {
                meaning: "L’agent de Kubernetes sur le nœud dit que le nœud va mal, ou ne dit plus rien.",
                impact: "Ses pods sont remplacés ailleurs au bout de cinq minutes, sauf ceux qui ont un disque.",
                checks: [DESCRIBE, PORTAL],
                remedies: [LOST, REPLACE],
            },
        },
        {
            alert: "NodeUnreachable",
            expr: `max by (node) (kube_node_spec_taint{job="kube-state-metrics", key="node.kubernetes.io/unreachable", effect="NoExecute"})
unless on (node) kube_node_spec_taint{job="kube-state-metrics", key="ToBeDeletedByClusterAutoscaler"}`,
            for: "5m",
            severity: "critical",
            team: "plateforme",
            summary: "Le nœud {{ $labels.node }} est injoignable",
            description:
                "Le cluster n’a plus de nouvelles du nœud {{ $labels.node }} : machine arrêtée ou coupée du réseau.",
            runbook: {
                meaning:
                    "Le nœud n’a plus donné signe de vie. Kubernetes ne peut pas savoir s’il est arrêté ou seulement coupé.",
                impact: "Les pods à disque de ce nœud (base, OpenMRS) ne sont pas remplacés tant que quelqu’un n’a pas tranché.",
                checks: [
                    "Voir ce qu’il portait : `kubectl get pods --all-namespaces --output wide --field-selector spec.nodeName=NŒUD`.",
                    PORTAL,
                ],
                remedies: [LOST],
            },
        },
        {
            alert: "NodeReadinessFlapping",
            expr: `max by (node) (
  changes(kube_node_status_condition{job="kube-state-metrics", condition="Ready", status="true"}[30m])
) > 3
and ${SCHEDULABLE}`,
            severity: "warning",
            team: "plateforme",
            summary: "Le nœud {{ $labels.node }} va et vient",
            description: "L’état du nœud {{ $labels.node }} a changé {{ $value }} fois en une demi-heure.",
            runbook: {
                meaning:
                    "Le nœud est tantôt prêt, tantôt non : mémoire ou disque à bout, agent qui redémarre, réseau instable.",
                impact: "Ses pods sont chassés et reviennent ; les demandes en cours se perdent.",
                checks: [
                    DESCRIBE,
                    "Comparer avec les alertes de mémoire, de disque et de `kubelet` de ce nœud.",
                ],
                remedies: [REPLACE],
            },
        },
        {
            alert: "NodePressure",
            expr: `max by (node, condition) (
  kube_node_status_condition{job="kube-state-metrics", condition=~"MemoryPressure|DiskPressure|PIDPressure", status="true"}
) == 1`,
            for: "5m",
            severity: "warning",
            team: "plateforme",
            summary: "Le nœud {{ $labels.node }} est à bout ({{ $labels.condition }})",
            description:
                "Le nœud {{ $labels.node }} signale {{ $labels.condition }} : il n’accepte plus de pod et peut en chasser.",
            runbook: {
                meaning:
                    "Mémoire, disque ou nombre de processus : le nœud a passé le seuil où il commence à se défendre.",
                impact: "Il chasse des pods, les moins prioritaires d’abord.",
                checks: [
                    DESCRIBE,
                    "Voir ce qui prend : `kubectl top pods --all-namespaces --sort-by memory`.",
                    "Pour le disque, les images et les journaux de conteneurs : alertes des systèmes de fichiers.",
                ],
                remedies: ["Trouver le pod qui dépasse, et corriger ses demandes.", REPLACE],
            },
        },
        {
            alert: "NodeNetworkUnavailable",
            expr: `max by (node) (
  kube_node_status_condition{job="kube-state-metrics", condition="NetworkUnavailable", status="true"}
) == 1`,
            for: "5m",
            severity: "warning",
            team: "plateforme",
            summary: "Le réseau du nœud {{ $labels.node }} n’est pas en place",
            description: "Le nœud {{ $labels.node }} n’a pas de réseau pour ses pods depuis cinq minutes.",
            runbook: {
                meaning: "Cilium, qui relie les pods et applique les flux, n’est pas prêt sur ce nœud.",
                impact: "Aucun pod n’y démarre ; ceux qui y sont peuvent être coupés.",
                checks: [
                    "Voir Cilium : `kubectl get pods --namespace kube-system --selector k8s-app=cilium --output wide`.",
                    "Lire ses journaux : `kubectl logs --namespace kube-system POD --container cilium-agent --tail 100`.",
                ],
                remedies: [
                    REPLACE,
                    "Si plusieurs nœuds sont touchés, ouvrir un dossier de gravité A chez Azure.",
                ],
            },
        },
        {
            alert: "NodeCordonedTooLong",
            expr: `max by (node) (kube_node_spec_unschedulable{job="kube-state-metrics"}) == 1
unless on (node) kube_node_spec_taint{job="kube-state-metrics", key="ToBeDeletedByClusterAutoscaler"}`,
            for: "6h",
            severity: "warning",
            team: "plateforme",
            summary: "Le nœud {{ $labels.node }} est resté à l’écart",
            description: "Le nœud {{ $labels.node }} n’accepte plus de pods depuis six heures.",
            runbook: {
                meaning:
                    "Quelqu’un, ou une mise à niveau interrompue, a mis le nœud à l’écart et ne l’a pas remis.",
                impact: "Sa place est payée et ne sert pas ; une panne de plus trouve moins de place.",
                checks: [DESCRIBE, "Chercher une mise à niveau en cours : portail d’Azure, groupe de nœuds."],
                remedies: ["Le remettre : `kubectl uncordon NŒUD`. S’il doit partir, le supprimer.", REPLACE],
            },
        },
        {
            alert: "NodeExporterDown",
            expr: `max by (node, instance) (up{job="node-exporter"}) == 0`,
            for: "10m",
            severity: "warning",
            team: "plateforme",
            summary: "Le nœud {{ $labels.node }} ne donne plus ses mesures",
            description: "Prometheus n’obtient plus rien de node-exporter sur le nœud {{ $labels.node }}.",
            runbook: {
                meaning: "Le pod de node-exporter ne répond pas, alors que le nœud est connu.",
                impact: "Les alertes de disque, de mémoire et d’horloge de ce nœud sont aveugles.",
                checks: [
                    "Voir le pod : `kubectl get pods --namespace node-exporter --output wide`.",
                    "Lire ses journaux : `kubectl logs POD --namespace node-exporter --tail 50`.",
                ],
                remedies: ["Supprimer le pod ; il revient seul. Si le nœud va mal, traiter son alerte."],
            },
        },
    ],
};
