import type { RuleGroup } from "../rule";

const JOBS = 'job="kube-state-metrics", cronjob=~"backup-.+"';

const BY_JOB = "max by (namespace, cronjob)";

const LAST = `${BY_JOB} (kube_cronjob_status_last_successful_time{${JOBS}})`;

/** A day, and two hours for a backup that takes longer or starts late. */
const TOO_OLD = 93_600;

/** What exists today, said wherever somebody asks. */
const STATE_OF_BACKUPS =
    "**Aujourd’hui, la plateforme n’a aucune tâche de ce nom.** En mode managé, Azure garde 35 jours de sauvegardes de la base, avec une copie dans la région appariée (`docs/base-managee.md`) : cette alerte ne les surveille pas. Dans le cluster, la base a une réplique, qui n’est pas une sauvegarde : une suppression par erreur s’y répète ; aucune copie n’est prise. Les pièces jointes d’OpenMRS et les volumes de Prometheus, Loki et Tempo n’en ont pas non plus.";

const LOOK = [
    "Les tâches et leurs derniers passages : `kubectl get cronjobs,jobs --all-namespaces | grep backup-`.",
    "Le journal du dernier passage : `kubectl --namespace database logs job/backup-…`, avec le nom de l’étape précédente.",
    "La place et les droits de la destination : le compte de stockage, dans le portail.",
];

/** The backups, by the names that their CronJobs will have. */
export const backups: RuleGroup = {
    name: "backups",
    title: "Les sauvegardes",
    alerts: [
        {
            alert: "BackupTooOld",
            expr: `time() - ${LAST} > ${TOO_OLD.toString()}`,
            for: "15m",
            severity: "warning",
            team: "base-de-donnees",
            summary: "La sauvegarde « {{ $labels.cronjob }} » date de plus d’un jour",
            description:
                "La dernière sauvegarde réussie de {{ $labels.namespace }}/{{ $labels.cronjob }} a {{ $value | humanizeDuration }}.",
            runbook: {
                meaning: `Une tâche dont le nom commence par \`backup-\` n’a pas réussi depuis 26 heures. ${STATE_OF_BACKUPS}`,
                impact: "Une perte de données coûterait plus que la journée prévue.",
                checks: LOOK,
                remedies: [
                    "Corriger la cause, puis lancer un passage : `kubectl --namespace database create job --from=cronjob/backup-… backup-reprise`.",
                    "Vérifier le passage suivant, et noter l’écart dans le registre des incidents.",
                ],
            },
        },
        {
            alert: "BackupNeverSucceeded",
            expr: `time() - ${BY_JOB} (kube_cronjob_created{${JOBS}}) > ${TOO_OLD.toString()} unless on (namespace, cronjob) kube_cronjob_status_last_successful_time{job="kube-state-metrics"}`,
            for: "15m",
            severity: "warning",
            team: "base-de-donnees",
            summary: "La sauvegarde « {{ $labels.cronjob }} » n’a jamais réussi",
            description:
                "{{ $labels.namespace }}/{{ $labels.cronjob }} existe depuis {{ $value | humanizeDuration }} et n’a encore rien sauvegardé.",
            runbook: {
                meaning: `Une tâche de sauvegarde a été créée il y a plus de 26 heures, sans un seul succès. ${STATE_OF_BACKUPS}`,
                impact: "Il n’existe aucune sauvegarde de ce qu’elle devait copier.",
                checks: [
                    ...LOOK,
                    "Sa programmation : `kubectl --namespace database describe cronjob backup-…`.",
                ],
                remedies: [
                    "Corriger la cause (droits, destination, flux de `docs/flux.md`), puis lancer un passage à la main.",
                    "Tant qu’elle n’a pas réussi, ne pas mettre de vraies données dans ce qu’elle protège.",
                ],
            },
        },
        {
            alert: "BackupSuspended",
            expr: `${BY_JOB} (kube_cronjob_spec_suspend{${JOBS}}) == 1`,
            for: "1h",
            severity: "warning",
            team: "base-de-donnees",
            summary: "La sauvegarde « {{ $labels.cronjob }} » est suspendue",
            description: "{{ $labels.namespace }}/{{ $labels.cronjob }} est suspendue depuis une heure.",
            runbook: {
                meaning: `Quelqu’un a suspendu la tâche, pour une intervention peut-être, et ne l’a pas reprise. ${STATE_OF_BACKUPS}`,
                impact: "Aucune nouvelle sauvegarde ; `BackupTooOld` suivra.",
                checks: [
                    "Qui l’a suspendue : table `AKSAudit` de l’espace de travail, `patch` ou `update` sur `cronjobs`.",
                    "Une intervention est-elle en cours ?",
                ],
                remedies: [
                    'La reprendre : `kubectl --namespace database patch cronjob backup-… --patch \'{"spec":{"suspend":false}}\'`.',
                ],
            },
        },
    ],
};
