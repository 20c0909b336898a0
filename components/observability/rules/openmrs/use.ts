import type { RuleGroup } from "../rule";

const SPANS = 'job="span-metrics"';

const AGENT = 'job="openmrs-backend"';

/** Seconds under which 95 % of the requests were answered, where there is at least one in 50 seconds. */
const slowest = (metric: string, selector: string) =>
    `histogram_quantile(0.95, sum by (le) (rate(${metric}_bucket{${selector}}[10m])))`;

const enough = (metric: string, selector: string) => `sum(rate(${metric}_count{${selector}}[10m])) > 0.02`;

/** Fires where requests take longer than so many seconds, and there are enough of them to say so. */
const slowerThan = (seconds: number, metric: string, selector: string) =>
    `${slowest(metric, selector)} > ${seconds.toString()} and ${enough(metric, selector)}`;

const CLIENT_ERRORS = "openmrs:client_errors:ratio_rate15m";

const TRACES = (operation: string) =>
    `Une trace lente dans Grafana, Tempo : \`{ span.operation = "${operation}" && duration > 2s }\` ; voir si le temps passe dans la base ou dans Java.`;

const DATABASE =
    "La base : les alertes du groupe `database`, et la réserve de connexions (`OpenmrsPoolPending`).";

const JAVA = "Java : `OpenmrsHeapHigh`, `OpenmrsGcTimeHigh`, `OpenmrsThreadsBusy`.";

