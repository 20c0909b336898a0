import type { RuleSettings } from "../../rules/rule-settings";
import type { Dashboard } from "../kit/dashboard";
import { worseFrom } from "../kit/looks";
import { bars, curves, stat } from "../kit/metrics";
import { logs } from "../kit/words";
import { replicationSection } from "./database-replication";

/** Of the exporter, beside the servers of the cluster or before the managed one. */
const JOB = 'job=~"mariadb|mysql"';

const status = (name: string) => `mysql_global_status_${name}{${JOB}}`;

const rate = (name: string) =>
    `max by (instance) (rate(mysql_global_status_${name}{${JOB}}[$__rate_interval]))`;

const byServer = (expr: string) => [{ expr: `max by (instance) (${expr})`, legend: "{{instance}}" }];

const connections = `${status("threads_connected")} / mysql_global_variables_max_connections{${JOB}}`;

const work = (): Dashboard["sections"][number] => ({
    title: "Le travail",
    panels: [
        curves({
            title: "Requêtes",
            description:
                "Par seconde, sur chaque serveur. Qui double sans que les centres travaillent plus : un programme.",
            queries: [{ expr: rate("questions"), legend: "{{instance}}" }],
            unit: "reqps",
        }),
        curves({
            title: "Lectures et écritures",
            description: "Ordres par seconde. Des écritures sur la réplique seule : elle suit le principal.",
            queries: [
                {
                    expr: `sum by (command) (rate(mysql_global_status_commands_total{${JOB}, command=~"select|insert|update|delete|commit|rollback"}[$__rate_interval]))`,
                    legend: "{{command}}",
                },
            ],
            unit: "reqps",
            stacked: true,
        }),
        curves({
            title: "Requêtes lentes",
            description: "Par seconde. Rouge : ouvrir une trace longue ; l’opération et la table s’y lisent.",
            alerts: ["DatabaseSlowQueries"],
            queries: [{ expr: rate("slow_queries"), legend: "{{instance}}" }],
            unit: "reqps",
            limits: worseFrom(0.02, 0.05),
        }),
        curves({
            title: "Attentes de verrou",
            description: "Par seconde. Rouge : deux opérations se disputent les mêmes lignes.",
            alerts: ["DatabaseRowLockWaits"],
            queries: [{ expr: rate("innodb_row_lock_waits"), legend: "{{instance}}" }],
            unit: "cps",
            limits: worseFrom(2, 5),
        }),
        curves({
            title: "Lectures qui vont au disque",
            description:
                "Part de celles que la mémoire n’avait pas. Rouge durable : donner plus de mémoire à la base.",
            alerts: ["DatabaseBufferPoolMiss"],
            queries: [
                {
                    expr: `${rate("innodb_buffer_pool_reads")} / (${rate("innodb_buffer_pool_read_requests")} > 0)`,
                    legend: "{{instance}}",
                },
            ],
            unit: "percentunit",
            limits: worseFrom(0.01, 0.02),
        }),
        curves({
            title: "Connexions refusées ou rompues",
            description:
                "Par seconde. Rouge : un compte refusé (renouvellement des secrets ?) ou un réseau qui coupe.",
            alerts: ["DatabaseAbortedConnects"],
            queries: [{ expr: rate("aborted_connects"), legend: "{{instance}}" }],
            unit: "cps",
            limits: worseFrom(0.1, 0.5),
        }),
    ],
});

const access = (): Dashboard["sections"][number] => ({
    title: "Les accès",
    panels: [
        logs({
            title: "Journal d’audit de la base",
            description:
                "Connexions et ordres de structure, caviardés. Chercher un compte : filtrer la ligne. Le même journal est dans l’archive immuable.",
            expr: '{stream="audit", workload="mariadb"}',
        }),
    ],
});

