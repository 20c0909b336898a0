import type { AlertRule, RuleGroup } from "../rule";
import type { RuleSettings } from "../rule-settings";

const LINES = 'job="log-metrics"';
const COLLECTOR = 'job="log-collector"';
const ARCHIVE = 'exporter="azure_blob/archive"';

const COLLECTOR_LOGS =
    "Ce que dit le collecteur : `kubectl logs --namespace observability --selector app.kubernetes.io/name=log-collector --container collector --tail 200`.";
const AGENTS =
    "Les agents : `kubectl get pods --namespace observability --selector app.kubernetes.io/name=log-agent --output wide`.";
/** Some blobs of half a mebibyte: as much does not wait where the archive answers. */
const WAITING_BYTES = 4 * 1024 ** 2;

const NOTE =
    "Noter le début et la fin du trou : un contrôle (CNIL, HDS) demandera pourquoi il manque des traces à ces heures.";

const written = (selector: string, span: string) =>
    `sum(rate(log_lines_total{${LINES}, ${selector}}[${span}])) > 0`;

const rules: readonly AlertRule[] = [
    {
        alert: "AuditLogGap",
        // Grafana writes a line of audit for each page that it is asked for, and the probe asks every 30 seconds.
        expr: `max(probe_success{job="blackbox", probe="grafana"}) == 1
unless on () ${written('stream="audit"', "15m")}`,
        for: "15m",
        severity: "critical",
        team: "securite",
        summary: "Le journal d’audit ne s’écrit plus",
        description:
            "Des pages qui laissent une trace dans le journal d’audit sont demandées, et aucune ligne n’en est arrivée depuis un quart d’heure.",
        runbook: {
            meaning:
                "Les lignes d’audit se perdent entre le programme qui les écrit et le collecteur, ou ne sont plus reconnues comme telles.",
            impact: "Les accès ne sont plus imputables : obligation de journalisation (délibération CNIL n° 2021-122, article 32 du RGPD, HDS).",
            checks: [
                AGENTS,
                COLLECTOR_LOGS,
                "Ce qui arrive encore : `sum by (stream, workload) (rate(log_lines_total[5m]))`.",
            ],
            remedies: [
                "Rétablir l’agent ou le collecteur : les lignes gardées sur les nœuds sont rattrapées.",
                "Si la forme des lignes a changé avec une image, corriger `components/observability/logs/streams.ts`.",
                NOTE,
            ],
        },
    },
    {
        alert: "AccessLogGap",
        expr: `sum(rate(nginx_http_requests_total{job="openmrs-gateway"}[15m])) > 0.2
unless on () ${written('stream="access"', "15m")}`,
        for: "15m",
        severity: "critical",
        team: "securite",
        summary: "Le journal des accès ne s’écrit plus",
        description:
            'La passerelle reçoit {{ $value | printf "%.1f" }} demande(s) par seconde, et aucune ligne d’accès n’arrive.',
        runbook: {
            meaning:
                "Les lignes d’accès de nginx se perdent en route, ou ne sont plus reconnues comme telles.",
            impact: "On ne saura plus d’où venait une demande pendant ce temps (délibération CNIL n° 2021-122).",
            checks: [
                "La passerelle écrit-elle : `kubectl logs --namespace openmrs --selector app.kubernetes.io/name=openmrs-gateway --container gateway --tail 5`.",
                AGENTS,
                COLLECTOR_LOGS,
            ],
            remedies: [
                "Rétablir l’agent ou le collecteur : les lignes gardées sur les nœuds sont rattrapées.",
                NOTE,
            ],
        },
    },
    {
        alert: "ArchiveWriteFailing",
        // Retries never end, so that no write counts as failed: what waits longer than a few blobs is what shows it.
        expr: `min by (instance) (min_over_time(otelcol_exporter_queue_size{${COLLECTOR}, ${ARCHIVE}}[15m])) > ${WAITING_BYTES.toString()}`,
        for: "15m",
        severity: "warning",
        team: "securite",
        summary: "Des lignes d’audit attendent d’entrer dans l’archive",
        description:
            "{{ $value | humanize1024 }}o de lignes attendent dans {{ $labels.instance }} depuis une demi-heure.",
        runbook: {
            meaning:
                "L’archive prend les lignes moins vite qu’elles ne viennent, ou plus du tout : droit retiré, réseau, ou compte de stockage limité. Le collecteur réessaie sans fin.",
            impact: "Rien n’est perdu tant que le disque du collecteur n’est pas plein. Jusque-là, ces lignes ne sont que dans Loki, que l’on peut modifier.",
            checks: [
                COLLECTOR_LOGS,
                'Ce qui entre : `sum by (instance) (rate(otelcol_exporter_sent_log_records_total{exporter="azure_blob/archive"}[15m]))`.',
                "Le rôle de l’identité du collecteur sur le conteneur `cluster-audit`, et la politique d’immuabilité (`docs/archive.md`).",
            ],
            remedies: [
                "Rendre le rôle ou rétablir le réseau : la file se vide d’elle-même.",
                "Ne pas supprimer les pods du collecteur avec leur disque tant que la file n’est pas vide.",
            ],
        },
    },
    {
        alert: "ArchiveSilent",
        // Of each collector. Nothing counts as sent before the first time.
        expr: `sum by (instance) (rate(otelcol_processor_outgoing_items_total{${COLLECTOR}, processor="filter/archived"}[30m])) > 0
unless on (instance) sum by (instance) (rate(otelcol_exporter_sent_log_records_total{${COLLECTOR}, ${ARCHIVE}}[30m])) > 0`,
        for: "30m",
        severity: "critical",
        team: "securite",
        summary: "L’archive des journaux d’audit ne reçoit plus rien",
        description:
            "Des lignes d’audit arrivent au collecteur {{ $labels.instance }}, et aucune n’est entrée dans l’archive depuis une demi-heure.",
        runbook: {
            meaning:
                "Les envois à l’archive échouent et sont réessayés sans fin : droit, réseau, ou compte de stockage en panne.",
            impact: "Les lignes attendent sur le disque du collecteur ; s’il se remplit ou disparaît, la preuve est perdue.",
            checks: [
                COLLECTOR_LOGS,
                'Ce qui attend : `otelcol_exporter_queue_size{exporter="azure_blob/archive"}`.',
                "Le point de terminaison privé de l’archive et son nom : `docs/archive.md`.",
            ],
            remedies: [
                "Rendre le rôle ou rétablir le réseau : la file se vide d’elle-même.",
                "Ne pas supprimer les pods du collecteur avec leur disque tant que la file n’est pas vide.",
            ],
        },
    },
];

