import type { RuleGroup } from "../rule";

/** Connections that the pool of OpenMRS (c3p0) opens at most, as OpenMRS itself has it; the pool does not tell. */
const POOL_SIZE = 50;

/** Keeps what says which server it is. */
const BY_SERVER = "sum by (namespace, workload, instance)";

const JOB = 'job="openmrs-backend"';

const THREADS =
    "Ce que font les fils : `kubectl --namespace openmrs exec openmrs-backend-0 --container backend -- jcmd 1 Thread.print` (sans `clustering` ; le numéro du processus se lit par `jcmd -l`). L’API garde la trace de cette commande.";

/** What goes on inside Java: memory, threads, connections. */
export const java: RuleGroup = {
    name: "openmrs-java",
    title: "Java sous OpenMRS",
    alerts: [
        {
            alert: "OpenmrsHeapHigh",
            expr: `${BY_SERVER} (jvm_memory_used_after_last_gc_bytes{${JOB}, jvm_memory_type="heap"}) / ${BY_SERVER} (jvm_memory_limit_bytes{${JOB}, jvm_memory_type="heap"}) > 0.85`,
            for: "10m",
            severity: "warning",
            team: "applicatif",
            summary: "La mémoire d’OpenMRS est presque pleine",
            description:
                "Après nettoyage, {{ $value | humanizePercentage }} du tas de {{ $labels.instance }} reste occupé.",
            runbook: {
                meaning:
                    "Ce qui reste dans le tas juste après un passage du ramasse-miettes est réellement utilisé : il ne reste presque rien pour le travail courant.",
                impact: "Le serveur ralentit, puis s’arrête faute de mémoire (`-XX:+ExitOnOutOfMemoryError`).",
                checks: [
                    "La courbe sur sept jours : une montée continue est une fuite, un palier est une charge.",
                    "Les sessions ouvertes : `OpenmrsSessionsHigh`.",
                    "Les caches : les pages d’administration, « Gérer le cache ».",
                ],
                remedies: [
                    "Palier : augmenter `openmrs.memory`, puis `pulumi up` hors des heures d’ouverture.",
                    "Fuite : redémarrer le soir (`kubectl --namespace openmrs delete pod openmrs-backend-0`) et ouvrir un incident à l’équipe applicative.",
                ],
            },
        },
        {
            alert: "OpenmrsGcTimeHigh",
            expr: `${BY_SERVER} (rate(jvm_gc_duration_seconds_sum{${JOB}}[5m])) > 0.1`,
            for: "10m",
            severity: "warning",
            team: "applicatif",
            summary: "OpenMRS passe son temps à libérer sa mémoire",
            description:
                "{{ $labels.instance }} passe {{ $value | humanizePercentage }} du temps dans le ramasse-miettes.",
            runbook: {
                meaning:
                    "Pendant une grande part de ces pauses, aucune requête n’avance. La mémoire est trop petite, ou une requête en demande d’un coup beaucoup.",
                impact: "Toutes les pages ralentissent par à-coups.",
                checks: [
                    "Le tas après nettoyage : `OpenmrsHeapHigh`.",
                    'Quel ramasse-miettes : `sum by (jvm_gc_name, jvm_gc_action) (rate(jvm_gc_duration_seconds_sum{job="openmrs-backend"}[5m]))`.',
                    "Les traces les plus longues du moment dans Grafana : rapports, exports, recherches très larges.",
                ],
                remedies: [
                    "Arrêter ou déplacer le rapport en cause.",
                    "Sinon, augmenter `openmrs.memory`, puis `pulumi up` hors des heures d’ouverture.",
                ],
            },
        },
        {
            alert: "OpenmrsThreadsBusy",
            expr: `max by (namespace, workload, instance, tomcat_thread_pool_name) (tomcat_thread_busy_count{${JOB}} / tomcat_thread_limit{${JOB}}) > 0.9`,
            for: "5m",
            severity: "critical",
            team: "applicatif",
            summary: "OpenMRS n’a presque plus de fil libre",
            description:
                "{{ $value | humanizePercentage }} des fils de Tomcat de {{ $labels.instance }} sont occupés.",
            runbook: {
                meaning:
                    "Chaque requête occupe un fil tant qu’elle dure. Tous occupés, les suivantes attendent, et la page de vie avec elles : Kubernetes finirait par redémarrer le serveur.",
                impact: "Les pages ne répondent plus, ou après de longues secondes.",
                checks: [
                    "La réserve de connexions : `OpenmrsPoolPending` ; c’est la cause la plus fréquente.",
                    'Les opérations : `topk(5, sum by (http_route) (rate(http_server_request_duration_seconds_sum{job="openmrs-backend"}[5m])))`.',
                    THREADS,
                ],
                remedies: [
                    "Base lente : traiter les alertes du groupe `database`.",
                    "Un programme qui inonde le serveur : le trouver dans le journal d’accès de la passerelle, et restreindre son adresse (`edge.allowedSources`).",
                    "Fils figés : supprimer le pod, après avoir gardé leur état.",
                ],
            },
        },
        {
            alert: "OpenmrsPoolNearMax",
            expr: `${BY_SERVER} (db_client_connection_count{${JOB}, db_client_connection_state="used"}) / ${POOL_SIZE.toString()} > 0.9`,
            for: "10m",
            severity: "warning",
            team: "applicatif",
            summary: "OpenMRS utilise presque toutes ses connexions à la base",
            description: `{{ $value | humanizePercentage }} des ${POOL_SIZE.toString()} connexions de {{ $labels.instance }} sont prises.`,
            runbook: {
                meaning: `La réserve (c3p0) a ${POOL_SIZE.toString()} connexions, réglage d’OpenMRS. Au-delà, les requêtes attendent qu’une autre finisse.`,
                impact: "Rien encore ; bientôt, toutes les pages qui lisent un dossier.",
                checks: [
                    'La charge : `sum(rate(http_server_request_duration_seconds_count{job="openmrs-backend"}[5m]))` comparée à la veille (`offset 1d`).',
                    "La base est-elle lente : `DatabaseSlowQueries`, `DatabaseRowLockWaits`.",
                ],
                remedies: [
                    "Base lente : la traiter d’abord.",
                    "Charge durable : configurer `clustering`, ou agrandir la réserve (`hibernate.c3p0.max_size`) en restant sous `max_connections` de la base (200 dans le cluster).",
                ],
            },
        },
        {
            alert: "OpenmrsPoolPending",
            expr: `${BY_SERVER} (db_client_connection_pending_requests{${JOB}}) > 0`,
            for: "5m",
            severity: "warning",
            team: "applicatif",
            summary: "Des requêtes d’OpenMRS attendent une connexion à la base",
            description:
                "{{ $value | humanize }} requêtes de {{ $labels.instance }} attendent une connexion depuis cinq minutes.",
            runbook: {
                meaning:
                    "La réserve de connexions est épuisée. Selon la version d’OpenMRS, une requête y attend trente secondes ou sans fin.",
                impact: "Les pages restent blanches ; les fils de Tomcat s’épuisent à leur tour.",
                checks: [
                    "La base répond-elle : `mysql_up`, `mysql_global_status_threads_running`.",
                    "Une requête longue tient-elle des verrous : `DatabaseRowLockWaits`.",
                    THREADS,
                ],
                remedies: [
                    "Base arrêtée ou en lecture seule : suivre `docs/base-de-donnees.md`.",
                    "Base saine et attente persistante : connexions perdues par le serveur ; supprimer le pod d’OpenMRS.",
                ],
            },
        },
        {
            alert: "OpenmrsSessionsHigh",
            expr: `${BY_SERVER} (tomcat_session_active_count{${JOB}}) > 1000`,
            for: "30m",
            severity: "warning",
            team: "applicatif",
            summary: "OpenMRS garde trop de sessions",
            description: "{{ $value | humanize }} sessions sont ouvertes sur {{ $labels.instance }}.",
            runbook: {
                meaning:
                    "Bien plus que de praticiens : un programme appelle l’API sans renvoyer le cookie de session, et chaque appel en ouvre une, gardée jusqu’à son expiration.",
                impact: "La mémoire se remplit (`OpenmrsHeapHigh`) ; des sessions inutiles restent ouvertes.",
                checks: [
                    "Qui : compter les adresses du journal d’accès de la passerelle pour `/openmrs/ws/rest/v1/session`, dans Grafana (flux `access`).",
                    'Par centre : `sum by (centre) (rate(openmrs_calls_total{operation="login"}[15m]))`.',
                ],
                remedies: [
                    "Faire corriger le programme (garder le cookie), ou retirer son adresse de `edge.allowedSources`.",
                    "Si les appels viennent d’une adresse inconnue, prévenir l’équipe sécurité.",
                ],
            },
        },
    ],
};
