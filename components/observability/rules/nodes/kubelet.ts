import type { AlertRule, RuleGroup } from "../rule";

const EVENTS =
    "Lire les événements du nœud : `kubectl get events --all-namespaces --field-selector involvedObject.kind=Node`.";
const REPLACE =
    "Faire remplacer le nœud : `kubectl drain NŒUD --ignore-daemonsets --delete-emptydir-data`, puis supprimer la machine du groupe.";
const AZURE = "Si plusieurs nœuds sont touchés, ouvrir un dossier chez Azure.";

const CERTIFICATES = {
    impact: "Certificat expiré, le nœud n’est plus reconnu par le cluster : il devient injoignable.",
    checks: [
        "Comparer les nœuds : `kubelet_certificate_manager_client_ttl_seconds` et `kubelet_certificate_manager_server_ttl_seconds`, dans Grafana.",
        "Voir les demandes en attente : `kubectl get certificatesigningrequests`.",
    ],
    remedies: [REPLACE, AZURE],
};

/** Days before the end by which a renewal has failed for weeks. */
const LATE_DAYS = 7;

function expiring(side: "Client" | "Server"): AlertRule {
    const whose =
        side === "Client"
            ? "avec lequel le nœud {{ $labels.node }} se présente"
            : "que présente le nœud {{ $labels.node }}";
    return {
        alert: `Kubelet${side}CertificateExpiringSoon`,
        expr: `min by (node) (kubelet_certificate_manager_${side.toLowerCase()}_ttl_seconds{job="kubelet"}) < ${LATE_DAYS.toString()} * 86400`,
        for: "15m",
        severity: "warning",
        team: "plateforme",
        summary: `Le certificat ${whose} expire dans la semaine`,
        description: `Le certificat ${whose} expire dans {{ $value | humanizeDuration }} et aurait dû être renouvelé.`,
        runbook: {
            meaning: "Chaque nœud renouvelle ses certificats bien avant leur fin. Celui-ci ne l’a pas fait.",
            ...CERTIFICATES,
        },
    };
}

