import type { RuleGroup } from "../rule";

const PODS =
    "Voir ses pods : `kubectl get pods --namespace NAMESPACE --selector app.kubernetes.io/name=NOM`.";
const EVENTS =
    "Lire les événements récents : `kubectl get events --namespace NAMESPACE --sort-by .lastTimestamp`.";
const QUOTA =
    "Vérifier que le quota de l’espace de noms ne refuse pas de pod : `kubectl describe resourcequota --namespace NAMESPACE`.";
const UNDO =
    "Si une mise à jour l’a causé, revenir à la version précédente du code de la plateforme et l’appliquer.";

/** Deployments, StatefulSets and DaemonSets that lack pods or do not get through an update. */
export const workloads: RuleGroup = {
    name: "kubernetes-workloads",
    title: "Kubernetes : charges de travail",
    alerts: [
        {
            alert: "DeploymentWithoutPod",
            expr: `max by (namespace, deployment) (kube_deployment_spec_replicas{job="kube-state-metrics"}) > 0
and on (namespace, deployment) max by (namespace, deployment) (kube_deployment_status_replicas_available{job="kube-state-metrics"}) == 0`,
            for: "5m",
            severity: "warning",
            team: "plateforme",
            summary: "{{ $labels.namespace }}/{{ $labels.deployment }} n’a plus aucun pod",
            description:
                "{{ $labels.namespace }}/{{ $labels.deployment }} doit avoir {{ $value }} pod(s), et aucun n’est disponible depuis cinq minutes.",
            runbook: {
                meaning: "Aucun pod de ce service n’est prêt : le service est arrêté.",
                impact: "Tout ce qui dépend de lui est arrêté aussi ; pour `openmrs-gateway`, plus personne n’entre.",
                checks: [PODS, EVENTS, QUOTA],
                remedies: [
                    UNDO,
                    "Traiter l’alerte des pods eux-mêmes (place, image, secret, mémoire) : elle dit la cause.",
                ],
            },
        },
        {
            alert: "DeploymentReplicasMissing",
            expr: `max by (namespace, deployment) (kube_deployment_spec_replicas{job="kube-state-metrics"})
  > max by (namespace, deployment) (kube_deployment_status_replicas_available{job="kube-state-metrics"})
and on (namespace, deployment) changes(kube_deployment_status_replicas_updated{job="kube-state-metrics"}[10m]) == 0`,
            for: "15m",
            severity: "warning",
            team: "plateforme",
            summary: "Il manque des pods à {{ $labels.namespace }}/{{ $labels.deployment }}",
            description:
                "{{ $labels.namespace }}/{{ $labels.deployment }} doit avoir {{ $value }} pods et en a moins depuis un quart d’heure, sans mise à jour en cours.",
            runbook: {
                meaning:
                    "Le service tourne avec moins de serveurs qu’il ne devrait, et aucune mise à jour ne l’explique.",
                impact: "Le service supporte mal une panne de plus ; il peut être plus lent.",
                checks: [PODS, EVENTS, QUOTA],
                remedies: ["Traiter la cause que montrent les pods qui manquent.", UNDO],
            },
        },
        {
            alert: "DeploymentRolloutStuck",
            expr: `max by (namespace, deployment) (
  kube_deployment_status_condition{job="kube-state-metrics", condition="Progressing", status="false"}
) == 1`,
            for: "5m",
            severity: "warning",
            team: "plateforme",
            summary: "La mise à jour de {{ $labels.namespace }}/{{ $labels.deployment }} n’avance plus",
            description:
                "Kubernetes a renoncé à attendre les nouveaux pods de {{ $labels.namespace }}/{{ $labels.deployment }}.",
            runbook: {
                meaning:
                    "Les nouveaux pods ne deviennent pas prêts dans le délai : Kubernetes garde les anciens.",
                impact: "L’ancienne version sert encore. La plateforme est entre deux versions.",
                checks: [
                    "Voir où elle en est : `kubectl rollout status deployment NOM --namespace NAMESPACE --timeout 5s`.",
                    PODS,
                ],
                remedies: [UNDO, "Corriger ce que disent les nouveaux pods, puis appliquer de nouveau."],
            },
        },
        {
            alert: "StatefulSetWithoutPod",
            expr: `max by (namespace, statefulset) (kube_statefulset_replicas{job="kube-state-metrics"}) > 0
and on (namespace, statefulset) max by (namespace, statefulset) (kube_statefulset_status_replicas_ready{job="kube-state-metrics"}) == 0`,
            for: "5m",
            severity: "warning",
            team: "plateforme",
            summary: "{{ $labels.namespace }}/{{ $labels.statefulset }} n’a plus aucun pod",
            description:
                "{{ $labels.namespace }}/{{ $labels.statefulset }} doit avoir {{ $value }} pod(s), et aucun n’est prêt depuis cinq minutes.",
            runbook: {
                meaning: "Aucun pod de ce service, qui garde des données, n’est prêt.",
                impact: "Le service est arrêté. Ses données sont sur leurs disques.",
                checks: [
                    PODS,
                    EVENTS,
                    "Voir ses disques : `kubectl get persistentvolumeclaims --namespace NAMESPACE`.",
                ],
                remedies: [
                    UNDO,
                    "Si son nœud est perdu, suivre [Perdre un nœud, ou une zone](../perte-d-un-noeud.md).",
                    "Si le disque est plein, traiter l’alerte du volume.",
                ],
            },
        },
        {
            alert: "StatefulSetReplicasMissing",
            expr: `max by (namespace, statefulset) (kube_statefulset_replicas{job="kube-state-metrics"})
  > max by (namespace, statefulset) (kube_statefulset_status_replicas_ready{job="kube-state-metrics"})
and on (namespace, statefulset) changes(kube_statefulset_status_replicas_updated{job="kube-state-metrics"}[10m]) == 0`,
            for: "15m",
            severity: "warning",
            team: "plateforme",
            summary: "Il manque des pods à {{ $labels.namespace }}/{{ $labels.statefulset }}",
            description:
                "{{ $labels.namespace }}/{{ $labels.statefulset }} doit avoir {{ $value }} pods prêts et en a moins depuis un quart d’heure, sans mise à jour en cours.",
            runbook: {
                meaning: "L’un des serveurs d’un service à données n’est pas prêt.",
                impact: "La copie des données, ou la relève en cas de panne, n’est plus assurée.",
                checks: [PODS, EVENTS],
                remedies: [
                    "Pour `mariadb`, voir [La base de données dans le cluster](../base-de-donnees.md) avant tout redémarrage.",
                    "Si son nœud est perdu, suivre [Perdre un nœud, ou une zone](../perte-d-un-noeud.md).",
                ],
            },
        },
        {
            alert: "StatefulSetUpdateStuck",
            expr: `max by (namespace, statefulset) (kube_statefulset_replicas{job="kube-state-metrics"})
  > max by (namespace, statefulset) (kube_statefulset_status_replicas_updated{job="kube-state-metrics"})
and on (namespace, statefulset) (
  max by (namespace, statefulset, revision) (kube_statefulset_status_current_revision{job="kube-state-metrics"})
  unless on (namespace, statefulset, revision) kube_statefulset_status_update_revision{job="kube-state-metrics"}
)
and on (namespace, statefulset) changes(kube_statefulset_status_replicas_updated{job="kube-state-metrics"}[10m]) == 0`,
            for: "15m",
            severity: "warning",
            team: "plateforme",
            summary: "La mise à jour de {{ $labels.namespace }}/{{ $labels.statefulset }} n’avance plus",
            description:
                "Une partie des {{ $value }} pods de {{ $labels.namespace }}/{{ $labels.statefulset }} garde l’ancienne version depuis un quart d’heure.",
            runbook: {
                meaning:
                    "Un StatefulSet remplace ses pods un par un, du dernier au premier, et attend que chacun soit prêt. L’un d’eux ne l’est pas.",
                impact: "Deux versions servent en même temps ; la suite de la mise à jour est bloquée.",
                checks: [
                    PODS,
                    "Lire les événements du pod qui bloque : `kubectl describe pod POD --namespace NAMESPACE`.",
                ],
                remedies: [
                    UNDO,
                    "Après un retour en arrière, supprimer le pod resté bloqué sur la mauvaise version : un StatefulSet ne le fait pas de lui-même.",
                ],
            },
        },
        {
            alert: "DaemonSetPodsMissing",
            expr: `max by (namespace, daemonset) (kube_daemonset_status_desired_number_scheduled{job="kube-state-metrics"})
  - max by (namespace, daemonset) (kube_daemonset_status_number_available{job="kube-state-metrics"}) > 0
and on (namespace, daemonset) changes(kube_daemonset_status_updated_number_scheduled{job="kube-state-metrics"}[10m]) == 0`,
            for: "15m",
            severity: "warning",
            team: "plateforme",
            summary: "{{ $labels.namespace }}/{{ $labels.daemonset }} manque sur {{ $value }} nœud(s)",
            description:
                "{{ $labels.namespace }}/{{ $labels.daemonset }} doit tourner sur chaque nœud ; il n’est pas disponible sur {{ $value }} d’entre eux depuis un quart d’heure.",
            runbook: {
                meaning: "Un service dont chaque nœud a besoin n’y tourne pas.",
                impact: "Selon le service : le nœud n’a plus de métriques (`node-exporter`), plus de journaux (`log-agent`), plus de secrets ou plus de disques (`kube-system`).",
                checks: [
                    "Trouver les nœuds : `kubectl get pods --namespace NAMESPACE --output wide` et `kubectl get nodes`.",
                    EVENTS,
                ],
                remedies: [
                    "Si le nœud n’a plus de place, voir ce qui l’occupe : `kubectl describe node NŒUD`.",
                    "Pour un service d’AKS (espace `kube-system`), vider le nœud et le laisser remplacer ; si cela revient, ouvrir un dossier chez Azure.",
                ],
            },
        },
        {
            alert: "DaemonSetMisscheduled",
            expr: `max by (namespace, daemonset) (kube_daemonset_status_number_misscheduled{job="kube-state-metrics"}) > 0`,
            for: "30m",
            severity: "info",
            team: "plateforme",
            summary: "{{ $labels.namespace }}/{{ $labels.daemonset }} tourne là où il ne devrait pas",
            description:
                "{{ $value }} pod(s) de {{ $labels.namespace }}/{{ $labels.daemonset }} tournent sur des nœuds qui ne leur sont plus destinés.",
            runbook: {
                meaning: "Les étiquettes ou les marques d’un nœud ont changé après l’arrivée du pod.",
                impact: "Aucune pour les utilisateurs ; de la place est prise pour rien.",
                checks: ["Lire les marques des nœuds : `kubectl describe nodes | grep -A 3 Taints`."],
                remedies: ["Lever la marque si elle est restée d’une intervention, ou supprimer le pod."],
            },
        },
    ],
};
