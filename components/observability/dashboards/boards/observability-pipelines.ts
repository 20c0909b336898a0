import type { Dashboard } from "../kit/dashboard";
import { worseFrom } from "../kit/looks";
import { curves } from "../kit/metrics";

const RATE = "$__rate_interval";

const COLLECTORS = 'job=~"log-collector|trace-collector"';

const failed = (signal: string) =>
    `sum by (job, exporter) (rate(otelcol_exporter_send_failed_${signal}_total{${COLLECTORS}}[${RATE}]))`;

/** The ways of logs and traces, from the collectors to where they are kept. */
export const pipelinesSection = (): Dashboard["sections"][number] => ({
    title: "Les journaux et les traces",
    panels: [
        curves({
            title: "Files d’attente des collecteurs",
            description:
                "Part pleine. Une file qui monte : la destination n’écrit plus ; pleine, les agents attendent à leur tour.",
            alerts: ["LogCollectorQueueFilling", "LogCollectorQueueFull"],
            queries: [
                {
                    expr: `max by (job, exporter) (otelcol_exporter_queue_size{${COLLECTORS}}) / max by (job, exporter) (otelcol_exporter_queue_capacity{${COLLECTORS}})`,
                    legend: "{{job}} {{exporter}}",
                },
            ],
            unit: "percentunit",
            limits: worseFrom(0.5, 0.8),
            width: 8,
        }),
        curves({
            title: "Envois en échec",
            description:
                "Lignes et segments par seconde que la destination refuse. Voir ses journaux, puis ses droits.",
            alerts: ["LogCollectorDropping", "TraceCollectorDropping"],
            queries: [
                { expr: failed("log_records"), legend: "lignes {{job}} {{exporter}}" },
                { expr: failed("spans"), legend: "segments {{job}} {{exporter}}" },
            ],
            unit: "cps",
            width: 8,
        }),
        curves({
            title: "Reçu par Loki et Tempo",
            description: "Octets par seconde. Le coût suit.",
            queries: [
                {
                    expr: `sum(rate(loki_distributor_bytes_received_total{job="loki"}[${RATE}]))`,
                    legend: "Loki",
                },
                {
                    expr: `sum(rate(tempo_distributor_bytes_received_total{job="tempo"}[${RATE}]))`,
                    legend: "Tempo",
                },
            ],
            unit: "binBps",
            width: 8,
        }),
        curves({
            title: "Rejeté par Loki et Tempo",
            description: "Par raison. Limite de débit : voir qui écrit trop ; trop vieux : une file se vide.",
            alerts: ["LokiDiscarding", "TempoDiscarding"],
            queries: [
                {
                    expr: `sum by (reason) (rate(loki_discarded_samples_total{job="loki"}[${RATE}]))`,
                    legend: "Loki {{reason}}",
                },
                {
                    expr: `sum by (reason) (rate(tempo_discarded_spans_total{job="tempo"}[${RATE}]))`,
                    legend: "Tempo {{reason}}",
                },
            ],
            unit: "cps",
            width: 8,
        }),
        curves({
            title: "Requêtes en erreur de Loki et Tempo",
            description: "Part des réponses 5xx. Rouge : le compte de stockage, ou la mémoire.",
            alerts: ["LokiRequestErrors"],
            queries: ["loki", "tempo"].map((job) => ({
                expr: `sum by (job) (rate(${job}_request_duration_seconds_count{job="${job}", status_code=~"5.."}[${RATE}])) / sum by (job) (rate(${job}_request_duration_seconds_count{job="${job}"}[${RATE}]))`,
                legend: "{{job}}",
            })),
            unit: "percentunit",
            limits: worseFrom(0.01, 0.05),
            width: 8,
        }),
        curves({
            title: "Flux actifs dans Loki",
            description: "Des centaines, non des milliers : au-delà, une étiquette prend trop de valeurs.",
            alerts: ["LokiStreamsNearLimit"],
            queries: [
                {
                    expr: 'max by (instance) (loki_ingester_memory_streams{job="loki"})',
                    legend: "{{instance}}",
                },
            ],
            unit: "short",
            limits: worseFrom(1000, 4000),
            width: 8,
        }),
    ],
});
