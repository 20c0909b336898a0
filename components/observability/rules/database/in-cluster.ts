import { eventsOver } from "../events";
import type { RuleGroup } from "../rule";

const DISKS = 'job="kubelet", namespace="database", persistentvolumeclaim=~"data-mariadb-.+"';

const BY_DISK = "min by (namespace, persistentvolumeclaim)";

/** Share that is left of each disk that the selector names. */
const left = (selector: string) =>
    `${BY_DISK} (kubelet_volume_stats_available_bytes{${selector}} / kubelet_volume_stats_capacity_bytes{job="kubelet"})`;

const GROW =
    'Agrandir les deux disques : `kubectl --namespace database patch pvc data-mariadb-0 --patch \'{"spec":{"resources":{"requests":{"storage":"512Gi"}}}}\'`, de même pour `data-mariadb-1`, puis porter la même valeur dans `database.storageGiB`.';

const KEPT = [
    "Ce qui prend la place : `kubectl --namespace database exec mariadb-0 --container mariadb -- du -sh /var/lib/mysql/data`. L’API garde la trace de cette commande.",
    "Les journaux binaires sont gardés sept jours (`binlog_expire_logs_seconds`) : un import massif les gonfle d’autant.",
    'La courbe sur sept jours : `kubelet_volume_stats_available_bytes{namespace="database"}`.',
];

/** What the platform looks after where it runs the servers itself. */
export const inCluster: RuleGroup = {
    name: "database-cluster",
    title: "La base dans le cluster : disques, verrous, accès",
    alerts: [
        {
            alert: "MariadbDiskLow",
            expr: `${left(DISKS)} < 0.15`,
            for: "15m",
            severity: "warning",
            team: "base-de-donnees",
            summary: "Le disque de la base est presque plein",
            description:
                "Il reste {{ $value | humanizePercentage }} de place sur {{ $labels.persistentvolumeclaim }}.",
            runbook: {
                meaning: "Moins de 15 % du disque d’un serveur MariaDB est libre.",
                impact: "Plein, le serveur refuse toute écriture, puis s’arrête ; le remettre en marche est long.",
                checks: KEPT,
                remedies: [GROW, "Ne jamais supprimer un fichier du disque à la main."],
            },
        },
        {
            alert: "MariadbDiskFillingUp",
            expr: `${BY_DISK} (predict_linear(kubelet_volume_stats_available_bytes{${DISKS}}[6h], 172800)) < 0 and ${left('job="kubelet"')} < 0.4`,
            for: "1h",
            severity: "warning",
            team: "base-de-donnees",
            summary: "Le disque de la base sera plein dans deux jours",
            description:
                "Au rythme des six dernières heures, {{ $labels.persistentvolumeclaim }} sera plein dans moins de deux jours.",
            runbook: {
                meaning: "La place libre, moins de 40 %, diminue assez vite pour manquer sous deux jours.",
                impact: "Rien encore ; plein, le serveur refuse toute écriture.",
                checks: KEPT,
                remedies: [
                    "Un import : attendre, les journaux binaires seront effacés au bout de sept jours si la place suffit.",
                    GROW,
                ],
            },
        },
        {
            alert: "MariadbDeadlocks",
            expr: 'max by (instance) (rate(mysql_global_status_innodb_deadlocks{job="mariadb"}[15m])) > 0.05',
            for: "15m",
            severity: "warning",
            team: "base-de-donnees",
            summary: "Des transactions de la base s’interbloquent",
            description: '{{ $value | printf "%.2f" }} interblocages par seconde sur {{ $labels.instance }}.',
            runbook: {
                meaning:
                    "Deux transactions s’attendent l’une l’autre ; la base en annule une. Quelques-unes sont normales, trois par minute ne le sont pas.",
                impact: "Des enregistrements échouent et sont à refaire par le praticien.",
                checks: [
                    "Les erreurs d’OpenMRS : `kubectl --namespace openmrs logs --selector app.kubernetes.io/name=openmrs-backend --container backend --since=30m | grep --ignore-case deadlock`.",
                    "Les tâches planifiées ou les imports en cours.",
                ],
                remedies: [
                    "Espacer les imports, et ne pas en mener deux à la fois.",
                    "Après une livraison : transmettre les traces en erreur à l’équipe applicative.",
                ],
            },
        },
        {
            alert: "DatabaseAccessDenied",
            expr: `sum by (namespace, workload) (${eventsOver('database_access_denied_total{job="log-metrics"}', "10m")}) > 5`,
            severity: "warning",
            team: "securite",
            summary: "La base refuse des connexions ou des droits",
            description:
                'Le journal d’audit de {{ $labels.workload }} montre {{ $value | printf "%.0f" }} refus en dix minutes.',
            runbook: {
                meaning:
                    "Un compte présente un mauvais mot de passe, ou demande ce qu’il n’a pas le droit de faire. Seuls les services de la plateforme ont un compte.",
                impact: "Un service ne fonctionne plus, ou quelqu’un essaie d’entrer dans la base des dossiers.",
                checks: [
                    "Qui, d’où : `kubectl --namespace database logs mariadb-0 --container audit --since=30m | grep FAILED_CONNECT`, de même pour `mariadb-1` ; ou dans Grafana, flux `audit`, espace de noms `database`.",
                    "Un renouvellement des mots de passe est-il en cours (`docs/rotation-secrets.md`) ?",
                    "Les connexions au cluster au même moment : table `AKSAudit` de l’espace de travail.",
                ],
                remedies: [
                    "Un service attardé sur l’ancien mot de passe : redémarrer son pod.",
                    "Tout le reste est un incident de sécurité : isoler le pod d’où cela vient, renouveler les mots de passe, ouvrir le registre des violations avec le délégué à la protection des données.",
                ],
            },
        },
    ],
};
