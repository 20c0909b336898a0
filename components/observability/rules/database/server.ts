import type { RuleGroup } from "../rule";

/** Of the exporter, beside the servers of the cluster or before the managed one. */
const JOB = 'job=~"mariadb|mysql"';

/** Highest on each server. */
const max = (expr: string) => `max by (job, instance) (${expr})`;

const rate = (name: string, span = "10m") => `rate(mysql_global_status_${name}{${JOB}}[${span}])`;

const PODS = "Dans le cluster : `kubectl --namespace database get pods --output wide`.";

const AZURE =
    'En mode managé : l’état du serveur dans le portail, et `az mysql flexible-server show --resource-group "$group" --name "$server" --query state` (les noms sont au début de `docs/base-managee.md`).';

const OPERATIONS =
    "Ce que fait OpenMRS au même moment : tableau de bord « OpenMRS » dans Grafana, opérations par débit et par durée.";

/** What holds for either database. */
export const server: RuleGroup = {
    name: "database",
    title: "La base de données",
    alerts: [
        {
            alert: "DatabaseDown",
            expr: `absent(mysql_up{${JOB}} == 1)`,
            // Azure's own failover of the managed server takes one to two minutes.
            for: "5m",
            severity: "critical",
            team: "base-de-donnees",
            summary: "La base de données ne répond plus",
            description: "Aucun serveur de base de données ne répond à son exporteur depuis cinq minutes.",
            runbook: {
                meaning:
                    "Aucun des serveurs ne répond, ou aucun exporteur ne peut plus les interroger. Un pod qui n’est pas prêt disparaît aussi des mesures.",
                impact: "Aucun dossier ne se lit ni ne s’écrit.",
                checks: [
                    PODS,
                    "Ce que `prepare` attend ou refuse : `kubectl --namespace database logs mariadb-0 --container prepare`, puis `mariadb-1`.",
                    "Le journal du serveur : `kubectl --namespace database logs mariadb-0 --container mariadb --tail=100`.",
                    AZURE,
                    'L’exporteur seul : `up{job=~"mariadb|mysql"}`.',
                ],
                remedies: [
                    "Nœud perdu : `docs/perte-d-un-noeud.md`, puis « Changer de principal » dans `docs/base-de-donnees.md`.",
                    "`prepare` refuse : le tableau au début de `docs/base-de-donnees.md` dit pourquoi. Ne jamais vider un disque pour passer outre.",
                    "Managé : attendre la bascule d’Azure (une à deux minutes), sinon ouvrir un incident auprès d’Azure ; la clé de chiffrement est-elle encore active dans le coffre ?",
                ],
            },
        },
        {
            alert: "DatabaseExporterFailing",
            expr: `min by (job, instance, collector) (mysql_exporter_collector_success{${JOB}}) == 0`,
            for: "10m",
            severity: "warning",
            team: "base-de-donnees",
            summary: "Une partie des mesures de la base manque",
            description:
                "Sur {{ $labels.instance }}, le relevé « {{ $labels.collector }} » échoue depuis dix minutes.",
            runbook: {
                meaning:
                    "L’exporteur se connecte, mais l’une de ses questions est refusée ou dure trop longtemps : un droit retiré, une version nouvelle.",
                impact: "Les alertes qui en dépendent se taisent, celles de la réplication les premières.",
                checks: [
                    "Ce que dit l’exporteur, dans le cluster : `kubectl --namespace database logs mariadb-0 --container exporter --tail=50`.",
                    "En mode managé : `kubectl --namespace database logs --selector app.kubernetes.io/name=mysqld-exporter --tail=50`.",
                    "Ses droits : `components/database/replication.ts` (compte `mysql@localhost`) et `components/database/accounts.ts`.",
                ],
                remedies: [
                    "Droit retiré à tort : le remettre dans le fichier, puis `pulumi up`.",
                    "Relevé qui n’existe plus dans cette version : le désactiver par son drapeau `--no-collect.…` et retirer les règles qui s’en servent.",
                ],
            },
        },
        {
            alert: "DatabaseConnectionsNearLimit",
            expr: `${max(`mysql_global_status_threads_connected{${JOB}} / mysql_global_variables_max_connections{${JOB}}`)} > 0.85`,
            for: "5m",
            severity: "warning",
            team: "base-de-donnees",
            summary: "La base n’a presque plus de connexions libres",
            description:
                "{{ $value | humanizePercentage }} des connexions de {{ $labels.instance }} sont ouvertes.",
            runbook: {
                meaning:
                    "La base accepte un nombre fixe de connexions (200 dans le cluster) ; au-delà elle refuse. Chaque serveur d’OpenMRS en ouvre 50 au plus.",
                impact: "Les prochaines connexions seront refusées : OpenMRS redémarrerait sans base.",
                checks: [
                    "Combien travaillent : `mysql_global_status_threads_running`.",
                    'Combien d’OpenMRS : `sum by (instance) (db_client_connection_count{job="openmrs-backend"})`.',
                    "Des verrous : `DatabaseRowLockWaits`.",
                ],
                remedies: [
                    "Plusieurs serveurs d’OpenMRS : vérifier que 50 fois leur nombre reste sous la limite ; réduire `openmrs.clustering.replicas`.",
                    "Des connexions que personne n’explique : prévenir l’équipe sécurité, puis renouveler les mots de passe (`docs/rotation-secrets.md`).",
                ],
            },
        },
        {
            alert: "DatabaseSlowQueries",
            expr: `${max(rate("slow_queries"))} > 0.05`,
            for: "10m",
            severity: "warning",
            team: "base-de-donnees",
            summary: "Des requêtes de la base durent plus de dix secondes",
            description:
                '{{ $value | printf "%.2f" }} requêtes lentes par seconde sur {{ $labels.instance }}.',
            runbook: {
                meaning:
                    "La base compte les requêtes de plus de dix secondes (`long_query_time`) ; leur texte n’est jamais journalisé, il contient des données de santé. Plus de trois par minute n’est pas un rapport isolé.",
                impact: "Des pages attendent, et tiennent des connexions et des verrous.",
                checks: [
                    OPERATIONS,
                    "Une trace longue dans Grafana, Tempo : `{ duration > 10s }` ; l’opération et la table s’y lisent, non les valeurs.",
                    "La mémoire de la base : `DatabaseBufferPoolMiss`. Les verrous : `DatabaseRowLockWaits`.",
                ],
                remedies: [
                    "Un rapport : le faire lancer la nuit.",
                    "Une page : transmettre la trace à l’équipe applicative (index manquant).",
                    "Tout est lent : augmenter la mémoire ou la taille du serveur.",
                ],
            },
        },
        {
            alert: "DatabaseRowLockWaits",
            expr: `${max(rate("innodb_row_lock_waits"))} > 5`,
            for: "10m",
            severity: "warning",
            team: "base-de-donnees",
            summary: "Des écritures de la base s’attendent les unes les autres",
            description:
                '{{ $value | printf "%.1f" }} attentes de verrou par seconde sur {{ $labels.instance }}.',
            runbook: {
                meaning:
                    "Des transactions attendent une ligne qu’une autre tient : import, tâche planifiée, double saisie.",
                impact: "Les enregistrements des praticiens ralentissent ou échouent.",
                checks: [
                    OPERATIONS,
                    "Les tâches planifiées d’OpenMRS : pages d’administration, « Planificateur ».",
                    "La durée moyenne : `rate(mysql_global_status_innodb_row_lock_time[10m]) / rate(mysql_global_status_innodb_row_lock_waits[10m])`, en millisecondes.",
                ],
                remedies: [
                    "Arrêter l’import ou la tâche depuis les pages d’administration, et la planifier la nuit.",
                    "Une transaction oubliée : redémarrer le serveur d’OpenMRS la libère.",
                ],
            },
        },
        {
            alert: "DatabaseBufferPoolMiss",
            expr: `${max(`${rate("innodb_buffer_pool_reads")} / (${rate("innodb_buffer_pool_read_requests")} > 100)`)} > 0.02`,
            for: "30m",
            severity: "warning",
            team: "base-de-donnees",
            summary: "La base lit trop sur le disque",
            description:
                "{{ $value | humanizePercentage }} des lectures de {{ $labels.instance }} vont jusqu’au disque.",
            runbook: {
                meaning:
                    "Ce que lit OpenMRS ne tient plus dans la mémoire de la base. Après un redémarrage, c’est passager.",
                impact: "Recherches et dossiers ralentissent, surtout le matin.",
                checks: [
                    "Depuis quand : `mysql_global_status_uptime` ; moins d’une heure, attendre.",
                    "Sa mémoire : `mysql_global_variables_innodb_buffer_pool_size`.",
                    "Un grand rapport en cours : tableau de bord « OpenMRS ».",
                ],
                remedies: [
                    "Dans le cluster : augmenter `database.memory` (la moitié sert à ce cache), puis `pulumi up`.",
                    "Managé : une taille (`database.sku`) de la famille « E », hors des heures d’ouverture.",
                ],
            },
        },
        {
            alert: "DatabaseAbortedConnects",
            expr: `${max(rate("aborted_connects"))} > 0.5`,
            for: "10m",
            severity: "warning",
            team: "base-de-donnees",
            summary: "Des connexions à la base échouent",
            description:
                '{{ $value | printf "%.1f" }} connexions refusées ou rompues par seconde sur {{ $labels.instance }}.',
            runbook: {
                meaning:
                    "Un mot de passe refusé, un TLS refusé, ou un client qui abandonne. Pendant un renouvellement des mots de passe, l’ancien est refusé le temps d’un redémarrage.",
                impact: "Un service n’atteint plus la base, ou quelqu’un essaie des mots de passe.",
                checks: [
                    "Un renouvellement est-il en cours : `docs/rotation-secrets.md`.",
                    "Qui, dans le cluster : le journal d’audit, `kubectl --namespace database logs mariadb-0 --container audit --since=15m | grep FAILED_CONNECT`.",
                    "Qui, en mode managé : la table `AzureDiagnostics`, catégorie `MySqlAuditLogs`, dans l’espace de travail.",
                ],
                remedies: [
                    "Un service attardé sur l’ancien mot de passe : redémarrer son pod.",
                    "Une origine inconnue : prévenir l’équipe sécurité ; seuls les flux de `docs/flux.md` mènent à la base.",
                ],
            },
        },
        {
            alert: "DatabaseLogWaits",
            expr: `${max(rate("innodb_log_waits", "15m"))} > 1`,
            for: "15m",
            severity: "warning",
            team: "base-de-donnees",
            summary: "La base attend son disque pour écrire",
            description:
                '{{ $value | printf "%.1f" }} attentes du journal par seconde sur {{ $labels.instance }}.',
            runbook: {
                meaning:
                    "Le tampon du journal des transactions se remplit plus vite que le disque ne le prend : import massif, ou disque ralenti.",
                impact: "Chaque enregistrement attend.",
                checks: [
                    "Les écritures : `rate(mysql_global_status_innodb_os_log_written[5m])`.",
                    "Le disque du nœud : `rate(node_disk_io_time_seconds_total[5m])`.",
                    OPERATIONS,
                ],
                remedies: [
                    "Un import : l’espacer ou le faire la nuit.",
                    "Le disque : un volume plus grand a plus de débit (`database.storageGiB`) ; managé, Azure l’adapte seul.",
                ],
            },
        },
    ],
};
