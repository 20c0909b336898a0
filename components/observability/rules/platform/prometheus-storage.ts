import type { RuleGroup } from "../rule";
import { logsOf, podsOf, PREVIOUS } from "./texts";

const JOB = 'job="prometheus"';
const LOGS = logsOf("prometheus");

/** Share of the samples of the one that takes in more that the other one takes in. */
const APPENDED = `sum by (instance) (rate(prometheus_tsdb_head_samples_appended_total{${JOB}}[10m]))`;

/** Whether what is measured is read and kept. */
export const prometheusStorage: RuleGroup = {
    name: "platform-metrics",
    title: "Prometheus : les mesures sont relevées et gardées",
    alerts: [
        {
            alert: "PrometheusReplicaMissing",
            expr: `count(up{${JOB}} == 1) != 2`,
            for: "15m",
            severity: "warning",
            team: "plateforme",
            summary: "Une des deux répliques de Prometheus manque",
            description: "{{ $value }} réplique répond au lieu de deux.",
            runbook: {
                meaning: "Une réplique ne tourne pas, ou l’autre ne peut pas l’interroger.",
                impact: "Les alertes partent encore. Une panne de plus, et plus rien n’est mesuré.",
                checks: [podsOf("prometheus"), LOGS],
                remedies: [
                    "Disque plein : l’agrandir (`observability.metrics.storageGiB` de la pile).",
                    "Mémoire dépassée : l’augmenter (`observability.metrics.memory`).",
                ],
            },
        },
        {
            alert: "PrometheusReplicasDisagree",
            expr: `min(${APPENDED}) / max(${APPENDED}) < 0.8`,
            for: "30m",
            severity: "warning",
            team: "plateforme",
            summary: "Les deux Prometheus ne mesurent pas la même chose",
            description: "L’un ne relève que {{ $value | humanizePercentage }} de ce que relève l’autre.",
            runbook: {
                meaning: "Une réplique n’atteint pas toutes les cibles, ou en rejette une part.",
                impact: "Selon la réplique qui répond, un tableau de bord montre des trous ; une alerte peut ne partir que de l’une des deux.",
                checks: [
                    "Ce que chacune relève : `sum by (instance, job) (scrape_samples_post_metric_relabeling)`.",
                    "Cibles perdues : les alertes `TargetDown` et `MonitoringJobMissing`.",
                    LOGS,
                ],
                remedies: [
                    "Supprimer le pod de la réplique en retard : il relit son journal et reprend.",
                    "Nœud isolé du réseau : le vider (`kubectl drain`).",
                ],
            },
        },
        {
            alert: "PrometheusCompactionsFailing",
            expr: `sum by (instance) (rate(prometheus_tsdb_compactions_failed_total{${JOB}}[3h])) > 0`,
            for: "1h",
            severity: "warning",
            team: "plateforme",
            summary: "Prometheus {{ $labels.instance }} ne range plus ses mesures",
            description: "Ses compactages échouent : le disque et la mémoire se remplissent.",
            runbook: {
                meaning:
                    "Le regroupement des blocs de mesures échoue, par manque de place ou à cause d’un bloc abîmé.",
                impact: "Rien n’est perdu tout de suite. Sans remède, le disque se remplit en quelques jours.",
                checks: [
                    LOGS,
                    'Place du disque : `kubelet_volume_stats_available_bytes{persistentvolumeclaim=~"data-prometheus-.*"}`.',
                ],
                remedies: [
                    "Agrandir le disque s’il est plein.",
                    "Bloc abîmé, nommé dans le journal : arrêter cette réplique et supprimer ce bloc ; l’autre réplique a les mêmes mesures.",
                ],
            },
        },
        {
            alert: "PrometheusTargetSyncFailing",
            expr: `sum by (instance, scrape_job) (rate(prometheus_target_sync_failed_total{${JOB}}[10m])) > 0`,
            for: "15m",
            severity: "warning",
            team: "plateforme",
            summary: "Prometheus ne peut plus établir les cibles de {{ $labels.scrape_job }}",
            description: "La réplique {{ $labels.instance }} ne relève plus ce que ce travail lui demande.",
            runbook: {
                meaning: "Les étiquettes d’une cible ne sont pas valables après leur réécriture.",
                impact: "Toutes les mesures de ce travail manquent, et ses alertes se taisent.",
                checks: [LOGS, "Comparer les réécritures (`relabel_configs`) à la version précédente."],
                remedies: ["Corriger la réécriture, puis appliquer.", PREVIOUS],
            },
        },
        {
            alert: "PrometheusSampleLimitHit",
            expr: `sum by (instance) (rate(prometheus_target_scrapes_exceeded_sample_limit_total{${JOB}}[10m])) > 0`,
            for: "15m",
            severity: "warning",
            team: "plateforme",
            summary: "Prometheus {{ $labels.instance }} rejette une cible trop bavarde",
            description: "Une cible donne plus de séries que la limite : toutes les siennes sont rejetées.",
            runbook: {
                meaning:
                    "Un programme expose soudain bien plus de séries, souvent à cause d’une étiquette qui prend trop de valeurs.",
                impact: "Plus aucune mesure de cette cible : ses alertes se taisent.",
                checks: [
                    "Laquelle : `up == 0`, puis `scrape_samples_scraped` des autres répliques du même travail.",
                    LOGS,
                ],
                remedies: [
                    "Retirer l’étiquette en cause dans le programme ou par `metric_relabel_configs`.",
                    PREVIOUS,
                ],
            },
        },
        {
            alert: "PrometheusRetentionShortened",
            expr: `sum by (instance) (rate(prometheus_tsdb_size_retentions_total{${JOB}}[6h])) > 0`,
            severity: "warning",
            team: "plateforme",
            summary: "Prometheus {{ $labels.instance }} efface des mesures plus tôt que prévu",
            description:
                "Son disque ne suffit pas à la durée de conservation : les plus anciennes partent d’abord.",
            runbook: {
                meaning:
                    "La part du disque réservée aux mesures est atteinte avant la durée de conservation.",
                impact: "Les tableaux de bord et les objectifs de service remontent moins loin que la pile ne le dit.",
                checks: [
                    "Ce qui grossit : `topk(10, sum by (job) (scrape_samples_post_metric_relabeling))`.",
                    "Place prise : `prometheus_tsdb_storage_blocks_bytes`.",
                ],
                remedies: [
                    "Agrandir le disque (`observability.metrics.storageGiB`) ou réduire `observability.metrics.retentionDays`.",
                    "Ne plus relever les séries que rien n’emploie (`components/observability/metrics/kept.ts`).",
                ],
            },
        },
    ],
};
