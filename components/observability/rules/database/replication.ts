import type { RuleGroup } from "../rule";

const JOB = 'job="mariadb"';

const slave = (column: string) => `mysql_slave_status_${column}{${JOB}}`;

const semiSync = (name: string) => `mysql_global_status_rpl_semi_sync_master_${name}{${JOB}}`;

const READ_ONLY = `mysql_global_variables_read_only{${JOB}}`;

/** Fires for the server that takes the writes alone. */
const ON_PRIMARY = `and on (instance) ${READ_ONLY} == 0`;

const DOCUMENT = "La marche à suivre est dans `docs/base-de-donnees.md`.";

const ERRORS =
    "Les erreurs : `mysql_slave_status_last_io_errno` et `mysql_slave_status_last_sql_errno`, puis `kubectl --namespace database logs mariadb-1 --container mariadb --tail=100`.";

const ROLE =
    "Qui est le principal selon la configuration : `database.primary` dans `Pulumi.<pile>.yaml`. Selon les serveurs : `mysql_global_variables_read_only`.";

const REBUILD = "« Refaire une réplique », après avoir vérifié deux fois que ce n’est pas le principal.";

/** The two servers of the cluster, one of which follows the other. */
export const replication: RuleGroup = {
    name: "database-replication",
    title: "La réplication de la base",
    alerts: [
        {
            alert: "MariadbServerMissing",
            expr: `count(mysql_up{${JOB}} == 1) == 1`,
            for: "10m",
            severity: "warning",
            team: "base-de-donnees",
            summary: "Un seul serveur de base de données répond",
            description: "L’autre serveur MariaDB ne répond plus depuis dix minutes.",
            runbook: {
                meaning: "L’un des deux serveurs est arrêté, redémarre, ou n’est pas prêt.",
                impact: "Si c’est la réplique, les écritures n’ont plus de double. Si c’est le principal, `MariadbNoPrimary` sonne aussi.",
                checks: [
                    "`kubectl --namespace database get pods --output wide`, puis `kubectl --namespace database describe pod` de celui qui manque.",
                    "`kubectl --namespace database logs mariadb-1 --container prepare` (ou `mariadb-0`).",
                    ROLE,
                ],
                remedies: [
                    "Nœud perdu : `docs/perte-d-un-noeud.md`.",
                    "Disque abîmé de la réplique : " + REBUILD,
                    DOCUMENT,
                ],
            },
        },
        {
            alert: "MariadbReplicationStopped",
            expr: `min by (instance) (${slave("slave_io_running")}) == 0 or min by (instance) (${slave("slave_sql_running")}) == 0`,
            for: "5m",
            severity: "warning",
            team: "base-de-donnees",
            summary: "La réplication de la base est arrêtée",
            description: "{{ $labels.instance }} ne suit plus le principal depuis cinq minutes.",
            runbook: {
                meaning:
                    "La réplique ne reçoit plus (`slave_io_running`) ou n’applique plus (`slave_sql_running`) ce que le principal écrit.",
                impact: "La perte du principal perdrait ce que la réplique n’a pas. Au bout de sept jours, elle est à refaire.",
                checks: [
                    ERRORS,
                    "Erreur 1045 : mots de passe différents, un renouvellement est resté au milieu. Erreur 1236 : l’ancien principal a des écritures que l’autre n’a pas, ou le retard dépasse sept jours.",
                    ROLE,
                ],
                remedies: [
                    "Erreur 1045 : relancer `pulumi up` ; si la réplique attend encore, supprimer le pod du principal, qui revient avec le nouveau mot de passe.",
                    "Erreur 1236 : " + REBUILD + " Le responsable du dossier décide du sort des écritures.",
                    DOCUMENT,
                ],
            },
        },
        {
            alert: "MariadbReplicationLag",
            expr: `max by (instance) (${slave("seconds_behind_master")}) > 60`,
            for: "5m",
            severity: "warning",
            team: "base-de-donnees",
            summary: "La réplique de la base est en retard",
            description:
                "{{ $labels.instance }} a {{ $value | humanizeDuration }} de retard sur le principal.",
            runbook: {
                meaning:
                    "La réplique a reçu les écritures, mais tarde à les appliquer : import massif, disque lent, longue transaction.",
                impact: "Une bascule attendrait que le retard soit rattrapé. **Ne pas changer de principal avant.**",
                checks: [
                    "La tendance : `deriv(mysql_slave_status_seconds_behind_master[15m])`.",
                    'Les écritures du principal : `rate(mysql_global_status_commands_total{command=~"insert|update|delete"}[5m])`.',
                    'Le processeur et le disque du pod : `container_cpu_usage_seconds_total{namespace="database",container="mariadb"}`.',
                ],
                remedies: [
                    "Un import : attendre sa fin.",
                    "Un retard qui croît sans cause : redémarrer la réplique (`kubectl --namespace database delete pod mariadb-1`, si c’est elle).",
                ],
            },
        },
        {
            alert: "MariadbReplicationMissing",
            expr: `max by (instance) (${READ_ONLY}) == 1 unless on (instance) ${slave("slave_sql_running")}`,
            for: "5m",
            severity: "warning",
            team: "base-de-donnees",
            summary: "Un serveur de base ne suit personne",
            description: "{{ $labels.instance }} est en lecture seule et n’a pas de réplication configurée.",
            runbook: {
                meaning:
                    "Un serveur qui ne reçoit pas d’écritures doit suivre l’autre ; celui-ci n’a rien à suivre, ou l’exporteur n’a plus le droit de le demander.",
                impact: "Ses données vieillissent sans que rien d’autre le montre ; les écritures n’ont pas de double.",
                checks: [
                    ROLE,
                    'L’exporteur : `mysql_exporter_collector_success{collector="slave_status"}`.',
                    "Ce que `prepare` a décidé : `kubectl --namespace database logs mariadb-1 --container prepare`.",
                ],
                remedies: [
                    "Supprimer son pod : il reprend sa réplication au démarrage.",
                    "Les deux serveurs en lecture seule : voir `MariadbNoPrimary`.",
                ],
            },
        },
        {
            alert: "MariadbSemiSyncWithoutReplica",
            expr: `max by (instance) (${semiSync("clients")}) == 0 ${ON_PRIMARY}`,
            for: "15m",
            severity: "warning",
            team: "base-de-donnees",
            summary: "Les écritures de la base n’ont plus de double",
            description:
                "Aucune réplique n’est connectée à {{ $labels.instance }}, le principal, depuis quinze minutes.",
            runbook: {
                meaning:
                    "Le principal confirme les écritures dix secondes plus tard, sans qu’un autre serveur les ait. Pendant un renouvellement des secrets, c’est passager.",
                impact: "La perte du principal perdrait tout ce qui s’écrit depuis.",
                checks: [
                    "La réplique : `kubectl --namespace database get pods --output wide` ; `MariadbServerMissing`, `MariadbReplicationStopped`.",
                    "Le flux entre les deux serveurs : port 3306, dans `docs/flux.md`.",
                ],
                remedies: [
                    "Remettre la réplique en marche ; elle se reconnecte toutes les cinq secondes.",
                    "Si elle est perdue : " + REBUILD,
                    DOCUMENT,
                ],
            },
        },
        {
            alert: "MariadbSemiSyncOff",
            expr: `max by (instance) (${semiSync("status")}) == 0 and on (instance) ${semiSync("clients")} > 0 ${ON_PRIMARY}`,
            for: "5m",
            severity: "warning",
            team: "base-de-donnees",
            summary: "La base n’attend plus sa réplique avant de confirmer",
            description:
                "{{ $labels.instance }}, le principal, a une réplique mais est repassé en réplication asynchrone.",
            runbook: {
                meaning:
                    "La réplique n’a pas accusé réception en dix secondes ; le principal continue sans elle jusqu’à ce qu’elle ait rattrapé.",
                impact: "La perte du principal perdrait les dernières secondes d’écritures.",
                checks: [
                    "Le retard : `mysql_slave_status_seconds_behind_master`.",
                    "Les attentes manquées : `rate(mysql_global_status_rpl_semi_sync_master_no_tx[5m])`.",
                    "Le réseau entre les deux zones, et le disque de la réplique.",
                ],
                remedies: [
                    "Passager : le retour est automatique.",
                    "Durable : redémarrer la réplique ; si cela revient, lui donner un disque plus rapide.",
                ],
            },
        },
        {
            alert: "MariadbTwoPrimaries",
            expr: `count(${READ_ONLY} == 0) == 2`,
            for: "2m",
            severity: "critical",
            team: "base-de-donnees",
            summary: "Les deux serveurs de base acceptent des écritures",
            description:
                "Deux serveurs MariaDB reçoivent des écritures : un même dossier pourrait avoir deux versions.",
            runbook: {
                meaning:
                    "Un seul serveur doit recevoir des écritures. Les scripts de démarrage l’empêchent : quelqu’un a changé `read_only` à la main, ou un démarrage a échoué au milieu.",
                impact: "Des données de santé différentes sur deux disques ; les réunir demande une décision médicale.",
                checks: [
                    ROLE,
                    "Où écrit OpenMRS : `kubectl --namespace openmrs describe pods --selector app.kubernetes.io/name=openmrs-backend | grep OMRS_DB_HOSTNAME`.",
                    "Qui a changé quoi : le journal d’audit (`kubectl --namespace database logs mariadb-0 --container audit`).",
                ],
                remedies: [
                    "Arrêter tout de suite celui où OpenMRS n’écrit pas : supprimer son pod ; il démarre en lecture seule.",
                    "S’il a reçu des écritures, garder un instantané de son disque et prévenir le responsable du dossier.",
                    DOCUMENT,
                ],
            },
        },
        {
            alert: "MariadbNoPrimary",
            expr: `count(${READ_ONLY} == 1) unless on () ${READ_ONLY} == 0`,
            for: "5m",
            severity: "critical",
            team: "base-de-donnees",
            summary: "Aucun serveur de base n’accepte d’écriture",
            description:
                "Les serveurs MariaDB qui répondent ({{ $value }}) sont tous en lecture seule depuis cinq minutes.",
            runbook: {
                meaning:
                    "Le principal est perdu ou n’est pas prêt, ou un changement de principal s’est arrêté au milieu.",
                impact: "Les dossiers se lisent peut-être encore, mais rien ne s’enregistre.",
                checks: [
                    ROLE,
                    "Ce que le futur principal attend ou refuse : `kubectl --namespace database logs mariadb-0 --container prepare`, puis `mariadb-1`.",
                    "Un `pulumi up` est-il en cours ? Un changement de principal prend quelques minutes.",
                ],
                remedies: [
                    "Principal perdu : « Changer de principal », en commençant par attendre que la réplique ait tout appliqué.",
                    "Le nouveau refuse parce que l’ancien écrit de nouveau : supprimer le pod du nouveau.",
                    "Renoncer au changement : remettre l’ancienne valeur de `database.primary`, `pulumi up`, puis supprimer le pod de l’ancien principal.",
                ],
            },
        },
    ],
};
