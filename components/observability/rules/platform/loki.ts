import type { RuleGroup } from "../rule";
import { logsOf, podsOf, PREVIOUS } from "./texts";

const JOB = 'job="loki"';
const PODS = podsOf("loki");
const LOGS = logsOf("loki");
const HELD =
    "Les collecteurs gardent les lignes sur leur disque et les renvoient : rien n’est perdu tant que leur file n’est pas pleine.";
const STORAGE =
    "Le stockage répond-il : erreurs `azure` dans le journal, puis l’état du compte de stockage dans le portail d’Azure.";

/** Seconds since the last success of one of the compactor's tasks, which one server runs for all. */
const since = (metric: string) => `time() - max(${metric}{${JOB}})`;

/** The store of the logs. */
export const lokiAlerts: RuleGroup = {
    name: "platform-loki",
    title: "Loki : les journaux sont gardés et se lisent",
    alerts: [
        {
            alert: "LokiRequestErrors",
            expr: `sum by (route) (rate(loki_request_duration_seconds_count{${JOB}, status_code=~"5.."}[10m]))
  / sum by (route) (rate(loki_request_duration_seconds_count{${JOB}}[10m])) > 0.05`,
            for: "15m",
            severity: "warning",
            team: "plateforme",
            summary: "Loki répond par des erreurs ({{ $labels.route }})",
            description: "{{ $value | humanizePercentage }} des demandes échouent.",
            runbook: {
                meaning:
                    "Loki échoue à écrire (`otlp_v1_logs`, `loki_api_v1_push`) ou à lire (`loki_api_v1_query_range`).",
                impact: `Les journaux ne se lisent plus, ou plus en entier. ${HELD}`,
                checks: [PODS, LOGS, STORAGE],
                remedies: [
                    "Droit refusé sur le stockage : vérifier l’identité de Loki et son rôle sur le conteneur.",
                    "Lectures trop larges : réduire la période demandée dans Grafana.",
                ],
            },
        },
        {
            alert: "LokiPanicking",
            expr: `sum by (instance) (rate(loki_panic_total{${JOB}}[10m])) > 0`,
            severity: "warning",
            team: "plateforme",
            summary: "Loki {{ $labels.instance }} rattrape des erreurs de programme",
            description: "Des demandes se terminent par une erreur interne.",
            runbook: {
                meaning: "Un défaut de Loki interrompt des demandes ; il continue à servir les autres.",
                impact: "Quelques recherches échouent. Une écriture interrompue est renvoyée.",
                checks: [LOGS, "Chercher le premier `panic` et la demande qui le précède."],
                remedies: ["Éviter la demande en cause, et signaler le défaut au projet Loki.", PREVIOUS],
            },
        },
        {
            alert: "LokiFlushFailing",
            expr: `sum by (instance) (rate(loki_ingester_chunks_flush_failures_total{${JOB}}[15m])) > 0`,
            for: "15m",
            severity: "warning",
            team: "plateforme",
            summary: "Loki {{ $labels.instance }} n’écrit plus dans son stockage",
            description: "Les journaux récents restent dans sa mémoire et sur son disque.",
            runbook: {
                meaning: "L’envoi des blocs de journaux au compte de stockage échoue.",
                impact: "Rien n’est perdu tant que le disque du pod n’est pas plein. S’il l’est, Loki refuse les lignes nouvelles.",
                checks: [
                    LOGS,
                    STORAGE,
                    'Place du disque : `kubelet_volume_stats_available_bytes{persistentvolumeclaim=~"data-loki-.*"}`.',
                ],
                remedies: [
                    "Rendre à l’identité de Loki son rôle sur le conteneur, ou rétablir le point de terminaison privé.",
                    "Disque presque plein : l’agrandir sans attendre (`observability.logs.storageGiB`).",
                ],
            },
        },
        {
            alert: "LokiDiscarding",
            expr: `sum by (reason) (rate(loki_discarded_samples_total{${JOB}}[10m])) > 0`,
            for: "10m",
            severity: "warning",
            team: "plateforme",
            summary: "Loki rejette des lignes de journal ({{ $labels.reason }})",
            description: 'Il en rejette {{ $value | printf "%.1f" }} par seconde.',
            runbook: {
                meaning:
                    "Des lignes dépassent une limite : débit (`rate_limited`), taille, nombre de flux (`stream_limit`), âge (`too_far_behind`).",
                impact: "Trop nombreuses (`rate_limited`), elles attendent dans la file du collecteur et reviennent ; rejetées pour une autre raison, elles sont perdues, ce que dit `LogCollectorDropping`. Les lignes d’audit sont aussi dans l’archive.",
                checks: [
                    LOGS,
                    "Qui écrit tant : `topk(5, sum by (namespace, workload) (rate(log_lines_total[10m])))`.",
                ],
                remedies: [
                    "Faire taire le programme qui écrit trop (niveau de journal).",
                    "Limite trop basse pour un usage normal : la relever dans `components/observability/logs/loki-config.ts`.",
                ],
            },
        },
        {
            alert: "LokiCompactionStale",
            expr: `${since("loki_boltdb_shipper_compact_tables_operation_last_successful_run_timestamp_seconds")} > 3 * 3600`,
            for: "1h",
            severity: "warning",
            team: "plateforme",
            summary: "Loki ne range plus son index",
            description: "Le dernier rangement réussi date de {{ $value | humanizeDuration }}.",
            runbook: {
                meaning: "Le compacteur, que fait tourner une seule réplique, n’aboutit plus.",
                impact: "Les recherches ralentissent ; sans rangement, la durée de conservation n’est plus appliquée non plus.",
                checks: [LOGS, "Lequel compacte : `loki_boltdb_shipper_compactor_running == 1`.", STORAGE],
                remedies: ["Supprimer le pod qui compacte : il recommence au démarrage.", PREVIOUS],
            },
        },
        {
            alert: "LokiRetentionStale",
            expr: `${since("loki_compactor_apply_retention_last_successful_run_timestamp_seconds")} > 6 * 3600`,
            for: "1h",
            severity: "warning",
            team: "securite",
            summary: "Loki n’efface plus les journaux échus",
            description:
                "La durée de conservation a été appliquée pour la dernière fois il y a {{ $value | humanizeDuration }}.",
            runbook: {
                meaning: "L’effacement des journaux dont la durée de conservation est passée n’aboutit plus.",
                impact: "Des données sont gardées plus longtemps qu’annoncé dans le registre (article 5, 1, e du RGPD), et le stockage grossit.",
                checks: [LOGS, STORAGE, "L’alerte `LokiCompactionStale`, qui en est souvent la cause."],
                remedies: [
                    "Rendre à l’identité de Loki le droit d’effacer dans son conteneur.",
                    "Supprimer le pod qui compacte : il recommence au démarrage.",
                ],
            },
        },
        {
            alert: "LokiStreamsNearLimit",
            expr: `max by (instance) (loki_ingester_memory_streams{${JOB}}) > 4000`,
            for: "15m",
            severity: "warning",
            team: "plateforme",
            summary: "Loki {{ $labels.instance }} tient presque trop de flux ouverts",
            description: "{{ $value }} flux sont ouverts ; au-delà de 5 000, il rejette les nouveaux.",
            runbook: {
                meaning:
                    "Une étiquette de l’index prend trop de valeurs, ou beaucoup de pods ont été remplacés à la fois.",
                impact: "Au-delà de la limite, les lignes des flux nouveaux sont perdues.",
                checks: [
                    'Par espace de noms : `sum by (namespace, workload) (count_over_time({stream=~".+"}[5m]))` dans Grafana, source Loki.',
                    LOGS,
                ],
                remedies: [
                    "Retirer l’étiquette de trop du collecteur : elle a sa place dans les métadonnées.",
                    PREVIOUS,
                ],
            },
        },
    ],
};
