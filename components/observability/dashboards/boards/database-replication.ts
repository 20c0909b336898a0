import type { Dashboard } from "../kit/dashboard";
import { worseFrom } from "../kit/looks";
import { curves, stat } from "../kit/metrics";

const JOB = 'job="mariadb"';

const slave = (column: string) => `mysql_slave_status_${column}{${JOB}}`;

/** How the second server follows the first. */
export const replicationSection = (): Dashboard["sections"][number] => ({
    title: "La réplication",
    panels: [
        stat({
            title: "La réplique suit",
            description:
                "Ses deux fils tournent. Rouge : elle prend du retard, et ne peut plus remplacer le principal.",
            alerts: ["MariadbReplicationStopped", "MariadbReplicationMissing"],
            expr: `min(${slave("slave_io_running")} * on (instance) ${slave("slave_sql_running")})`,
            unit: "none",
            words: ["Oui", "Non"],
        }),
        stat({
            title: "Principal",
            description:
                "Un serveur, et un seul, prend les écritures. Deux : couper l’un tout de suite, docs/base-de-donnees.md.",
            alerts: ["MariadbTwoPrimaries", "MariadbNoPrimary"],
            expr: `count(mysql_global_variables_read_only{${JOB}} == 0) or vector(0)`,
            unit: "none",
            limits: [
                { value: null, color: "red" },
                { value: 1, color: "green" },
                { value: 2, color: "red" },
            ],
        }),
        stat({
            title: "Écritures confirmées par la réplique",
            description:
                "Réplication semi-synchrone du principal. Rouge : la perte du principal perdrait ses dernières écritures.",
            alerts: ["MariadbSemiSyncOff", "MariadbSemiSyncWithoutReplica"],
            expr: `max(mysql_global_status_rpl_semi_sync_master_status{${JOB}} and on (instance) mysql_global_variables_read_only{${JOB}} == 0)`,
            unit: "none",
            words: ["Oui", "Non"],
        }),
        curves({
            title: "Retard de la réplique",
            description:
                "Rouge : de grosses écritures, ou un disque lent. Ne pas basculer avant qu’il soit rattrapé.",
            alerts: ["MariadbReplicationLag"],
            queries: [
                { expr: `max by (instance) (${slave("seconds_behind_master")})`, legend: "{{instance}}" },
            ],
            unit: "s",
            limits: worseFrom(10, 60),
        }),
    ],
});