/** The database, of the cluster or managed. */
export const database = ({ databaseMode }: Pick<RuleSettings, "databaseMode">): Dashboard => ({
    uid: "database",
    title: "Base de données",
    description:
        databaseMode === "inCluster"
            ? "Les deux serveurs MariaDB du cluster : état, réplication, travail, disques."
            : "Le serveur managé, vu par son exporteur ; Azure en garde les sauvegardes et les disques.",
    folder: "infrastructure",
    from: "now-6h",
    sections: [
        {
            title: "En ce moment",
            panels: [
                stat({
                    title: "Serveurs",
                    description: "L’exporteur atteint chaque serveur. Rouge : l’un d’eux ne répond pas.",
                    alerts: ["DatabaseDown"],
                    expr: `min(mysql_up{${JOB}})`,
                    unit: "none",
                    words: ["Répondent", "Ne répond pas"],
                }),
                stat({
                    title: "Connexions",
                    description:
                        "Part des connexions permises, sur le plus chargé. Rouge : OpenMRS va en manquer.",
                    alerts: ["DatabaseConnectionsNearLimit"],
                    expr: `max(${connections})`,
                    unit: "percentunit",
                    decimals: 0,
                    limits: worseFrom(0.7, 0.85),
                }),
                stat({
                    title: "Ordres en cours",
                    description:
                        "Fils qui travaillent au même instant. Beaucoup : des requêtes attendent un verrou ou le disque.",
                    expr: `max(${status("threads_running")})`,
                    unit: "none",
                    limits: worseFrom(20, 50),
                }),
                stat({
                    title: "Depuis le démarrage",
                    description:
                        "Du serveur démarré le dernier. Court sans mise à jour prévue : il est tombé.",
                    expr: `min(${status("uptime")})`,
                    unit: "s",
                }),
                stat({
                    title: "Requêtes par seconde",
                    description: "Sur cinq minutes, tous serveurs.",
                    expr: `sum(rate(mysql_global_status_questions{${JOB}}[5m]))`,
                    unit: "reqps",
                    decimals: 0,
                }),
                stat({
                    title: "Relevés en échec",
                    description: "Parties de l’exporteur qui échouent : des droits manquent à son compte.",
                    alerts: ["DatabaseExporterFailing"],
                    expr: `count(mysql_exporter_collector_success{${JOB}} == 0) or vector(0)`,
                    unit: "none",
                    limits: worseFrom(1, 1),
                }),
            ],
        },
        ...(databaseMode === "inCluster" ? [replicationSection()] : []),
        work(),
        {
            title: "Les ressources",
            panels: [
                curves({
                    title: "Connexions ouvertes",
                    description: "Part de celles que le serveur permet.",
                    alerts: ["DatabaseConnectionsNearLimit"],
                    queries: byServer(connections),
                    unit: "percentunit",
                    limits: worseFrom(0.7, 0.85),
                }),
                curves({
                    title: "Octets envoyés et reçus",
                    description:
                        "Un envoi bien plus grand que d’habitude, la nuit : une extraction. En chercher l’auteur au journal d’audit.",
                    queries: [
                        { expr: rate("bytes_sent"), legend: "envoyés {{instance}}" },
                        { expr: rate("bytes_received"), legend: "reçus {{instance}}" },
                    ],
                    unit: "binBps",
                }),
                ...(databaseMode === "inCluster"
                    ? [
                          bars({
                              title: "Place prise sur les disques",
                              description: "Rouge : agrandir les deux disques, docs/base-de-donnees.md.",
                              alerts: ["MariadbDiskLow", "MariadbDiskFillingUp"],
                              queries: [
                                  {
                                      expr: '1 - min by (persistentvolumeclaim) (kubelet_volume_stats_available_bytes{job="kubelet", namespace="database"} / kubelet_volume_stats_capacity_bytes{job="kubelet", namespace="database"})',
                                      legend: "{{persistentvolumeclaim}}",
                                  },
                              ],
                              unit: "percentunit" as const,
                              decimals: 0,
                              max: 1,
                              limits: worseFrom(0.7, 0.85),
                          }),
                      ]
                    : []),
            ],
        },
        ...(databaseMode === "inCluster" ? [access()] : []),
    ],
});
