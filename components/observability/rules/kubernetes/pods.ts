import type { RuleGroup } from "../rule";

const EVENTS = "Lire les événements du pod : `kubectl describe pod POD --namespace NAMESPACE`.";
const LAST_WORDS =
    "Lire ses dernières lignes avant l’arrêt : `kubectl logs POD --namespace NAMESPACE --container CONTENEUR --previous`.";
const UNDO =
    "Si une mise à jour vient d’avoir lieu, revenir à la version précédente du code de la plateforme et l’appliquer.";

/** Pods that do not come up, or do not stay up. */
export const pods: RuleGroup = {
    name: "kubernetes-pods",
    title: "Kubernetes : pods",
    alerts: [
        {
            alert: "PodCrashLooping",
            expr: `max by (namespace, pod, container) (
  max_over_time(kube_pod_container_status_waiting_reason{job="kube-state-metrics", reason="CrashLoopBackOff"}[5m])
) > 0`,
            for: "10m",
            severity: "warning",
            team: "plateforme",
            summary: "{{ $labels.namespace }}/{{ $labels.pod }} s’arrête à chaque démarrage",
            description:
                "Le conteneur {{ $labels.container }} du pod {{ $labels.namespace }}/{{ $labels.pod }} s’arrête dès qu’il démarre ; Kubernetes attend de plus en plus longtemps avant de le relancer.",
            runbook: {
                meaning:
                    "Kubernetes a relancé le conteneur plusieurs fois de suite, et il s’est arrêté chaque fois : configuration refusée, secret ou base de données inaccessible, mémoire trop petite, ou sonde de vie trop stricte.",
                impact: "Ce que sert ce pod est réduit, ou interrompu s’il est seul. Il ne se rétablit pas sans intervention tant que la cause demeure.",
                checks: [
                    LAST_WORDS,
                    "Lire le code de sortie : `kubectl get pod POD --namespace NAMESPACE --output jsonpath='{.status.containerStatuses[*].lastState.terminated}'`. 137 : tué, souvent par manque de mémoire ; 1 ou 2 : refus du programme lui-même.",
                    EVENTS,
                ],
                remedies: [
                    UNDO,
                    "Si la mémoire a manqué, relever `memory` de ce programme dans `Pulumi.<pile>.yaml`.",
                    "Si une dépendance manque (base, coffre, registre), traiter d’abord son alerte : le pod repart seul ensuite, cinq minutes plus tard au plus.",
                ],
            },
        },
        {
            alert: "InitContainerCrashLooping",
            expr: `max by (namespace, pod, container) (
  max_over_time(kube_pod_init_container_status_waiting_reason{job="kube-state-metrics", reason="CrashLoopBackOff"}[5m])
) > 0`,
            for: "10m",
            severity: "warning",
            team: "plateforme",
            summary: "La préparation de {{ $labels.namespace }}/{{ $labels.pod }} échoue",
            description:
                "Le conteneur d’initialisation {{ $labels.container }} du pod {{ $labels.namespace }}/{{ $labels.pod }} échoue à chaque essai : les autres conteneurs attendent.",
            runbook: {
                meaning:
                    "Un conteneur d’initialisation s’exécute avant les autres. Celui-ci échoue : données illisibles, compte de base de données refusé, ou proxy du maillage absent.",
                impact: "Le pod ne démarre pas. Pendant une mise à jour, l’ancien pod continue de servir s’il y en a un.",
                checks: [LAST_WORDS, EVENTS],
                remedies: [
                    UNDO,
                    "Pour la base de données, voir [La base de données dans le cluster](../base-de-donnees.md) : la préparation s’arrête plutôt que d’écraser des données qu’elle ne reconnaît pas.",
                ],
            },
        },
        {
            alert: "ContainerCannotStart",
            expr: `max by (namespace, pod, container, reason) (
  kube_pod_container_status_waiting_reason{job="kube-state-metrics", reason=~"CreateContainerConfigError|CreateContainerError|RunContainerError"}
) > 0`,
            for: "5m",
            severity: "warning",
            team: "plateforme",
            summary: "{{ $labels.namespace }}/{{ $labels.pod }} ne peut pas démarrer ({{ $labels.reason }})",
            description:
                "Kubernetes ne parvient pas à créer le conteneur {{ $labels.container }} de {{ $labels.namespace }}/{{ $labels.pod }} : {{ $labels.reason }}.",
            runbook: {
                meaning:
                    "La définition du pod nomme quelque chose qui n’existe pas (fichier de configuration, volume, commande), ou contredit ses règles de sécurité (utilisateur root, chemin en lecture seule).",
                impact: "Le conteneur ne démarrera jamais sans correction.",
                checks: [
                    EVENTS,
                    "Comparer avec le code : `npm run pulumi -- preview --diff` montre ce qui a été changé hors du code.",
                ],
                remedies: [UNDO, "Corriger la définition dans `components/`, puis appliquer."],
            },
        },
        {
            alert: "ContainerWaiting",
            expr: `max by (namespace, pod, container, reason) (
  kube_pod_container_status_waiting_reason{job="kube-state-metrics", reason=~"ContainerCreating|PodInitializing"}
) > 0`,
            for: "15m",
            severity: "warning",
            team: "plateforme",
            summary: "{{ $labels.namespace }}/{{ $labels.pod }} attend depuis plus d’un quart d’heure",
            description:
                "Le conteneur {{ $labels.container }} de {{ $labels.namespace }}/{{ $labels.pod }} attend ({{ $labels.reason }}) : un volume, un secret ou une préparation n’aboutit pas.",
            runbook: {
                meaning:
                    "Le pod a une place, mais l’un de ses volumes ne se monte pas : disque encore attaché à un autre nœud, secret absent du coffre, ou identité sans droit sur lui.",
                impact: "Le pod ne sert pas.",
                checks: [
                    EVENTS,
                    "Pour un secret, lire le nom que refuse le coffre : `kubectl get events --namespace NAMESPACE --field-selector reason=FailedMount`.",
                    "Pour un disque, voir à quel nœud il est attaché : `kubectl get volumeattachments`.",
                ],
                remedies: [
                    "Déposer dans le coffre l’objet qui manque ([Renouveler les secrets](../rotation-secrets.md)).",
                    "Si le disque est resté sur un nœud perdu, suivre [Perdre un nœud, ou une zone](../perte-d-un-noeud.md).",
                ],
            },
        },
        {
            alert: "PodNotReady",
            expr: `max by (namespace, pod) (kube_pod_status_ready{job="kube-state-metrics", condition="true"}) == 0
and on (namespace, pod) kube_pod_status_phase{job="kube-state-metrics", phase=~"Pending|Running|Unknown"} == 1
unless on (namespace, pod) kube_pod_owner{job="kube-state-metrics", owner_kind="Job"}`,
            for: "15m",
            severity: "warning",
            team: "plateforme",
            summary: "{{ $labels.namespace }}/{{ $labels.pod }} n’est pas prêt",
            description:
                "Le pod {{ $labels.namespace }}/{{ $labels.pod }} n’est pas prêt depuis un quart d’heure : il ne reçoit aucune demande.",
            runbook: {
                meaning:
                    "Le pod existe, mais un de ses conteneurs au moins ne répond pas à sa sonde. Les pods des tâches, qui se terminent, ne comptent pas ; ceux qui n’ont pas de place ont leur propre alerte.",
                impact: "Le service a un serveur de moins, ou n’en a plus s’il n’en avait qu’un.",
                checks: [
                    "Voir quel conteneur n’est pas prêt : `kubectl get pod POD --namespace NAMESPACE --output wide`.",
                    EVENTS,
                    "Lire ce qu’il dit : `kubectl logs POD --namespace NAMESPACE --container CONTENEUR --tail 100`.",
                ],
                remedies: [
                    "Traiter ce que la sonde dit : dépendance absente, démarrage trop long, disque plein.",
                    "Si le nœud est en cause (plusieurs pods du même nœud), traiter l’alerte du nœud.",
                ],
            },
        },
        {
            alert: "PodUnschedulable",
            expr: `max by (namespace, pod) (kube_pod_status_unschedulable{job="kube-state-metrics"}) == 1`,
            for: "15m",
            severity: "warning",
            team: "plateforme",
            summary: "Aucun nœud n’a de place pour {{ $labels.namespace }}/{{ $labels.pod }}",
            description:
                "Le pod {{ $labels.namespace }}/{{ $labels.pod }} attend un nœud depuis un quart d’heure ; le groupe n’en a pas reçu d’autre.",
            runbook: {
                meaning:
                    "Aucun nœud du groupe demandé n’a assez de processeur ou de mémoire libres, ou n’est dans la zone de son disque, et le cluster n’a pas pu en ajouter un : `maxCount` est atteint, ou le quota d’Azure.",
                impact: "Le pod ne démarre pas. Après la perte d’un nœud, le service reste réduit.",
                checks: [
                    EVENTS,
                    "Lire ce que dit l’ajout de nœuds : `kubectl get configmap cluster-autoscaler-status --namespace kube-system --output yaml`.",
                    "Compter les nœuds par groupe : `kubectl get nodes --label-columns audioprothese/pool,topology.kubernetes.io/zone`.",
                ],
                remedies: [
                    "Relever `nodePools.<groupe>.maxCount` dans `Pulumi.<pile>.yaml`, et appliquer.",
                    "Si Azure refuse, demander un quota de cœurs pour cette taille de machine dans la région.",
                ],
            },
        },
        {
            alert: "PodStuckTerminating",
            expr: `time() - max by (namespace, pod) (kube_pod_deletion_timestamp{job="kube-state-metrics"}) > 900`,
            severity: "warning",
            team: "plateforme",
            summary: "{{ $labels.namespace }}/{{ $labels.pod }} ne finit pas de s’arrêter",
            description:
                "Le pod {{ $labels.namespace }}/{{ $labels.pod }} aurait dû être arrêté il y a {{ $value | humanizeDuration }}.",
            runbook: {
                meaning:
                    "Le délai d’arrêt du pod est passé, et son nœud n’a pas confirmé qu’il est arrêté. Le plus souvent, le nœud est perdu ; plus rarement, un volume ne se détache pas.",
                impact: "Un pod qui écrit sur un disque (base de données, OpenMRS, Prometheus, Loki) n’est pas remplacé tant que l’ancien n’est pas sûrement arrêté : c’est voulu, deux serveurs sur les mêmes données les corrompraient.",
                checks: [
                    "Trouver le nœud : `kubectl get pod POD --namespace NAMESPACE --output wide`.",
                    "Voir son état : `kubectl get node NŒUD` et le portail d’Azure.",
                ],
                remedies: [
                    "Suivre [Perdre un nœud, ou une zone](../perte-d-un-noeud.md) : elle dit quand et comment le déclarer hors service.",
                    "Ne jamais forcer la suppression (`--force`) d’un pod qui a un disque.",
                ],
            },
        },
        {
            alert: "ContainerOomKilled",
            expr: `max by (namespace, pod, container) (rate(kube_pod_container_status_restarts_total{job="kube-state-metrics"}[10m])) > 0
and on (namespace, pod, container) kube_pod_container_status_last_terminated_reason{job="kube-state-metrics", reason="OOMKilled"} == 1`,
            severity: "warning",
            team: "plateforme",
            summary: "{{ $labels.namespace }}/{{ $labels.pod }} a manqué de mémoire",
            description:
                "Le noyau a tué le conteneur {{ $labels.container }} de {{ $labels.namespace }}/{{ $labels.pod }}, qui dépassait sa mémoire ; il a été relancé.",
            runbook: {
                meaning:
                    "Le conteneur a voulu plus de mémoire que sa limite. Dans cette plateforme, la limite est égale à la demande : le nœud n’est pas en cause.",
                impact: "Les demandes en cours ont été perdues. Cela recommencera si la charge revient.",
                checks: [
                    'Suivre sa mémoire : `container_memory_working_set_bytes{namespace="NAMESPACE", pod="POD", container="CONTENEUR"}` dans Grafana.',
                    "Distinguer une fuite (montée lente et continue) d’un pic (export, rapport, indexation).",
                ],
                remedies: [
                    "Relever `memory` de ce programme dans `Pulumi.<pile>.yaml`.",
                    "Pour une fuite, relever en attendant la correction, et prévoir un redémarrage aux heures creuses.",
                ],
            },
        },
        {
            alert: "ContainerRestartingOften",
            expr: `max by (namespace, pod, container) (
  increase(kube_pod_container_status_restarts_total{job="kube-state-metrics"}[3h])
) > 4`,
            severity: "warning",
            team: "plateforme",
            summary: "{{ $labels.namespace }}/{{ $labels.pod }} redémarre souvent",
            description:
                'Le conteneur {{ $labels.container }} de {{ $labels.namespace }}/{{ $labels.pod }} a redémarré {{ $value | printf "%.0f" }} fois en trois heures.',
            runbook: {
                meaning:
                    "Le conteneur démarre, sert un moment, puis s’arrête : trop lentement pour que Kubernetes y voie une boucle, assez souvent pour gêner.",
                impact: "Chaque arrêt coupe des demandes en cours. OpenMRS met plusieurs minutes à redémarrer.",
                checks: [LAST_WORDS, EVENTS],
                remedies: [
                    "Si la sonde de vie l’arrête, chercher ce qui le ralentit (processeur, base de données, ramasse-miettes) avant d’assouplir la sonde.",
                    UNDO,
                ],
            },
        },
    ],
};
