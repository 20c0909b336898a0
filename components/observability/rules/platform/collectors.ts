import type { AlertRule, RuleGroup } from "../rule";
import { logsOf, podsOf } from "./texts";

const AGENT = 'job="log-agent"';
const LOGS_COLLECTOR = 'job="log-collector"';
const TRACES_COLLECTOR = 'job="trace-collector"';

/** The archive has an alert of its own. */
const BUT_ARCHIVE = 'exporter!="azure_blob/archive"';

const fullness = (labels: string, job: string) =>
    `max by (${labels}) (otelcol_exporter_queue_size{${job}} / otelcol_exporter_queue_capacity{${job}}) > 0.5`;

const HELD_ON_DISK = "Les lignes attendent sur le disque du collecteur ; elles sont perdues s’il se remplit.";

const grows = (labels: string, metric: string, selector: string) =>
    `sum by (${labels}) (rate(${metric}{${selector}}[10m])) > 0`;

/** Of the agents, one on each node. */
const agents: readonly AlertRule[] = [
    {
        alert: "LogAgentDown",
        expr: `max by (node) (up{${AGENT}}) == 0`,
        for: "15m",
        severity: "warning",
        team: "plateforme",
        summary: "Les journaux du nœud {{ $labels.node }} ne sont plus lus",
        description: "L’agent de ce nœud ne répond plus.",
        runbook: {
            meaning: "Le pod de `log-agent` de ce nœud est arrêté ou bloqué.",
            impact: "Les lignes restent sur le nœud et seront lues à son retour, si Kubernetes ne les a pas effacées d’ici là (rotation, pod supprimé).",
            checks: [podsOf("log-agent"), logsOf("log-agent")],
            remedies: [
                "Supprimer son pod : un autre le remplace et reprend.",
                "Nœud lui-même en panne : `docs/perte-d-un-noeud.md`.",
            ],
        },
    },
    {
        alert: "LogAgentDropping",
        expr: grows("node", "otelcol_exporter_send_failed_log_records_total", AGENT),
        for: "15m",
        severity: "critical",
        team: "plateforme",
        summary: "Des lignes du nœud {{ $labels.node }} sont perdues",
        description:
            'L’agent renonce à {{ $value | printf "%.1f" }} ligne(s) par seconde que le collecteur refuse.',
        runbook: {
            meaning: "Le collecteur refuse définitivement des lignes de cet agent : elles sont abandonnées.",
            impact: "Ces lignes manqueront, celles du journal d’audit comprises.",
            checks: [logsOf("log-agent"), logsOf("log-collector"), "L’alerte `LogCollectorRefusing`."],
            remedies: ["Corriger ce que nomme le refus dans la configuration du collecteur, puis appliquer."],
        },
    },
    {
        alert: "LogAgentQueueFilling",
        expr: fullness("node", AGENT),
        for: "10m",
        severity: "warning",
        team: "plateforme",
        summary: "Les journaux du nœud {{ $labels.node }} s’accumulent",
        description: "La file de l’agent est pleine à {{ $value | humanizePercentage }}.",
        runbook: {
            meaning: "Le collecteur ne prend pas les lignes aussi vite qu’elles viennent, ou plus du tout.",
            impact: "Pleine, la file fait attendre les lectures ; des lignes se perdent si cela dure.",
            checks: [podsOf("log-collector"), logsOf("log-collector"), logsOf("log-agent")],
            remedies: [
                "Rétablir le collecteur.",
                "Faire taire un programme qui écrit trop : `topk(5, sum by (namespace, workload) (rate(log_lines_total[10m])))`.",
            ],
        },
    },
];