/** The agent of Kubernetes on each node. */
export const kubelet: RuleGroup = {
    name: "nodes-kubelet",
    title: "Nœuds : kubelet",
    alerts: [
        {
            alert: "KubeletDown",
            expr: `max by (node) (up{job="kubelet"}) == 0`,
            for: "10m",
            severity: "warning",
            team: "plateforme",
            summary: "Le kubelet du nœud {{ $labels.node }} ne répond plus",
            description:
                "Prometheus n’obtient plus rien du kubelet du nœud {{ $labels.node }} depuis dix minutes.",
            runbook: {
                meaning:
                    "Le kubelet fait tourner les pods du nœud. Il est arrêté, ou Prometheus n’y a plus accès.",
                impact: "Si `kubectl get nodes` le dit prêt, seules les mesures manquent (volumes, conteneurs). Sinon, le nœud est perdu.",
                checks: ["Voir l’état des nœuds : `kubectl get nodes`.", EVENTS],
                remedies: [
                    REPLACE,
                    "Si tous les nœuds sont touchés et prêts, vérifier le flux `prometheus-to-kubelets` et les droits du compte `prometheus`.",
                ],
            },
        },
        {
            alert: "KubeletTooManyPods",
            expr: `max by (node) (kubelet_running_pods{job="kubelet"})
  / on (node) (max by (node) (kube_node_status_allocatable{job="kube-state-metrics", resource="pods"}) != 0)
> 0.95`,
            for: "15m",
            severity: "info",
            team: "plateforme",
            summary: "Le nœud {{ $labels.node }} a presque tous ses pods",
            description:
                "Le nœud {{ $labels.node }} porte {{ $value | humanizePercentage }} des pods qu’il peut porter.",
            runbook: {
                meaning: "Un nœud porte un nombre fini de pods, fixé à sa création.",
                impact: "Aucune : les suivants vont ailleurs, ou font venir un nœud.",
                checks: [
                    "Compter : `kubectl get pods --all-namespaces --field-selector spec.nodeName=NŒUD`.",
                ],
                remedies: ["Si cela bloque, prendre des machines plus petites et plus nombreuses."],
            },
        },
        {
            alert: "KubeletRelistSlow",
            expr: `histogram_quantile(0.99, sum by (node, le) (rate(kubelet_pleg_relist_duration_seconds_bucket{job="kubelet"}[5m]))) > 5`,
            for: "10m",
            severity: "warning",
            team: "plateforme",
            summary: "Le nœud {{ $labels.node }} suit mal ses conteneurs",
            description:
                "Le kubelet du nœud {{ $labels.node }} met {{ $value | humanizeDuration }} à faire le tour de ses conteneurs.",
            runbook: {
                meaning:
                    "Le kubelet fait ce tour chaque seconde. Trop lent, il finit par déclarer le nœud non prêt.",
                impact: "Sondes et redémarrages prennent du retard sur ce nœud.",
                checks: ["Voir la charge du nœud : alertes `NodeDiskPressure` et `NodeCpuPressure`.", EVENTS],
                remedies: ["Déplacer ce qui charge le nœud.", REPLACE],
            },
        },
        {
            alert: "KubeletPodStartSlow",
            expr: `histogram_quantile(0.99, sum by (node, le) (rate(kubelet_pod_worker_duration_seconds_bucket{job="kubelet"}[10m]))) > 60`,
            for: "15m",
            severity: "warning",
            team: "plateforme",
            summary: "Le nœud {{ $labels.node }} démarre ses pods lentement",
            description:
                "Sur le nœud {{ $labels.node }}, le kubelet met {{ $value | humanizeDuration }} à mettre un pod dans l’état voulu.",
            runbook: {
                meaning:
                    "Montage des volumes, téléchargement des images ou création des conteneurs : l’une de ces étapes traîne.",
                impact: "Après une panne ou pendant une mise à jour, les services reviennent tard.",
                checks: [
                    EVENTS,
                    "Voir l’étape : `kubectl describe pod POD --namespace NAMESPACE` (Pulling, Pulled, FailedMount).",
                ],
                remedies: [
                    "Si les images tardent, vérifier le registre et son point d’accès privé.",
                    REPLACE,
                ],
            },
        },
        {
            alert: "KubeletRuntimeErrors",
            expr: `sum by (node, operation_type) (rate(kubelet_runtime_operations_errors_total{job="kubelet", operation_type=~"create_container|start_container|run_podsandbox|stop_podsandbox"}[5m]))
  / sum by (node, operation_type) (rate(kubelet_runtime_operations_total{job="kubelet"}[5m]))
> 0.1`,
            for: "15m",
            severity: "warning",
            team: "plateforme",
            summary: "Le nœud {{ $labels.node }} échoue à lancer des conteneurs",
            description:
                "{{ $value | humanizePercentage }} des opérations {{ $labels.operation_type }} du nœud {{ $labels.node }} échouent.",
            runbook: {
                meaning: "Le moteur de conteneurs (containerd) du nœud refuse ou échoue.",
                impact: "Des pods ne démarrent pas, ou ne finissent pas de s’arrêter, sur ce nœud.",
                checks: [
                    EVENTS,
                    "Chercher les pods qui attendent : alertes `ContainerWaiting` et `ContainerCannotStart`.",
                ],
                remedies: [REPLACE, AZURE],
            },
        },
        {
            alert: "KubeletEvictingPods",
            expr: `sum by (node, eviction_signal) (rate(kubelet_evictions{job="kubelet"}[15m])) > 0`,
            severity: "warning",
            team: "plateforme",
            summary: "Le nœud {{ $labels.node }} chasse des pods",
            description:
                "Le nœud {{ $labels.node }} chasse des pods pour se protéger ({{ $labels.eviction_signal }}).",
            runbook: {
                meaning:
                    "Mémoire, disque ou fichiers du nœud passent sous le seuil de réserve : le kubelet arrête des pods, les moins prioritaires d’abord.",
                impact: "Les pods chassés reviennent ailleurs ; leurs demandes en cours sont perdues.",
                checks: [
                    "Voir lesquels : `kubectl get pods --all-namespaces --field-selector status.phase=Failed`.",
                    "Lire l’état du nœud : `kubectl describe node NŒUD`.",
                ],
                remedies: ["Trouver le pod qui dépasse et corriger ses demandes ou ses écritures.", REPLACE],
            },
        },
        expiring("Client"),
        expiring("Server"),
    ],
};
