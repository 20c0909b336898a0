import type { RuleGroup } from "../rule";

const JOB_LOGS = "Lire ce qu’elle a dit : `kubectl logs job/TÂCHE --namespace NAMESPACE --all-containers`.";
const SCALING =
    "Lire ce que dit l’autoscaler : `kubectl describe horizontalpodautoscaler NOM --namespace NAMESPACE`.";
const BUDGET = "Lire le budget : `kubectl describe poddisruptionbudget NOM --namespace NAMESPACE`.";

/** Jobs, autoscalers and disruption budgets. */
export const jobsAndScaling: RuleGroup = {
    name: "kubernetes-jobs",
    title: "Kubernetes : tâches et mise à l’échelle",
    alerts: [
        {
            alert: "JobFailed",
            expr: `max by (namespace, job_name) (kube_job_failed{job="kube-state-metrics", condition="true"}) > 0`,
            for: "5m",
            severity: "warning",
            team: "plateforme",
            summary: "La tâche {{ $labels.namespace }}/{{ $labels.job_name }} a échoué",
            description:
                "La tâche {{ $labels.namespace }}/{{ $labels.job_name }} a épuisé ses essais ou son délai.",
            runbook: {
                meaning: "Tous les essais de cette tâche ont échoué ; Kubernetes n’en fera plus d’autre.",
                impact: "Ce qu’elle devait faire n’est pas fait : création des comptes d’une base, par exemple.",
                checks: [
                    JOB_LOGS,
                    "Lire la raison de l’échec : `kubectl describe job TÂCHE --namespace NAMESPACE`.",
                ],
                remedies: [
                    "Corriger la cause, puis appliquer de nouveau : `npm run pulumi -- up` recrée la tâche si sa définition a changé.",
                    "Sinon, la supprimer (`kubectl delete job TÂCHE --namespace NAMESPACE`) et appliquer.",
                ],
            },
        },
        {
            alert: "JobTooLong",
            expr: `time() - max by (namespace, job_name) (
  kube_job_status_start_time{job="kube-state-metrics"}
  and on (namespace, job_name) kube_job_status_active{job="kube-state-metrics"} > 0
) > 12 * 3600`,
            severity: "warning",
            team: "plateforme",
            summary: "La tâche {{ $labels.namespace }}/{{ $labels.job_name }} ne finit pas",
            description:
                "La tâche {{ $labels.namespace }}/{{ $labels.job_name }} tourne depuis {{ $value | humanizeDuration }}.",
            runbook: {
                meaning: "Une tâche devrait finir en quelques minutes, ou au plus dans la nuit.",
                impact: "Elle tient peut-être un verrou, et la suivante ne part pas.",
                checks: [
                    JOB_LOGS,
                    "Voir si son pod avance : `kubectl top pod --namespace NAMESPACE --selector job-name=TÂCHE`.",
                ],
                remedies: [
                    "Si elle attend une dépendance, traiter l’alerte de celle-ci.",
                    "Si elle est bloquée, la supprimer : `kubectl delete job TÂCHE --namespace NAMESPACE`.",
                ],
            },
        },
        {
            alert: "AutoscalerAtMaximum",
            expr: `max by (namespace, horizontalpodautoscaler) (kube_horizontalpodautoscaler_status_current_replicas{job="kube-state-metrics"})
  >= max by (namespace, horizontalpodautoscaler) (kube_horizontalpodautoscaler_spec_max_replicas{job="kube-state-metrics"})
unless on (namespace, horizontalpodautoscaler)
  max by (namespace, horizontalpodautoscaler) (kube_horizontalpodautoscaler_spec_max_replicas{job="kube-state-metrics"})
  == max by (namespace, horizontalpodautoscaler) (kube_horizontalpodautoscaler_spec_min_replicas{job="kube-state-metrics"})`,
            for: "30m",
            severity: "warning",
            team: "plateforme",
            summary: "{{ $labels.namespace }}/{{ $labels.horizontalpodautoscaler }} est à son maximum",
            description:
                "{{ $labels.namespace }}/{{ $labels.horizontalpodautoscaler }} tourne à son maximum de {{ $value }} pods depuis une demi-heure.",
            runbook: {
                meaning: "La charge demande autant de pods que permis, peut-être davantage.",
                impact: "Si la charge monte encore, les réponses ralentissent.",
                checks: [
                    SCALING,
                    "Comparer avec le trafic du tableau de bord d’OpenMRS : pic attendu ou anomalie ?",
                ],
                remedies: [
                    "Si le pic est normal, relever `webReplicas` dans `Pulumi.<pile>.yaml` ; vérifier que le groupe de nœuds suit.",
                    "Si le trafic est anormal, voir les alertes de la passerelle et du pare-feu applicatif.",
                ],
            },
        },
        {
            alert: "AutoscalerNotFollowed",
            expr: `max by (namespace, horizontalpodautoscaler) (kube_horizontalpodautoscaler_status_desired_replicas{job="kube-state-metrics"})
  != max by (namespace, horizontalpodautoscaler) (kube_horizontalpodautoscaler_status_current_replicas{job="kube-state-metrics"})
and on (namespace, horizontalpodautoscaler)
  changes(kube_horizontalpodautoscaler_status_current_replicas{job="kube-state-metrics"}[15m]) == 0`,
            for: "15m",
            severity: "warning",
            team: "plateforme",
            summary: "{{ $labels.namespace }}/{{ $labels.horizontalpodautoscaler }} n’obtient pas ses pods",
            description:
                "{{ $labels.namespace }}/{{ $labels.horizontalpodautoscaler }} demande {{ $value }} pods et ne les obtient pas.",
            runbook: {
                meaning:
                    "L’autoscaler a décidé d’un autre nombre de pods, et rien ne bouge depuis un quart d’heure.",
                impact: "Le service ne suit pas la charge.",
                checks: [
                    SCALING,
                    "Vérifier le quota : `kubectl describe resourcequota --namespace NAMESPACE`.",
                    "Chercher des pods sans place : `kubectl get pods --namespace NAMESPACE --field-selector status.phase=Pending`.",
                ],
                remedies: ["Lever ce qui bloque : place, quota ou image."],
            },
        },
        {
            alert: "AutoscalerBlind",
            expr: `max by (namespace, horizontalpodautoscaler) (
  kube_horizontalpodautoscaler_status_condition{job="kube-state-metrics", condition="ScalingActive", status="false"}
) == 1`,
            for: "15m",
            severity: "warning",
            team: "plateforme",
            summary: "{{ $labels.namespace }}/{{ $labels.horizontalpodautoscaler }} ne mesure plus rien",
            description:
                "L’autoscaler {{ $labels.namespace }}/{{ $labels.horizontalpodautoscaler }} n’obtient pas la mesure dont il dépend : le nombre de pods ne change plus.",
            runbook: {
                meaning:
                    "L’API des mesures (`metrics-server`) ne répond pas, ou les pods ne disent rien d’eux-mêmes.",
                impact: "Le service ne suit plus la charge, ni à la hausse ni à la baisse.",
                checks: [SCALING, "Voir si l’API répond : `kubectl top pods --namespace NAMESPACE`."],
                remedies: [
                    "Si `metrics-server` est en panne (espace `kube-system`), supprimer ses pods ; s’il ne revient pas, ouvrir un dossier chez Azure.",
                ],
            },
        },
        {
            alert: "DisruptionBudgetUnmet",
            expr: `max by (namespace, poddisruptionbudget) (kube_poddisruptionbudget_status_desired_healthy{job="kube-state-metrics"})
  - max by (namespace, poddisruptionbudget) (kube_poddisruptionbudget_status_current_healthy{job="kube-state-metrics"}) > 0`,
            for: "15m",
            severity: "warning",
            team: "plateforme",
            summary: "{{ $labels.namespace }}/{{ $labels.poddisruptionbudget }} a trop peu de pods sains",
            description:
                "Il manque {{ $value }} pod(s) sains à {{ $labels.namespace }}/{{ $labels.poddisruptionbudget }}, moins que ce que son budget exige.",
            runbook: {
                meaning:
                    "Le service est sous le nombre de serveurs que la plateforme s’est engagée à garder.",
                impact: "Une panne de plus l’arrête. Aucun nœud qui porte ses pods ne peut être vidé : les mises à niveau attendent.",
                checks: [BUDGET, "Voir ses pods : `kubectl get pods --namespace NAMESPACE --output wide`."],
                remedies: ["Rétablir les pods qui manquent : leur alerte dit la cause."],
            },
        },
        {
            alert: "DisruptionBudgetBlocking",
            expr: `max by (namespace, poddisruptionbudget) (kube_poddisruptionbudget_status_pod_disruptions_allowed{job="kube-state-metrics"}) == 0
and on (namespace, poddisruptionbudget) max by (namespace, poddisruptionbudget) (kube_poddisruptionbudget_status_expected_pods{job="kube-state-metrics"}) > 1`,
            for: "12h",
            severity: "info",
            team: "plateforme",
            summary: "{{ $labels.namespace }}/{{ $labels.poddisruptionbudget }} empêche de vider un nœud",
            description:
                "Depuis douze heures, aucun pod de {{ $labels.namespace }}/{{ $labels.poddisruptionbudget }} ne peut être déplacé.",
            runbook: {
                meaning:
                    "Le budget n’autorise aucun arrêt volontaire, alors que le service a plusieurs pods.",
                impact: "La prochaine mise à niveau des nœuds s’arrêtera sur ce service.",
                checks: [BUDGET],
                remedies: [
                    "Rétablir les pods qui ne sont pas sains avant la fenêtre de maintenance.",
                    "Si le budget égale le nombre de pods, corriger le nombre de serveurs du service.",
                ],
            },
        },
    ],
};