/** Of the collector of logs. */
const logs: readonly AlertRule[] = [
    {
        alert: "LogCollectorRefusing",
        expr: grows("instance", "otelcol_receiver_refused_log_records_total", LOGS_COLLECTOR),
        for: "10m",
        severity: "warning",
        team: "plateforme",
        summary: "Le collecteur de journaux {{ $labels.instance }} refuse des lignes",
        description:
            'Il en refuse {{ $value | printf "%.1f" }} par seconde ; les agents les gardent et réessaient.',
        runbook: {
            meaning:
                "Sa mémoire est à la limite, sa file est pleine, ou le masquage d’une ligne échoue : une ligne qu’il ne sait pas masquer n’entre pas.",
            impact: "Les journaux ont du retard. Les agents gardent les lignes tant que leur file n’est pas pleine.",
            checks: [
                logsOf("log-collector"),
                'Sa mémoire : `otelcol_process_memory_rss_bytes{job="log-collector"}`.',
                "Sa file : l’alerte `LogCollectorQueueFilling`.",
            ],
            remedies: [
                "Mémoire : l’augmenter, ou ajouter une réplique.",
                "Masquage qui échoue : corriger l’instruction que nomme le journal.",
            ],
        },
    },
    {
        alert: "LogCollectorDropping",
        expr: grows(
            "exporter",
            "otelcol_exporter_send_failed_log_records_total",
            `${LOGS_COLLECTOR}, ${BUT_ARCHIVE}`,
        ),
        for: "15m",
        severity: "critical",
        team: "plateforme",
        summary: "Des lignes de journal sont perdues ({{ $labels.exporter }})",
        description:
            'La destination refuse définitivement {{ $value | printf "%.1f" }} ligne(s) par seconde.',
        runbook: {
            meaning:
                "Loki répond qu’il ne prendra jamais ces lignes : trop grandes, trop anciennes, mal étiquetées.",
            impact: "Ces lignes manqueront dans Loki. Les lignes d’audit sont aussi dans l’archive.",
            checks: [logsOf("log-collector"), logsOf("loki"), "L’alerte `LokiDiscarding`."],
            remedies: ["Corriger la limite ou l’étiquette que nomme le refus, puis appliquer."],
        },
    },
    {
        alert: "LogCollectorQueueFull",
        expr: grows("exporter", "otelcol_exporter_enqueue_failed_log_records_total", LOGS_COLLECTOR),
        for: "15m",
        severity: "critical",
        team: "plateforme",
        summary: "La file du collecteur de journaux est pleine ({{ $labels.exporter }})",
        description: "Des lignes n’y entrent plus.",
        runbook: {
            meaning:
                "La destination ne prend plus rien depuis assez longtemps pour remplir le disque du collecteur.",
            impact: "Les agents gardent les lignes autant qu’ils peuvent, puis elles sont perdues, celles du journal d’audit comprises.",
            checks: [
                podsOf("loki"),
                logsOf("log-collector"),
                "Le compte de stockage de l’archive, dans le portail d’Azure.",
            ],
            remedies: [
                "Rétablir la destination : la file se vide d’elle-même.",
                "Si cela doit durer, agrandir le disque du collecteur.",
            ],
        },
    },
    {
        alert: "LogCollectorQueueFilling",
        expr: fullness("instance, exporter", LOGS_COLLECTOR),
        for: "15m",
        severity: "warning",
        team: "plateforme",
        summary: "Les journaux s’accumulent dans le collecteur ({{ $labels.exporter }})",
        description: "La file de {{ $labels.instance }} est pleine à {{ $value | humanizePercentage }}.",
        runbook: {
            meaning: "La destination prend les lignes moins vite qu’elles ne viennent, ou plus du tout.",
            impact: HELD_ON_DISK,
            checks: [podsOf("loki"), logsOf("log-collector")],
            remedies: [
                "Rétablir la destination ; pour l’archive, son compte de stockage et l’identité du collecteur.",
            ],
        },
    },
];

/** Of the collector of traces, which has no disk. */
const traces: readonly AlertRule[] = [
    {
        alert: "TraceCollectorRefusing",
        expr: grows("instance", "otelcol_receiver_refused_spans_total", TRACES_COLLECTOR),
        for: "10m",
        severity: "warning",
        team: "plateforme",
        summary: "Le collecteur de traces refuse des traces",
        description: '{{ $labels.instance }} refuse {{ $value | printf "%.1f" }} opération(s) par seconde.',
        runbook: {
            meaning: "Sa mémoire est à la limite, ou la suite de la chaîne est engorgée.",
            impact: "Les durées par opération et par centre sont incomplètes : les objectifs de service se calculent mal.",
            checks: [podsOf("trace-collector"), logsOf("trace-collector")],
            remedies: ["Augmenter sa mémoire, ou réduire `observability.traces.samplePercent`."],
        },
    },
    {
        alert: "TraceCollectorDropping",
        expr: `${grows("exporter", "otelcol_exporter_send_failed_spans_total", TRACES_COLLECTOR)}
or ${grows("exporter", "otelcol_exporter_enqueue_failed_spans_total", TRACES_COLLECTOR)}`,
        for: "10m",
        severity: "warning",
        team: "plateforme",
        summary: "Des traces sont perdues ({{ $labels.exporter }})",
        description: 'Tempo ne prend pas {{ $value | printf "%.1f" }} opération(s) par seconde.',
        runbook: {
            meaning: "Tempo est arrêté, ou refuse ce que le collecteur lui envoie.",
            impact: "Des traces manqueront au moment de chercher une cause. Les durées par opération restent justes.",
            checks: [podsOf("tempo"), logsOf("tempo"), logsOf("trace-collector")],
            remedies: ["Rétablir Tempo : stockage, identité, mémoire."],
        },
    },
];

/** The way of logs and traces to where they are kept. */
export const collectorAlerts: RuleGroup = {
    name: "platform-collectors",
    title: "Les agents et les collecteurs",
    alerts: [...agents, ...logs, ...traces],
};
