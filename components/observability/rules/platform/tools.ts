import type { RuleGroup } from "../rule";
import { logsOf, podsOf, PREVIOUS } from "./texts";

const TEMPO = 'job="tempo"';
const GRAFANA = 'job="grafana"';

const grows = (labels: string, metric: string, span = "15m") =>
    `sum by (${labels}) (rate(${metric}{${TEMPO}}[${span}])) > 0`;

const TEMPO_STORAGE =
    "Le stockage répond-il : erreurs `azure` dans le journal, puis l’état du compte de stockage dans le portail d’Azure.";

const serverErrors = (labels: string, metric: string, code: string, span = "10m") =>
    `sum by (${labels}) (rate(${metric}{${GRAFANA}, ${code}=~"5.."}[${span}]))
  / sum by (${labels}) (rate(${metric}{${GRAFANA}}[${span}])) > 0.1`;

/** What helps to find a cause: the store of the traces, and the dashboards. */
export const toolAlerts: RuleGroup = {
    name: "platform-tools",
    title: "Tempo et Grafana",
    alerts: [
        {
            alert: "TempoDiscarding",
            expr: grows("reason", "tempo_discarded_spans_total"),
            for: "15m",
            severity: "warning",
            team: "plateforme",
            summary: "Tempo rejette des traces ({{ $labels.reason }})",
            description: 'Il rejette {{ $value | printf "%.1f" }} opération(s) par seconde.',
            runbook: {
                meaning:
                    "Une limite est dépassée : traces trop grandes (`trace_too_large`), trop nombreuses (`live_traces_exceeded`), débit.",
                impact: "Ces traces manqueront au moment de chercher une cause.",
                checks: [
                    logsOf("tempo"),
                    "Ce qui arrive : `rate(tempo_distributor_spans_received_total[5m])`.",
                ],
                remedies: [
                    "Réduire `observability.traces.samplePercent`, ou relever la limite dans la configuration de Tempo.",
                ],
            },
        },
        {
            alert: "TempoRefusing",
            expr: grows("instance", "tempo_receiver_refused_spans"),
            for: "15m",
            severity: "warning",
            team: "plateforme",
            summary: "Tempo refuse ce que le collecteur lui envoie",
            description:
                '{{ $labels.instance }} refuse {{ $value | printf "%.1f" }} opération(s) par seconde.',
            runbook: {
                meaning: "Tempo est engorgé, ou ne comprend pas ce qu’il reçoit.",
                impact: "Des traces manqueront au moment de chercher une cause.",
                checks: [podsOf("tempo"), logsOf("tempo"), logsOf("trace-collector")],
                remedies: ["Augmenter sa mémoire (`observability.traces.memory`).", PREVIOUS],
            },
        },
        {
            alert: "TempoFlushFailing",
            expr: grows("instance", "tempo_ingester_failed_flushes_total", "30m"),
            for: "15m",
            severity: "warning",
            team: "plateforme",
            summary: "Tempo n’écrit plus dans son stockage",
            description: "Les traces récentes de {{ $labels.instance }} restent sur son disque.",
            runbook: {
                meaning: "L’envoi des blocs de traces au compte de stockage échoue.",
                impact: "Rien n’est perdu tant que le disque du pod n’est pas plein.",
                checks: [logsOf("tempo"), TEMPO_STORAGE],
                remedies: [
                    "Rendre à l’identité de Tempo son rôle sur le conteneur, ou rétablir le point de terminaison privé.",
                ],
            },
        },
        {
            alert: "TempoCompactionFailing",
            expr: grows("instance", "tempodb_compaction_errors_total", "1h"),
            for: "1h",
            severity: "warning",
            team: "plateforme",
            summary: "Tempo ne range plus ses traces",
            description:
                "Les compactages de {{ $labels.instance }} échouent : la durée de conservation n’est plus appliquée.",
            runbook: {
                meaning: "Le regroupement des blocs échoue, et l’effacement de ceux qui sont échus avec lui.",
                impact: "Les recherches ralentissent, et des traces sont gardées plus longtemps qu’annoncé.",
                checks: [logsOf("tempo"), TEMPO_STORAGE, "Retard : `tempodb_compaction_outstanding_blocks`."],
                remedies: [
                    "Rendre à l’identité de Tempo le droit d’écrire et d’effacer dans son conteneur.",
                    "Bloc abîmé, nommé dans le journal : le supprimer du conteneur.",
                ],
            },
        },
        {
            alert: "GrafanaErrors",
            expr: serverErrors("handler", "grafana_http_request_duration_seconds_count", "status_code"),
            for: "15m",
            severity: "warning",
            team: "plateforme",
            summary: "Grafana répond par des erreurs",
            description: "{{ $value | humanizePercentage }} des demandes à {{ $labels.handler }} échouent.",
            runbook: {
                meaning: "Grafana tourne mais ne sert plus une part de ses pages.",
                impact: "Les tableaux de bord ne s’ouvrent pas ; les alertes partent sans lui.",
                checks: [podsOf("grafana"), logsOf("grafana")],
                remedies: [
                    "Connexion qui échoue : vérifier l’inscription d’application dans Entra.",
                    PREVIOUS,
                ],
            },
        },
        {
            alert: "GrafanaDatasourceErrors",
            expr: serverErrors("datasource", "grafana_datasource_request_total", "code"),
            for: "15m",
            severity: "warning",
            team: "plateforme",
            summary: "La source {{ $labels.datasource }} des tableaux de bord échoue",
            description: "{{ $value | humanizePercentage }} de ses réponses à Grafana sont des erreurs.",
            runbook: {
                meaning: "Prometheus, Loki ou Tempo répond mal aux questions de Grafana.",
                impact: "Des panneaux sont vides, ou montrent une erreur.",
                checks: [
                    "Les alertes de la source elle-même (`platform-loki`, `platform-tools`, `platform-metrics`).",
                    logsOf("grafana"),
                ],
                remedies: [
                    "Rétablir la source.",
                    "Question trop lourde : réduire la période du tableau de bord.",
                ],
            },
        },
    ],
};