/** What users experience of it. */
export const use: RuleGroup = {
    name: "openmrs-usage",
    title: "L’usage d’OpenMRS",
    recordings: [
        {
            record: CLIENT_ERRORS,
            // Health pages, of which the second counts none, never answer 4xx.
            expr: `sum(rate(http_server_request_duration_seconds_count{${AGENT}, http_response_status_code=~"4.."}[15m])) / (sum(rate(openmrs_calls_total{${SPANS}}[15m])) > 0.1)`,
        },
    ],
    alerts: [
        {
            alert: "OpenmrsPatientSearchSlow",
            expr: slowerThan(2, "openmrs_duration_seconds", `${SPANS}, operation="patient-search"`),
            for: "10m",
            severity: "warning",
            team: "applicatif",
            summary: "La recherche de patients est lente",
            description: 'Une recherche sur vingt dure plus de {{ $value | printf "%.1f" }} s.',
            runbook: {
                meaning:
                    "Le 95e centile de la durée des recherches de patients dépasse deux secondes : c’est net, et cela dure. L’objectif est d’une seconde (`docs/slo.md`).",
                impact: "L’accueil des centres attend à chaque rendez-vous.",
                checks: [TRACES("patient-search"), DATABASE, JAVA],
                remedies: [
                    "Base qui lit sur le disque : augmenter sa mémoire.",
                    "Index de recherche abîmé (après une restauration) : le reconstruire depuis les pages d’administration, hors des heures d’ouverture.",
                ],
            },
        },
        {
            alert: "OpenmrsSignInSlow",
            expr: slowerThan(3, "openmrs_duration_seconds", `${SPANS}, operation="login"`),
            for: "10m",
            severity: "warning",
            team: "applicatif",
            summary: "La connexion à OpenMRS est lente",
            description: 'Une connexion sur vingt dure plus de {{ $value | printf "%.1f" }} s.',
            runbook: {
                meaning:
                    "Le 95e centile de la durée des appels de session dépasse trois secondes. La passerelle laisse passer un mot de passe par seconde et par adresse : au-delà, elle refuse (429) et ne ralentit pas.",
                impact: "Les praticiens attendent à l’ouverture de leur session, surtout le matin.",
                checks: [TRACES("login"), DATABASE, JAVA],
                remedies: [
                    "Le matin seulement : la charge ; configurer `clustering` ou augmenter `openmrs.cpu`.",
                    "Sans cesse : traiter la base ou Java selon la trace.",
                ],
            },
        },
        {
            alert: "OpenmrsSlow",
            expr: slowerThan(2, "openmrs_duration_seconds", SPANS),
            for: "10m",
            severity: "warning",
            team: "applicatif",
            summary: "OpenMRS est lent",
            description: 'Une requête sur vingt dure plus de {{ $value | printf "%.1f" }} s.',
            runbook: {
                meaning:
                    "Le 95e centile de la durée de toutes les requêtes, santé exceptée, dépasse deux secondes.",
                impact: "Toutes les pages traînent.",
                checks: [
                    'Quelles routes : `topk(5, sum by (http_route) (rate(http_server_request_duration_seconds_sum{job="openmrs-backend"}[10m])) / sum by (http_route) (rate(http_server_request_duration_seconds_count{job="openmrs-backend"}[10m])))`.',
                    DATABASE,
                    JAVA,
                ],
                remedies: [
                    "Une seule route lente : un rapport ou un export ; le faire lancer la nuit.",
                    "Toutes : traiter la base ou Java, puis, si la charge dure, augmenter `openmrs.cpu`.",
                ],
            },
        },
        {
            alert: "OpenmrsOperationFailing",
            expr: `sum by (operation) (rate(openmrs_calls_total{${SPANS}, status_code="STATUS_CODE_ERROR"}[10m])) / sum by (operation) (rate(openmrs_calls_total{${SPANS}}[10m])) > 0.05 and sum by (operation) (rate(openmrs_calls_total{${SPANS}}[10m])) > 0.02`,
            for: "5m",
            severity: "warning",
            team: "applicatif",
            summary: "L’opération « {{ $labels.operation }} » échoue",
            description:
                "{{ $value | humanizePercentage }} des appels « {{ $labels.operation }} » se terminent par une erreur du serveur.",
            runbook: {
                meaning:
                    "Une opération d’OpenMRS (`login`, `patient-search`, `patient`, `encounter`, `fhir` ou `other`) échoue plus d’une fois sur vingt, même si l’ensemble tient encore son objectif.",
                impact: "Un geste précis des praticiens ne marche plus.",
                checks: [
                    'Une trace en erreur dans Grafana, Tempo : `{ span.operation = "encounter" && status = error }`, avec l’opération de l’alerte.',
                    'Un seul centre est-il touché : `sum by (centre) (rate(openmrs_calls_total{status_code="STATUS_CODE_ERROR"}[10m]))`.',
                    "Les journaux de même `trace_id`.",
                ],
                remedies: [
                    "Après une livraison : revenir à l’image précédente.",
                    "Données fautives d’un dossier : transmettre l’identifiant de la trace à l’équipe applicative, jamais celui du patient.",
                ],
            },
        },
        {
            alert: "OpenmrsClientErrorsUnusual",
            expr: `${CLIENT_ERRORS} > 0.1 and ${CLIENT_ERRORS} > 3 * avg_over_time(${CLIENT_ERRORS}[1d] offset 1h)`,
            for: "10m",
            severity: "warning",
            team: "applicatif",
            summary: "OpenMRS refuse plus de requêtes que d’habitude",
            description:
                "{{ $value | humanizePercentage }} des requêtes reçoivent une réponse 4xx, plus du triple de la veille.",
            runbook: {
                meaning:
                    "Les réponses 4xx disent que l’appelant se trompe : session expirée (401), droit manquant (403), adresse inconnue (404), trop de demandes (429). Leur part a triplé.",
                impact: "Une page qui ne marche plus après une livraison, un programme mal réglé, ou quelqu’un qui cherche une faille.",
                checks: [
                    'Quels codes et routes : `topk(10, sum by (http_response_status_code, http_route) (rate(http_server_request_duration_seconds_count{job="openmrs-backend",http_response_status_code=~"4.."}[15m])))`.',
                    "Quelles adresses : le journal d’accès de la passerelle, dans Grafana (flux `access`).",
                    "Les échecs de connexion et les refus de droits : groupe des alertes de sécurité.",
                ],
                remedies: [
                    "Après une livraison des pages : vérifier qu’elles et le serveur sont de la même version.",
                    "Une adresse inconnue : prévenir l’équipe sécurité ; la retirer de `edge.allowedSources`.",
                ],
            },
        },
        {
            alert: "OpenmrsTracesSilent",
            // The route of health pages, which leave no traces.
            expr: `sum(rate(http_server_request_duration_seconds_count{${AGENT}, http_route!="/openmrs/*"}[10m])) > 0.1 unless on () sum(rate(openmrs_calls_total{${SPANS}}[10m])) > 0`,
            for: "15m",
            severity: "warning",
            team: "plateforme",
            summary: "OpenMRS travaille sans laisser de traces",
            description:
                'Le serveur répond à {{ $value | printf "%.1f" }} requêtes par seconde, et le collecteur de traces n’en compte aucune.',
            runbook: {
                meaning:
                    "Les traces n’arrivent plus au collecteur, ou ses mesures n’arrivent plus à Prometheus : les objectifs de recherche et de connexion, et le suivi par centre, sont aveugles.",
                impact: "Une lenteur de la recherche ou de la connexion passerait inaperçue.",
                checks: [
                    "Le collecteur : `kubectl --namespace observability logs --selector app.kubernetes.io/name=trace-collector --container collector --since=15m`.",
                    "Ce qu’il reçoit : `rate(otelcol_receiver_accepted_spans_total[5m])`.",
                    "L’agent : `kubectl --namespace openmrs logs --selector app.kubernetes.io/name=openmrs-backend --container backend --since=15m | grep --ignore-case 'failed to export'`.",
                ],
                remedies: [
                    "Collecteur arrêté : `kubectl --namespace observability rollout restart deployment trace-collector`.",
                    "Flux refusé : comparer `docs/flux.md` et les règles du maillage, puis `pulumi up`.",
                ],
            },
        },
    ],
};
