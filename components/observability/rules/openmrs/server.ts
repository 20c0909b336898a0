import type { RuleGroup } from "../rule";

/** The two health pages of the server. */
const probe = (page: string) =>
    `probe_success{job="blackbox", probe="openmrs-backend", instance=~".+/health/${page}"}`;

const KUBERNETES = 'job="kube-state-metrics", container="backend"';

const CONTAINER = `${KUBERNETES}, namespace="openmrs"`;

const FILES = 'job="kubelet", namespace="openmrs", persistentvolumeclaim=~"data-openmrs-backend-.+"';

const LOGS =
    "Le journal : `kubectl --namespace openmrs logs --selector app.kubernetes.io/name=openmrs-backend --container backend --tail=200`.";

const PREVIOUS_LOGS =
    "Ce qu’il disait avant de s’arrêter : `kubectl --namespace openmrs logs --selector app.kubernetes.io/name=openmrs-backend --container backend --previous --tail=200`.";

const PODS =
    "L’état du pod : `kubectl --namespace openmrs describe pods --selector app.kubernetes.io/name=openmrs-backend`.";

/** Whether there is a server, and what keeps it. */
export const server: RuleGroup = {
    name: "openmrs",
    title: "Le serveur d’OpenMRS",
    alerts: [
        {
            alert: "OpenmrsDown",
            expr: `max by (instance) (${probe("alive")}) == 0`,
            // A node that is upgraded each week takes the server with it, and a start takes some minutes.
            for: "10m",
            severity: "critical",
            team: "applicatif",
            summary: "OpenMRS ne répond plus",
            description:
                "La page de vie du serveur ({{ $labels.instance }}) ne répond pas depuis dix minutes.",
            runbook: {
                meaning:
                    "La sonde n’obtient aucune réponse du serveur d’OpenMRS : il est arrêté, il démarre, ou rien ne mène plus à lui. Sans `clustering` il n’y en a qu’un, et un redémarrage prend quelques minutes.",
                impact: "Aucun dossier n’est accessible, dans aucun centre.",
                checks: [
                    PODS,
                    LOGS,
                    "Un déploiement ou un renouvellement des secrets est-il en cours ? `pulumi stack history --stack prod`.",
                    "Le nœud du pod : `kubectl get nodes`, puis `docs/perte-d-un-noeud.md` s’il ne répond plus.",
                    "La base : `DatabaseDown`, `MariadbNoPrimary`.",
                ],
                remedies: [
                    "Tout premier démarrage, jusqu’à une heure : poser un silence d’une heure (`docs/alertes-astreinte.md`).",
                    "Pod `Pending` : lire l’événement de `describe` (place, disque, quota) et y remédier.",
                    "Conteneur `administrator` en échec : la base refuse le compte ou ne répond pas ; traiter la base d’abord.",
                    "Serveur figé : `kubectl --namespace openmrs delete pod` de ce pod, en le disant aux centres.",
                ],
            },
        },
        {
            alert: "OpenmrsNotStarted",
            expr: `max by (instance) (${probe("started")}) == 0 and on () kube_pod_container_status_running{${CONTAINER}} == 1`,
            for: "20m",
            severity: "warning",
            team: "applicatif",
            summary: "OpenMRS n’a pas fini de démarrer",
            description:
                "Le conteneur du serveur tourne, mais {{ $labels.instance }} ne dit pas qu’il a démarré, depuis vingt minutes.",
            runbook: {
                meaning:
                    "Le processus existe et n’est pas prêt : il crée ou met à jour ses tables, charge ses modules, ou s’y est arrêté sur une erreur. Un premier démarrage prend jusqu’à une heure ; un démarrage ordinaire, quelques minutes.",
                impact: "Aucun dossier n’est accessible, ou aucun serveur de plus ne soulage les autres.",
                checks: [
                    LOGS,
                    "Une mise à jour des tables se voit aux lignes de `liquibase` ; un module refusé, à `Error while trying to start module`.",
                    "La base : `kubectl --namespace database get pods`, et `rate(mysql_global_status_questions[1m])` qui dit si elle travaille.",
                ],
                remedies: [
                    "Premier démarrage ou nouvelle version : attendre une heure avant d’intervenir.",
                    "Verrou de `liquibase` laissé par un démarrage interrompu : arrêter le serveur (`kubectl --namespace openmrs scale statefulset openmrs-backend --replicas=0`), faire lever le verrou par l’équipe base de données, puis `pulumi up`.",
                    "Module refusé après une livraison : revenir à l’image précédente, puis `pulumi up`.",
                ],
            },
        },
        {
            alert: "OpenmrsRestarting",
            expr: `max by (namespace, pod) (increase(kube_pod_container_status_restarts_total{${CONTAINER}}[1h])) > 2`,
            severity: "warning",
            team: "applicatif",
            summary: "OpenMRS redémarre à répétition",
            description:
                "Le serveur du pod {{ $labels.pod }} a redémarré {{ $value | humanize }} fois en une heure.",
            runbook: {
                meaning:
                    "Le conteneur s’arrête et Kubernetes le relance : mémoire épuisée, page de vie sans réponse, erreur au démarrage.",
                impact: "À chaque fois, plusieurs minutes sans dossier, et les saisies non enregistrées perdues.",
                checks: [
                    "Le motif : `kubectl --namespace openmrs get pods --selector app.kubernetes.io/name=openmrs-backend --output jsonpath='{.items[*].status.containerStatuses[?(@.name==\"backend\")].lastState.terminated}'`. Code 3 : Java s’est arrêté faute de mémoire ; 137 : tué.",
                    PREVIOUS_LOGS,
                ],
                remedies: [
                    "Faute de mémoire : voir `OpenmrsOomKilled` et `OpenmrsHeapHigh`.",
                    "Page de vie sans réponse : voir `OpenmrsThreadsBusy` et `OpenmrsPoolPending`.",
                ],
            },
        },
        {
            alert: "OpenmrsOomKilled",
            expr: `max by (namespace, pod) (rate(kube_pod_container_status_restarts_total{${CONTAINER}}[10m])) > 0 and max by (namespace, pod) (kube_pod_container_status_last_terminated_reason{${KUBERNETES}, reason="OOMKilled"}) == 1`,
            severity: "warning",
            team: "applicatif",
            summary: "OpenMRS a été tué faute de mémoire",
            description:
                "Le noyau a tué le serveur du pod {{ $labels.pod }} : il dépassait la mémoire de son conteneur.",
            runbook: {
                meaning:
                    "Java reçoit 70 % de la mémoire du conteneur pour ses objets ; le reste (code, fils, tampons, agent) a dépassé les 30 % qui lui restent.",
                impact: "Plusieurs minutes sans dossier, et les saisies non enregistrées perdues.",
                checks: [
                    'La mémoire du conteneur : `container_memory_working_set_bytes{namespace="openmrs",container="backend"}`.',
                    'Sa part hors du tas : `sum by (jvm_memory_pool_name) (jvm_memory_used_bytes{job="openmrs-backend",jvm_memory_type="non_heap"})`.',
                    "Ce que faisait le serveur : ses dernières traces dans Grafana (rapports, imports).",
                ],
                remedies: [
                    "Augmenter `openmrs.memory` dans le fichier de la pile, le faire relire, puis `pulumi up` hors des heures d’ouverture.",
                    "Si un rapport ou un import en est la cause, le faire lancer la nuit.",
                ],
            },
        },
        {
            alert: "OpenmrsDiskFillingUp",
            expr: `min by (namespace, persistentvolumeclaim) (kubelet_volume_stats_available_bytes{${FILES}} / kubelet_volume_stats_capacity_bytes{job="kubelet"}) < 0.15`,
            for: "30m",
            severity: "warning",
            team: "applicatif",
            summary: "Le disque des pièces jointes d’OpenMRS se remplit",
            description:
                "Il reste {{ $value | humanizePercentage }} de place sur {{ $labels.persistentvolumeclaim }}.",
            runbook: {
                meaning:
                    "Le disque garde les pièces jointes (`complex_obs`), l’index de recherche et les modules. Avec `clustering`, il n’existe pas.",
                impact: "Plein, il fait échouer l’ajout d’audiogrammes et de documents, puis la recherche de patients.",
                checks: [
                    "Ce qui prend la place : `kubectl --namespace openmrs exec openmrs-backend-0 --container backend -- du -sh /run/openmrs/data/complex_obs /run/openmrs/data/lucene`. L’API garde la trace de cette commande.",
                    'La vitesse : `deriv(kubelet_volume_stats_available_bytes{namespace="openmrs"}[1d])`.',
                ],
                remedies: [
                    'Augmenter `openmrs.storageGiB`, puis `pulumi up` ; si le StatefulSet refuse, agrandir d’abord le disque : `kubectl --namespace openmrs patch pvc data-openmrs-backend-0 --patch \'{"spec":{"resources":{"requests":{"storage":"128Gi"}}}}\'`.',
                    "Ne rien supprimer dans `complex_obs` : ce sont des pièces du dossier médical.",
                ],
            },
        },
        {
            alert: "OpenmrsTelemetrySilent",
            expr: `absent(http_server_request_duration_seconds_count{job="openmrs-backend"}) and on () ${probe("alive")} == 1`,
            for: "15m",
            severity: "warning",
            team: "plateforme",
            summary: "OpenMRS fonctionne sans être mesuré",
            description:
                "Le serveur répond à la sonde, mais n’a donné aucune mesure depuis quinze minutes : ses objectifs ne sont plus surveillés.",
            runbook: {
                meaning:
                    "L’agent Java n’a pas démarré, son port 9464 n’est plus interrogé, ou le nom de ses mesures a changé avec sa version.",
                impact: "Les lenteurs et les erreurs d’OpenMRS ne déclenchent plus d’alerte.",
                checks: [
                    'La cible : `up{job="openmrs-backend"}`.',
                    "L’agent : `kubectl --namespace openmrs logs --selector app.kubernetes.io/name=openmrs-backend --container backend --tail=-1 | grep --ignore-case opentelemetry`.",
                    "Les flux : `docs/flux.md` doit mener de `prometheus` à `openmrs-backend` par le port 9464.",
                ],
                remedies: [
                    "Agent absent : vérifier l’image `otelJavaAgent` et le conteneur d’initialisation qui la copie, puis `pulumi up`.",
                    "Nom changé : corriger la règle et son échantillon dans les tests, dans la même livraison que l’agent.",
                ],
            },
        },
    ],
};
