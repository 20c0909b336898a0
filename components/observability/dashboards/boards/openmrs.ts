import { eventsOver } from "../../rules/events";
import type { Dashboard } from "../kit/dashboard";
import { worseFrom } from "../kit/looks";
import { curves, heatmap, stat } from "../kit/metrics";
import { table } from "../kit/tables";
import { logs } from "../kit/words";
import { errorsOf, LATENCY_LIMITS, percentile, requestsOf, ROUTES, SPANS } from "./openmrs-queries";
import { javaSection } from "./openmrs-java";

const RATE = "$__rate_interval";

const calls = (matchers: string, range = RATE) => `rate(openmrs_calls_total{${SPANS}${matchers}}[${range}])`;

/** OpenMRS: what its users do, how long it takes, and what goes on inside. */
export const openmrs = (): Dashboard => ({
    uid: "openmrs",
    title: "OpenMRS",
    description:
        "Ce que font les utilisateurs, combien de temps cela prend, et ce qui se passe dans le serveur.",
    folder: "exploitation",
    from: "now-6h",
    sections: [
        {
            title: "En ce moment",
            panels: [
                stat({
                    title: "Requêtes par seconde",
                    description:
                        "Sur cinq minutes, pages de santé exclues. Rien en pleine journée : voir Centres.",
                    expr: requestsOf("5m"),
                    unit: "reqps",
                    decimals: 1,
                }),
                stat({
                    title: "En erreur",
                    description:
                        "Part des réponses 5xx. Rouge : voir les routes en erreur, puis leurs journaux.",
                    alerts: ["SloApiBurn1h"],
                    expr: `${errorsOf("5m")} / ${requestsOf("5m")}`,
                    unit: "percentunit",
                    decimals: 2,
                    limits: worseFrom(0.005, 0.05),
                }),
                stat({
                    title: "Recherche de patient",
                    description:
                        "Durée de 95 % des recherches. Rouge : l’accueil attend ; voir la base et Java.",
                    alerts: ["OpenmrsPatientSearchSlow"],
                    expr: `histogram_quantile(0.95, sum by (le) (rate(openmrs_duration_seconds_bucket{${SPANS}, operation="patient-search"}[10m])))`,
                    unit: "s",
                    limits: LATENCY_LIMITS,
                }),
                stat({
                    title: "Connexions refusées",
                    description:
                        "Mots de passe refusés en une heure. Beaucoup : voir Journaux et sécurité avant de parler d’erreur de frappe.",
                    expr: `sum(${eventsOver('openmrs_login_failures_total{job="log-metrics"}', "1h")}) or vector(0)`,
                    unit: "none",
                    decimals: 0,
                    limits: worseFrom(20, 100),
                }),
                stat({
                    title: "Sessions ouvertes",
                    description: "Sessions de Tomcat. Rouge : un programme en ouvre sans les fermer.",
                    alerts: ["OpenmrsSessionsHigh"],
                    expr: 'sum(tomcat_session_active_count{job="openmrs-backend"})',
                    unit: "none",
                    limits: worseFrom(500, 1000),
                }),
                stat({
                    title: "Redémarrages, un jour",
                    description: "Du conteneur du serveur. Rouge : lire le motif du dernier arrêt.",
                    alerts: ["OpenmrsRestarting", "OpenmrsOomKilled"],
                    expr: 'sum(increase(kube_pod_container_status_restarts_total{job="kube-state-metrics", namespace="openmrs", container="backend"}[1d]))',
                    unit: "none",
                    decimals: 0,
                    limits: worseFrom(1, 3),
                }),
            ],
        },
        {
            title: "Les opérations",
            panels: [
                curves({
                    title: "Débit par opération",
                    description:
                        "Ce que font les utilisateurs. Une opération qui double sans raison : voir quel centre.",
                    queries: [{ expr: `sum by (operation) (${calls("")})`, legend: "{{operation}}" }],
                    unit: "reqps",
                    stacked: true,
                }),
                curves({
                    title: "Part en erreur par opération",
                    description:
                        "Erreurs du serveur, non refus. Rouge : ouvrir une trace en erreur de l’opération.",
                    alerts: ["OpenmrsOperationFailing"],
                    queries: [
                        {
                            expr: `sum by (operation) (${calls(', status_code="STATUS_CODE_ERROR"')}) / sum by (operation) (${calls("")})`,
                            legend: "{{operation}}",
                        },
                    ],
                    unit: "percentunit",
                    limits: worseFrom(0.01, 0.05),
                }),
                curves({
                    title: "Durée de 95 % par opération",
                    description:
                        "Rouge : ouvrir un point, qui mène à une trace ; voir si le temps passe dans la base.",
                    alerts: ["OpenmrsSlow", "OpenmrsPatientSearchSlow", "OpenmrsSignInSlow"],
                    queries: [
                        {
                            expr: percentile(0.95, "openmrs_duration_seconds", SPANS, ["operation"]),
                            legend: "{{operation}}",
                        },
                    ],
                    unit: "s",
                    limits: LATENCY_LIMITS,
                    exemplars: true,
                }),
                heatmap({
                    title: "Durées de toutes les opérations",
                    description:
                        "Deux nuages séparés : certaines demandes manquent un cache, ou attendent un verrou. Voir alors la base.",
                    expr: `sum by (le) (increase(openmrs_duration_seconds_bucket{${SPANS}}[${RATE}]))`,
                    unit: "s",
                }),
                table({
                    title: "Routes les plus lentes",
                    description: "Durée moyenne sur une heure, pages de santé exclues.",
                    labels: { http_route: "Route", http_request_method: "Méthode" },
                    columns: [
                        {
                            expr: `topk(15, sum by (http_route, http_request_method) (rate(http_server_request_duration_seconds_sum{${ROUTES}}[1h])) / sum by (http_route, http_request_method) (rate(http_server_request_duration_seconds_count{${ROUTES}}[1h])))`,
                            title: "Durée moyenne",
                            unit: "s",
                            limits: LATENCY_LIMITS,
                        },
                    ],
                    sortedBy: "Durée moyenne",
                }),
                table({
                    title: "Routes en erreur",
                    description: "Réponses 5xx en une heure. Vide : aucune.",
                    alerts: ["OpenmrsOperationFailing"],
                    labels: {
                        http_route: "Route",
                        http_request_method: "Méthode",
                        http_response_status_code: "Code",
                    },
                    columns: [
                        {
                            expr: `topk(15, sum by (http_route, http_request_method, http_response_status_code) (increase(http_server_request_duration_seconds_count{${ROUTES}, http_response_status_code=~"5.."}[1h])) > 0)`,
                            title: "Erreurs",
                            unit: "short",
                        },
                    ],
                    sortedBy: "Erreurs",
                }),
            ],
        },
        javaSection(),
        {
            title: "Les journaux",
            panels: [
                logs({
                    title: "Erreurs du serveur",
                    description:
                        "Lignes d’erreur d’OpenMRS, caviardées. L’identifiant de trace d’une ligne mène à la trace.",
                    expr: '{stream="application", namespace="openmrs", workload="openmrs-backend"} | level=~"error|fatal"',
                }),
            ],
        },
    ],
});