const database: AlertRule = {
    alert: "DatabaseAuditSilent",
    // Even at night: its exporter connects anew each time that it is asked, every 30 seconds, and that is written down too.
    expr: `max(mysql_up{job="mariadb"}) == 1
unless on () ${written('stream="audit", workload="mariadb"', "1h")}`,
    for: "30m",
    severity: "warning",
    team: "securite",
    summary: "Le journal d’audit de la base est vide",
    description: "La base répond, et n’a laissé aucune ligne d’audit depuis une heure.",
    runbook: {
        meaning: "Le module d’audit de MariaDB n’écrit plus, ou le conteneur `audit` ne le suit plus.",
        impact: "Les connexions et les changements de droits dans la base ne sont plus imputables.",
        checks: [
            "Le conteneur : `kubectl logs --namespace database mariadb-0 --container audit --tail 5`, et de même pour `mariadb-1`.",
            "Les agents : l’alerte `LogAgentDown`.",
        ],
        remedies: [
            "Supprimer d’abord le pod de la réplique qui suit, puis l’autre (`docs/base-de-donnees.md`).",
            NOTE,
        ],
    },
};

/** Whether who did what is written down, and kept where nobody changes it. */
export const auditAlerts = ({ databaseMode }: RuleSettings): RuleGroup => ({
    name: "security-audit",
    title: "Les journaux d’audit et d’accès",
    alerts: [...rules, ...(databaseMode === "inCluster" ? [database] : [])],
});
