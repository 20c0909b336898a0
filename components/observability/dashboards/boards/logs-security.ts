import { eventsOver } from "../../rules/events";
import type { Dashboard } from "../kit/dashboard";
import { greenFrom, redFrom, worseFrom } from "../kit/looks";
import { curves, stat } from "../kit/metrics";
import { table } from "../kit/tables";
import { logs } from "../kit/words";

const DERIVED = 'job="log-metrics"';

/** The exporter of the audit logs to the write-once account, and what comes out of it. */
const ARCHIVE = 'job="log-collector", exporter="azure_blob/archive"';

const RATE = "$__rate_interval";

const MIB = 1024 ** 2;

const since = (counter: string, range: string, matchers = "") =>
    `sum(${eventsOver(`${counter}{${DERIVED}${matchers}}`, range)}) or vector(0)`;

/** Whether the logs arrive, masked, and are kept; and what they say of those who come in. */
export const logsSecurity = (): Dashboard => ({
    uid: "logs-security",
    title: "Journaux et sécurité",
    description:
        "Les journaux arrivent-ils, caviardés, et sont-ils gardés ? Qui s’est vu refuser quoi ? Chaque consultation est elle-même journalisée.",
    folder: "securite",
    from: "now-6h",
    sections: [
        {
            title: "En ce moment",
            panels: [
                stat({
                    title: "Journaux d’audit",
                    description:
                        "Lignes par seconde. Rouge pendant que l’on travaille : la preuve des accès se perd.",
                    alerts: ["AuditLogGap"],
                    expr: `sum(rate(log_lines_total{${DERIVED}, stream="audit"}[15m])) or vector(0)`,
                    unit: "cps",
                    decimals: 2,
                    limits: greenFrom(0.001),
                }),
                stat({
                    title: "Essai de caviardage",
                    description:
                        "Lignes d’essai ressorties masquées en dix minutes. Rouge : l’essai ne passe plus, le caviardage n’est plus surveillé.",
                    alerts: ["RedactionUnproven"],
                    expr: since("log_canaries_total", "10m", ', result="masked"'),
                    unit: "none",
                    decimals: 0,
                    limits: greenFrom(1),
                }),
                stat({
                    title: "Fuites",
                    description:
                        "Lignes d’essai ressorties en clair depuis que les collecteurs ont démarré. Rouge : couper l’accès aux journaux et prévenir l’équipe sécurité.",
                    alerts: ["RedactionFailing"],
                    // A counter begins at 1 with the first leak, of which no increase is seen.
                    expr: `sum(log_canaries_total{${DERIVED}, result="leaked"}) or vector(0)`,
                    unit: "none",
                    decimals: 0,
                    limits: redFrom(1),
                }),
                stat({
                    title: "Archive : en attente",
                    description:
                        "Octets d’audit qui attendent d’entrer dans l’archive immuable depuis un quart d’heure, sur le disque du collecteur. Rouge : elle ne les prend plus.",
                    alerts: ["ArchiveWriteFailing"],
                    // What cannot be written is tried for ever, and never counts as failed.
                    expr: `max(min_over_time(otelcol_exporter_queue_size{${ARCHIVE}}[15m]))`,
                    unit: "bytes",
                    limits: worseFrom(MIB, 4 * MIB),
                }),
                stat({
                    title: "Connexions refusées",
                    description:
                        "À OpenMRS, en une heure. Rouge : un essai de mots de passe en série ; voir d’où, plus bas.",
                    alerts: ["LoginFailuresBurst", "LoginFailuresFlood"],
                    expr: since("openmrs_login_failures_total", "1h"),
                    unit: "none",
                    decimals: 0,
                    limits: worseFrom(20, 100),
                }),
                stat({
                    title: "Refus de la base",
                    description:
                        "Connexions et ordres refusés en une heure. Rouge : un secret périmé, ou un intrus.",
                    expr: since("database_access_denied_total", "1h"),
                    unit: "none",
                    decimals: 0,
                    limits: worseFrom(1, 20),
                }),
            ],
        },
        {
            title: "Ce qui arrive",
            panels: [
                curves({
                    title: "Lignes par flux",
                    description:
                        "Par seconde. Un flux qui tombe à zéro : voir l’agent du nœud, puis le collecteur.",
                    alerts: ["LogAgentDown", "LogCollectorRefusing", "AccessLogGap"],
                    queries: [
                        {
                            expr: `sum by (stream) (rate(log_lines_total{${DERIVED}}[${RATE}]))`,
                            legend: "{{stream}}",
                        },
                    ],
                    unit: "cps",
                    stacked: true,
                }),
                curves({
                    title: "Identifiants masqués",
                    description:
                        "Lignes par seconde où le caviardage a trouvé quelque chose. Une hausse : un programme écrit ce qu’il ne devrait pas.",
                    alerts: ["RedactionBurst"],
                    queries: [
                        {
                            expr: `sum by (kind) (rate(log_redactions_total{${DERIVED}}[${RATE}]))`,
                            legend: "{{kind}}",
                        },
                    ],
                    unit: "cps",
                }),
                table({
                    title: "D’où viennent les identifiants masqués",
                    description:
                        "En un jour. Corriger à la source : ce que le caviardage ne reconnaît pas (noms, dates) passe aussi par là.",
                    labels: { namespace: "Espace de noms", workload: "Charge", kind: "Genre" },
                    columns: [
                        {
                            expr: `topk(20, sum by (namespace, workload, kind) (increase(log_redactions_total{${DERIVED}}[1d])) > 0.5)`,
                            title: "Lignes",
                            unit: "short",
                        },
                    ],
                    sortedBy: "Lignes",
                }),
                curves({
                    title: "Archive immuable",
                    description:
                        "Lignes d’audit reçues pour elle et écrites, par seconde. Reçues et non écrites : voir les droits du collecteur.",
                    alerts: ["ArchiveSilent"],
                    queries: [
                        {
                            expr: `sum(rate(otelcol_processor_outgoing_items_total{job="log-collector", processor="filter/archived"}[${RATE}]))`,
                            legend: "reçues",
                        },
                        {
                            expr: `sum(rate(otelcol_exporter_sent_log_records_total{${ARCHIVE}}[${RATE}]))`,
                            legend: "écrites",
                        },
                    ],
                    unit: "cps",
                }),
            ],
        },
        {
            title: "Qui s’est vu refuser quoi",
            panels: [
                curves({
                    title: "Refus",
                    description:
                        "Par seconde : connexions à OpenMRS, droits manquants, base. Un plateau la nuit : un programme.",
                    alerts: ["PrivilegeErrorsBurst"],
                    queries: [
                        {
                            expr: `sum(rate(openmrs_login_failures_total{${DERIVED}}[${RATE}]))`,
                            legend: "connexions à OpenMRS",
                        },
                        {
                            expr: `sum(rate(openmrs_privilege_errors_total{${DERIVED}}[${RATE}]))`,
                            legend: "droits manquants",
                        },
                        {
                            expr: `sum(rate(database_access_denied_total{${DERIVED}}[${RATE}]))`,
                            legend: "base",
                        },
                    ],
                    unit: "cps",
                    width: 24,
                }),
                logs({
                    title: "Connexions refusées à OpenMRS",
                    description:
                        "Les lignes elles-mêmes, caviardées. La même adresse en boucle : la bloquer au pare-feu applicatif.",
                    expr: '{stream="audit", workload="openmrs-backend"} |= "Failed login attempt"',
                }),
                logs({
                    title: "Journal d’audit",
                    description:
                        "Tout le flux d’audit. À ouvrir avec un motif : sa lecture est journalisée, et ne sert qu’à la sécurité (CNIL, délibération n° 2021-122).",
                    expr: '{stream="audit"}',
                }),
                logs({
                    title: "Requêtes refusées par la passerelle",
                    description:
                        "Réponses 4xx de nginx. Des chemins d’administration en rafale : un balayage.",
                    expr: '{stream="access", workload="openmrs-gateway"} |~ "\\" 4[0-9]{2} "',
                }),
            ],
        },
    ],
});
