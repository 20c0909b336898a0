import type { RuleGroup } from "../rule";

const QUOTA = "Lire le quota : `kubectl describe resourcequota --namespace NAMESPACE`.";
const QUOTA_REMEDY =
    "Le quota est la somme de ce que les charges déclarées demandent au plus, mises à jour comprises : s’il est dépassé, quelque chose tourne hors du code. Le trouver (`kubectl get pods --namespace NAMESPACE`) et le supprimer, ou le déclarer.";

/** What pods ask for and take. */
export const resources: RuleGroup = {
    name: "kubernetes-resources",
    title: "Kubernetes : ressources",
    recordings: [
        {
            record: "namespace:kube_pod_container_resource_requests:sum",
            expr: `sum by (namespace, resource) (
  max by (namespace, pod, container, resource) (kube_pod_container_resource_requests{job="kube-state-metrics", resource=~"cpu|memory"})
  and on (namespace, pod) kube_pod_status_phase{job="kube-state-metrics", phase=~"Pending|Running"} == 1
)`,
        },
    ],
    alerts: [
        {
            alert: "QuotaExceeded",
            expr: `max by (namespace, resourcequota, resource) (kube_resourcequota{job="kube-state-metrics", type="used"})
  / max by (namespace, resourcequota, resource) (kube_resourcequota{job="kube-state-metrics", type="hard"}) > 1`,
            for: "15m",
            severity: "warning",
            team: "plateforme",
            summary: "Le quota {{ $labels.resource }} de {{ $labels.namespace }} est dépassé",
            description:
                "{{ $labels.namespace }} prend {{ $value | humanizePercentage }} de son quota de {{ $labels.resource }} : le quota a été réduit sous ce qui tourne.",
            runbook: {
                meaning:
                    "Le quota a baissé alors que les pods étaient là ; Kubernetes n’en arrête pas pour autant.",
                impact: "Un pod qui s’arrête n’est plus remplacé.",
                checks: [QUOTA],
                remedies: [QUOTA_REMEDY, "Appliquer le code de la plateforme : il recalcule le quota."],
            },
        },
        {
            alert: "ContainerCpuThrottled",
            expr: `sum by (namespace, pod, container) (rate(container_cpu_cfs_throttled_periods_total{job="cadvisor", container!=""}[5m]))
  / sum by (namespace, pod, container) (rate(container_cpu_cfs_periods_total{job="cadvisor"}[5m]))
> 0.5`,
            for: "30m",
            severity: "info",
            team: "plateforme",
            summary: "{{ $labels.namespace }}/{{ $labels.pod }} manque de processeur",
            description:
                "Le conteneur {{ $labels.container }} de {{ $labels.namespace }}/{{ $labels.pod }} a été freiné pendant {{ $value | humanizePercentage }} du temps, à sa limite de processeur.",
            runbook: {
                meaning: "Le conteneur veut plus de processeur que sa limite, et le noyau le fait attendre.",
                impact: "Il est plus lent. À voir seulement si une alerte de lenteur l’accompagne.",
                checks: [
                    'Comparer : `rate(container_cpu_usage_seconds_total{namespace="NAMESPACE", pod="POD"}[5m])` et sa limite.',
                ],
                remedies: [
                    "Relever `cpu` de ce programme dans `Pulumi.<pile>.yaml`, si ses réponses sont lentes.",
                ],
            },
        },
        {
            alert: "ContainerMemoryNearLimit",
            expr: `max by (namespace, pod, container) (container_memory_working_set_bytes{job="cadvisor", container!=""})
  / (max by (namespace, pod, container) (container_spec_memory_limit_bytes{job="cadvisor"}) != 0)
> 0.95`,
            for: "15m",
            severity: "info",
            team: "plateforme",
            summary: "{{ $labels.namespace }}/{{ $labels.pod }} approche de sa limite de mémoire",
            description:
                "Le conteneur {{ $labels.container }} de {{ $labels.namespace }}/{{ $labels.pod }} tient {{ $value | humanizePercentage }} de sa mémoire depuis un quart d’heure.",
            runbook: {
                meaning: "Au-delà de sa limite, le noyau tue le conteneur.",
                impact: "Un arrêt brutal est proche, avec la perte des demandes en cours.",
                checks: [
                    'Suivre : `container_memory_working_set_bytes{namespace="NAMESPACE", pod="POD", container="CONTENEUR"}` sur un jour.',
                    "Pour OpenMRS, regarder plutôt le tas de Java après ramassage, dans son tableau de bord.",
                ],
                remedies: [
                    "Relever `memory` de ce programme dans `Pulumi.<pile>.yaml`, aux heures creuses : le pod redémarre.",
                ],
            },
        },
    ],
};
