import type { Dashboard } from "../kit/dashboard";
import { greenFrom, redFrom, worseFrom } from "../kit/looks";
import { bars, curves, stat } from "../kit/metrics";
import { table } from "../kit/tables";
import { pipelinesSection } from "./observability-pipelines";

const RATE = "$__rate_interval";

/** Whether the observability itself can be believed. */
export const observability = (): Dashboard => ({
    uid: "observability",
    title: "Observabilité",
    description:
        "Ce qui surveille fonctionne-t-il ? Un tableau vide peut vouloir dire que tout va bien, ou que plus rien n’est mesuré.",
    folder: "infrastructure",
    from: "now-6h",
    sections: [
        {
            title: "En ce moment",
            panels: [
                stat({
                    title: "Cibles muettes",
                    description:
                        "Cibles que Prometheus ne peut pas relever. Leurs alertes ne peuvent plus partir.",
                    alerts: ["TargetDown"],
                    expr: "count(max by (job, instance) (up) == 0) or vector(0)",
                    unit: "none",
                    limits: redFrom(1),
                }),
                stat({
                    title: "Prometheus présents",
                    description: "Deux serveurs mesurent les mêmes choses. Un seul : plus de secours.",
                    alerts: ["PrometheusReplicaMissing"],
                    expr: 'count(up{job="prometheus"} == 1)',
                    unit: "none",
                    limits: [
                        { value: null, color: "red" },
                        { value: 1, color: "orange" },
                        { value: 2, color: "green" },
                    ],
                }),
                stat({
                    title: "Alertmanagers qui se voient",
                    description: "Trois se concertent. Moins : une alerte peut partir deux fois.",
                    alerts: ["AlertmanagerMembersInconsistent", "AlertmanagerReplicaMissing"],
                    expr: 'min(alertmanager_cluster_members{job="alertmanager"})',
                    unit: "none",
                    limits: [
                        { value: null, color: "red" },
                        { value: 2, color: "orange" },
                        { value: 3, color: "green" },
                    ],
                }),
                stat({
                    title: "Messages non remis",
                    description:
                        "Alertes que Slack ou PagerDuty n’ont pas prises en une heure. Rouge : personne n’est prévenu ; appeler.",
                    alerts: ["AlertmanagerCallsFailing", "AlertmanagerMessagesFailing"],
                    expr: 'sum(increase(alertmanager_notifications_failed_total{job="alertmanager"}[1h]))',
                    unit: "none",
                    decimals: 0,
                    limits: redFrom(1),
                }),
                stat({
                    title: "Règles en échec",
                    description: "Évaluations ratées en une heure. Rouge : des alertes sont aveugles.",
                    alerts: ["PrometheusRuleFailures"],
                    expr: 'sum(increase(prometheus_rule_evaluation_failures_total{job="prometheus"}[1h]))',
                    unit: "none",
                    decimals: 0,
                    limits: redFrom(1),
                }),
                stat({
                    title: "Grafana",
                    description:
                        "La page de connexion répond. Si vous lisez ceci, elle répondait à l’instant.",
                    expr: 'min(probe_success{job="blackbox", probe="grafana"})',
                    unit: "none",
                    words: ["Répond", "Ne répond pas"],
                }),
            ],
        },
        {
            title: "Les métriques",
            panels: [
                table({
                    title: "Cibles, par travail",
                    description:
                        "Un travail sous 100 % : voir les pods de la charge, puis la règle du réseau qui laisse passer Prometheus.",
                    alerts: ["MonitoringJobMissing"],
                    labels: { job: "Travail" },
                    columns: [
                        { expr: "count by (job) (up)", title: "Cibles", unit: "none" },
                        {
                            expr: "avg by (job) (up)",
                            title: "Présentes",
                            unit: "percentunit",
                            limits: greenFrom(1),
                        },
                        {
                            expr: "max by (job) (scrape_duration_seconds)",
                            title: "Durée d’un relevé",
                            unit: "s",
                            limits: worseFrom(5, 10),
                        },
                    ],
                    sortedBy: "Travail",
                }),
                curves({
                    title: "Séries en mémoire",
                    description:
                        "Une marche : une étiquette qui prend trop de valeurs. La mémoire de Prometheus suit.",
                    queries: [
                        {
                            expr: 'max by (instance) (prometheus_tsdb_head_series{job="prometheus"})',
                            legend: "{{instance}}",
                        },
                    ],
                    unit: "short",
                }),
                curves({
                    title: "Durée des règles",
                    description:
                        "Du groupe le plus lent, rapportée à son intervalle. Au-dessus de 1, des évaluations manquent.",
                    alerts: ["PrometheusRuleEvaluationsMissed"],
                    queries: [
                        {
                            expr: 'topk(5, max by (rule_group) (prometheus_rule_group_last_duration_seconds{job="prometheus"}) / max by (rule_group) (prometheus_rule_group_interval_seconds{job="prometheus"}))',
                            legend: "{{rule_group}}",
                        },
                    ],
                    unit: "percentunit",
                    limits: worseFrom(0.5, 1),
                }),
                bars({
                    title: "Disques de l’observabilité",
                    description:
                        "Place prise. Rouge : agrandir, ou garder moins longtemps (`observability.*.retentionDays`).",
                    alerts: ["VolumeAlmostFull"],
                    queries: [
                        {
                            expr: 'max by (persistentvolumeclaim) (kubelet_volume_stats_used_bytes{job="kubelet", namespace="observability"} / kubelet_volume_stats_capacity_bytes{job="kubelet", namespace="observability"})',
                            legend: "{{persistentvolumeclaim}}",
                        },
                    ],
                    unit: "percentunit",
                    decimals: 0,
                    max: 1,
                    limits: worseFrom(0.75, 0.9),
                }),
            ],
        },
        pipelinesSection(),
        {
            title: "Les alertes et Grafana",
            panels: [
                curves({
                    title: "Messages envoyés",
                    description:
                        "Par canal et par seconde. Le signal de vie part sans cesse : à zéro, plus rien ne part.",
                    alerts: ["Watchdog"],
                    queries: [
                        {
                            expr: `sum by (integration) (rate(alertmanager_notifications_total{job="alertmanager"}[${RATE}]))`,
                            legend: "{{integration}}",
                        },
                    ],
                    unit: "cps",
                    width: 8,
                }),
                curves({
                    title: "Réponses de Grafana",
                    description: "Par code, par seconde. Des 5xx : une source de données ne répond pas.",
                    alerts: ["GrafanaErrors"],
                    queries: [
                        {
                            expr: `sum by (status_code) (rate(grafana_http_request_duration_seconds_count{job="grafana"}[${RATE}]))`,
                            legend: "{{status_code}}",
                        },
                    ],
                    unit: "reqps",
                    width: 8,
                }),
                curves({
                    title: "Questions aux sources de données",
                    description: "En erreur, par source. Voir d’abord si la source répond, plus haut.",
                    alerts: ["GrafanaDatasourceErrors"],
                    queries: [
                        {
                            expr: `sum by (datasource_type) (rate(grafana_datasource_request_total{job="grafana", code=~"4..|5.."}[${RATE}]))`,
                            legend: "{{datasource_type}}",
                        },
                    ],
                    unit: "reqps",
                    width: 8,
                }),
            ],
        },
    ],
});
