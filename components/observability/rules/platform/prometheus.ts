import type { RuleGroup } from "../rule";
import { BLIND, logsOf, podsOf, PREVIOUS } from "./texts";

const JOB = 'job="prometheus"';
const PODS = podsOf("prometheus");
const LOGS = logsOf("prometheus");

/** Whether the alerts are worked out at all, and get out. */
export const prometheusAlerts: RuleGroup = {
    name: "platform-prometheus",
    title: "Prometheus : les alertes sont calculées et partent",
    alerts: [
        {
            alert: "Watchdog",
            // Not vector(1): it also says that targets are found and read.
            expr: `max(up{${JOB}}) == 1`,
            severity: "none",
            team: "plateforme",
            summary: "Les alertes sont calculées et envoyées",
            description:
                "Signal de vie, envoyé toutes les quatre minutes environ à un service extérieur, qui appelle quelqu’un s’il ne le reçoit plus.",
            runbook: {
                meaning:
                    "Cette alerte est toujours active : c’est son silence qui est une panne. Elle prouve que Prometheus relève ses cibles, calcule ses règles, et qu’Alertmanager envoie ses messages hors du cluster.",
                impact: `Si le service extérieur ne la reçoit plus, aucune alerte n’arrive plus à personne. ${BLIND}`,
                checks: [
                    PODS,
                    podsOf("alertmanager"),
                    logsOf("alertmanager"),
                    "Si les deux tournent, demander à Alertmanager ce qu’il connaît : `kubectl exec --namespace observability alertmanager-0 --container alertmanager -- amtool --alertmanager.url=http://localhost:9093 alert query alertname=Watchdog`.",
                ],
                remedies: [
                    "Cluster arrêté ou injoignable : suivre `docs/perte-d-un-noeud.md`, puis le tableau de bord d’Azure.",
                    "Adresse du service extérieur périmée : déposer la nouvelle dans le coffre (`docs/alertes-astreinte.md`).",
                ],
            },
        },
        {
            alert: "PrometheusReloadFailed",
            expr: `max by (instance) (prometheus_config_last_reload_successful{${JOB}}) == 0`,
            for: "10m",
            severity: "warning",
            team: "plateforme",
            summary: "Prometheus {{ $labels.instance }} refuse sa configuration",
            description: "Il garde l’ancienne : les cibles et les règles nouvelles n’existent pas pour lui.",
            runbook: {
                meaning: "La dernière lecture de `prometheus.yml` ou d’un fichier de règles a échoué.",
                impact: "Les alertes ajoutées ou corrigées depuis ne fonctionnent pas sur cette réplique.",
                checks: [
                    LOGS,
                    "Vérifier les fichiers du code : `npm test -- tests/components/observability`.",
                ],
                remedies: ["Corriger le fichier que nomme le message, puis appliquer.", PREVIOUS],
            },
        },
        {
            alert: "PrometheusRuleFailures",
            expr: `sum by (instance, rule_group) (rate(prometheus_rule_evaluation_failures_total{${JOB}}[10m])) > 0`,
            for: "10m",
            severity: "warning",
            team: "plateforme",
            summary: "Des règles d’alerte échouent sur Prometheus {{ $labels.instance }}",
            description:
                "Le groupe {{ $labels.rule_group }} ne se calcule plus : ses alertes ne partiront pas.",
            runbook: {
                meaning:
                    "L’expression d’une règle échoue à l’exécution, souvent parce que deux séries se ressemblent trop pour être associées.",
                impact: `Les alertes de ce groupe sont muettes. ${BLIND}`,
                checks: [LOGS, "Calculer l’expression à la main dans Grafana, Explore, source Prometheus."],
                remedies: [
                    "Corriger la règle, avec un cas de test qui reproduit les séries en cause.",
                    PREVIOUS,
                ],
            },
        },
        {
            alert: "PrometheusRuleEvaluationsMissed",
            expr: `sum by (instance, rule_group) (rate(prometheus_rule_group_iterations_missed_total{${JOB}}[10m])) > 0`,
            for: "15m",
            severity: "warning",
            team: "plateforme",
            summary: "Prometheus {{ $labels.instance }} saute des calculs de règles",
            description: "Le groupe {{ $labels.rule_group }} met plus de trente secondes à se calculer.",
            runbook: {
                meaning: "Un calcul n’était pas fini quand le suivant devait commencer.",
                impact: "Les alertes du groupe arrivent en retard.",
                checks: [
                    "Durée du groupe : `prometheus_rule_group_last_duration_seconds`.",
                    "Processeur et mémoire du pod : `kubectl top pod --namespace observability --containers`.",
                ],
                remedies: [
                    "Donner plus de processeur à Prometheus (`observability.metrics.cpu` de la pile).",
                    "Enregistrer d’abord les sous-expressions coûteuses par une règle d’enregistrement.",
                ],
            },
        },
        {
            alert: "PrometheusNotificationErrors",
            expr: `sum by (instance) (rate(prometheus_notifications_errors_total{${JOB}}[10m]))
  / sum by (instance) (rate(prometheus_notifications_sent_total{${JOB}}[10m])) > 0.05`,
            for: "15m",
            severity: "warning",
            team: "plateforme",
            summary: "Des alertes de Prometheus {{ $labels.instance }} n’atteignent pas Alertmanager",
            description: "{{ $value | humanizePercentage }} des envois échouent.",
            runbook: {
                meaning:
                    "Une des répliques d’Alertmanager au moins refuse les alertes, ou ne répond pas à temps.",
                impact: "Les autres répliques les reçoivent encore : rien n’est perdu tant qu’il en reste une.",
                checks: [
                    "Laquelle : `sum by (alertmanager) (rate(prometheus_notifications_errors_total[10m]))`.",
                    podsOf("alertmanager"),
                    LOGS,
                ],
                remedies: [
                    "Pod arrêté ou bloqué : le supprimer, il revient avec ses silences.",
                    "Refus du maillage : vérifier que le flux de Prometheus à Alertmanager est dans `docs/flux.md`.",
                ],
            },
        },
        {
            alert: "PrometheusNotificationsDropped",
            expr: `sum by (instance) (rate(prometheus_notifications_dropped_total{${JOB}}[10m])) > 0`,
            for: "5m",
            severity: "warning",
            team: "plateforme",
            summary: "Prometheus {{ $labels.instance }} perd des alertes",
            description: "Aucune réplique d’Alertmanager n’a pris des alertes qu’il voulait envoyer.",
            runbook: {
                meaning: "Sa file d’attente était pleine, ou toutes les répliques ont refusé l’envoi.",
                impact: `Des alertes n’arrivent à personne. ${BLIND}`,
                checks: [podsOf("alertmanager"), logsOf("alertmanager"), LOGS],
                remedies: [
                    "Faire revenir une réplique d’Alertmanager au moins.",
                    "Prévenir les équipes que les alertes ne partent pas, et regarder les tableaux de bord en attendant.",
                ],
            },
        },
        {
            alert: "PrometheusWithoutAlertmanager",
            expr: `max by (instance) (prometheus_notifications_alertmanagers_discovered{${JOB}}) == 0`,
            for: "5m",
            severity: "warning",
            team: "plateforme",
            summary: "Prometheus {{ $labels.instance }} ne trouve aucun Alertmanager",
            description: "Le nom du service ne mène à aucun pod prêt : ses alertes ne partent pas.",
            runbook: {
                meaning: "La résolution du nom d’Alertmanager ne donne plus d’adresse.",
                impact: `Aucune alerte de cette réplique n’arrive. ${BLIND}`,
                checks: [
                    podsOf("alertmanager"),
                    "Le service a-t-il des adresses : `kubectl get endpointslices --namespace observability --selector kubernetes.io/service-name=alertmanager`.",
                ],
                remedies: [
                    "Rendre prêt un pod d’Alertmanager : secret absent du coffre, disque plein, place sur les nœuds.",
                    PREVIOUS,
                ],
            },
        },
    ],
};
