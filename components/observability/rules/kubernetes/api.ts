import type { RuleGroup } from "../rule";

const AZURE =
    "Le plan de contrôle est géré par Azure : voir « Diagnostiquer et résoudre les problèmes » et Service Health dans le portail, et ouvrir un dossier.";
const READY = "Demander à l’API comment elle va : `kubectl get --raw '/readyz?verbose'`.";

/** The cluster's API server, which Azure runs; neither the scheduler, the controllers nor etcd can be asked. */
export const api: RuleGroup = {
    name: "kubernetes-api",
    title: "Kubernetes : API",
    alerts: [
        {
            alert: "ApiServerDown",
            expr: `absent(up{job="apiserver"} == 1)`,
            for: "10m",
            severity: "critical",
            team: "plateforme",
            summary: "L’API de Kubernetes ne répond plus à Prometheus",
            description: "Prometheus n’obtient plus rien de l’API de Kubernetes depuis dix minutes.",
            runbook: {
                meaning: "L’API est arrêtée, ou Prometheus n’y a plus accès (flux, jeton, nom).",
                impact: "Si l’API est arrêtée, rien ne se rétablit seul : ni pods, ni nœuds, ni montée en charge. Ce qui tourne continue.",
                checks: [
                    READY,
                    'Lire l’erreur de Prometheus : `up{job="apiserver"}` et la page « Targets » de son interface.',
                ],
                remedies: [
                    AZURE,
                    "Si `kubectl` répond, c’est l’accès de Prometheus : vérifier le flux `prometheus-to-kube-apiserver` et le compte `prometheus` de l’espace `observability`.",
                ],
            },
        },
        {
            alert: "ApiRejectingRequests",
            expr: `sum by (priority_level, reason) (rate(apiserver_flowcontrol_rejected_requests_total{job="apiserver"}[5m])) > 0.1`,
            for: "10m",
            severity: "warning",
            team: "plateforme",
            summary: "L’API de Kubernetes refuse des demandes ({{ $labels.priority_level }})",
            description:
                'L’API refuse {{ $value | printf "%.1f" }} demandes par seconde du niveau {{ $labels.priority_level }} ({{ $labels.reason }}).',
            runbook: {
                meaning:
                    "L’API partage ses moyens entre niveaux de priorité ; celui-ci en demande plus que sa part.",
                impact: "Les programmes de ce niveau attendent ou échouent ; les autres sont épargnés.",
                checks: ["Voir les niveaux : `kubectl get flowschemas,prioritylevelconfigurations`.", READY],
                remedies: ["Trouver et ralentir le programme qui demande trop.", AZURE],
            },
        },
        {
            alert: "WebhookRejectingRequests",
            expr: `sum by (name) (rate(apiserver_admission_webhook_rejection_count{job="apiserver", error_type!="no_error"}[10m])) > 0`,
            for: "10m",
            severity: "warning",
            team: "plateforme",
            summary: "Le contrôle {{ $labels.name }} ne répond plus à l’API",
            description:
                "L’API de Kubernetes rejette des objets parce que le contrôle d’admission {{ $labels.name }} ne lui répond pas.",
            runbook: {
                meaning:
                    "Les politiques du cluster (Azure Policy) et le maillage jugent ou complètent chaque pod. Celui-ci n’a pas répondu : par prudence, l’API refuse alors le pod.",
                impact: "Aucun pod ne peut être créé dans les espaces concernés : un pod qui s’arrête n’est pas remplacé.",
                checks: [
                    "Voir ses pods : `kubectl get pods --namespace gatekeeper-system` et `kubectl get pods --namespace aks-istio-system`.",
                    "Trouver le service appelé : `kubectl get validatingwebhookconfigurations,mutatingwebhookconfigurations`.",
                ],
                remedies: [
                    "Supprimer les pods bloqués du contrôle ; ils reviennent seuls.",
                    "Ne pas retirer le contrôle : il protège des données de santé. S’il ne revient pas, ouvrir un dossier chez Azure.",
                ],
            },
        },
        {
            alert: "AggregatedApiDown",
            expr: `max by (name) (avg_over_time(aggregator_unavailable_apiservice{job="apiserver"}[10m])) > 0.15`,
            for: "5m",
            severity: "warning",
            team: "plateforme",
            summary: "L’extension {{ $labels.name }} de l’API est indisponible",
            description:
                "L’extension {{ $labels.name }} a été indisponible {{ $value | humanizePercentage }} des dix dernières minutes.",
            runbook: {
                meaning: "Le service derrière cette extension ne répond plus.",
                impact: "Pour l’API des mesures, le nombre de pods ne suit plus la charge. La suppression d’espaces de noms se bloque.",
                checks: [
                    "Lire pourquoi : `kubectl describe apiservice NOM`.",
                    "Voir le service : `kubectl get pods --namespace kube-system --selector k8s-app=metrics-server`.",
                ],
                remedies: ["Supprimer ses pods ; s’il ne revient pas, ouvrir un dossier chez Azure."],
            },
        },
        {
            alert: "KubernetesClientErrors",
            expr: `sum by (job, instance) (rate(rest_client_requests_total{job=~"kubelet|apiserver", code=~"5..|<error>"}[5m]))
  / sum by (job, instance) (rate(rest_client_requests_total{job=~"kubelet|apiserver"}[5m]))
> 0.05`,
            for: "15m",
            severity: "warning",
            team: "plateforme",
            summary: "{{ $labels.instance }} n’est pas bien servi par l’API",
            description:
                "{{ $value | humanizePercentage }} des demandes de {{ $labels.job }} ({{ $labels.instance }}) à l’API échouent.",
            runbook: {
                meaning: "Ce nœud, ou l’API elle-même, reçoit des erreurs ou n’atteint pas l’API.",
                impact: "Le nœud apprend avec retard ce qu’il doit faire tourner ; coupé longtemps, il est tenu pour perdu.",
                checks: [READY, "Voir si un seul nœud est touché : `kubectl get nodes`."],
                remedies: [
                    "Un seul nœud : le vider et le laisser remplacer.",
                    "Tous : traiter les alertes de l’API.",
                ],
            },
        },
        {
            alert: "KubernetesVersionsDiffer",
            expr: `count(count by (minor) (kubernetes_build_info{job=~"kubelet|apiserver"})) > 1`,
            for: "4h",
            severity: "warning",
            team: "plateforme",
            summary: "Le cluster a {{ $value }} versions de Kubernetes",
            description:
                "Les nœuds et l’API sont en {{ $value }} versions de Kubernetes depuis quatre heures : une mise à niveau s’est arrêtée.",
            runbook: {
                meaning:
                    "Une mise à niveau passe d’abord par l’API, puis par chaque groupe de nœuds. Elle n’est pas allée au bout.",
                impact: "Les écarts de versions sont tolérés quelque temps ; les correctifs de sécurité manquent aux nœuds en retard.",
                checks: [
                    "Voir les versions : `kubectl get nodes --label-columns audioprothese/pool`.",
                    "Chercher ce qui bloque : alertes `DisruptionBudgetUnmet` et `DisruptionBudgetBlocking`, quota d’Azure.",
                ],
                remedies: [
                    "Lever ce qui bloque ; la prochaine fenêtre de maintenance reprend.",
                    "Appliquer `kubernetesVersion` de `Pulumi.<pile>.yaml` si un groupe a été oublié.",
                ],
            },
        },
    ],
};
