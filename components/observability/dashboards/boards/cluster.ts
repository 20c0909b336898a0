import type { Dashboard } from "../kit/dashboard";
import { redFrom, worseFrom } from "../kit/looks";
import { bars, curves, stat } from "../kit/metrics";
import { table } from "../kit/tables";

const KSM = 'job="kube-state-metrics"';

const POD = "namespace, pod";

const missing = (kind: string, wanted: string, ready: string) =>
    `sum(max by (namespace, ${kind}) (${wanted}{${KSM}}) - max by (namespace, ${kind}) (${ready}{${KSM}}))`;

const used = {
    cpu: 'sum by (namespace) (rate(container_cpu_usage_seconds_total{job="cadvisor", container!=""}[5m]))',
    memory: 'sum by (namespace) (container_memory_working_set_bytes{job="cadvisor", container!=""})',
};

const requested = (resource: string) =>
    `sum by (namespace) (namespace:kube_pod_container_resource_requests:sum{resource="${resource}"})`;

const autoscaler = (name: string) =>
    `max by (namespace, horizontalpodautoscaler) (kube_horizontalpodautoscaler_${name}{${KSM}})`;

/** What runs in the cluster, and on what. */
export const cluster = (): Dashboard => ({
    uid: "cluster",
    title: "Cluster",
    description:
        "Les charges du cluster : ce qui manque, ce qui redémarre, ce qu’elles demandent et prennent.",
    folder: "infrastructure",
    from: "now-6h",
    sections: [
        {
            title: "En ce moment",
            panels: [
                stat({
                    title: "Pods manquants des Deployments",
                    description:
                        "Voulus et non disponibles. Rouge qui dure : lire les évènements du Deployment.",
                    alerts: ["DeploymentReplicasMissing", "DeploymentWithoutPod"],
                    expr: missing(
                        "deployment",
                        "kube_deployment_spec_replicas",
                        "kube_deployment_status_replicas_available",
                    ),
                    unit: "none",
                    limits: worseFrom(1, 3),
                }),
                stat({
                    title: "Pods manquants des StatefulSets",
                    description:
                        "Base, journaux, métriques. Rouge : un disque qui ne suit pas, ou un nœud perdu.",
                    alerts: ["StatefulSetReplicasMissing", "StatefulSetWithoutPod"],
                    expr: missing(
                        "statefulset",
                        "kube_statefulset_replicas",
                        "kube_statefulset_status_replicas_ready",
                    ),
                    unit: "none",
                    limits: redFrom(1),
                }),
                stat({
                    title: "Pods manquants des DaemonSets",
                    description: "Nœuds sans leur agent de journaux ou de mesures.",
                    alerts: ["DaemonSetPodsMissing"],
                    expr: missing(
                        "daemonset",
                        "kube_daemonset_status_desired_number_scheduled",
                        "kube_daemonset_status_number_available",
                    ),
                    unit: "none",
                    limits: worseFrom(1, 2),
                }),
                stat({
                    title: "Pods sans nœud",
                    description:
                        "Aucun nœud ne peut les prendre. Rouge : le groupe de nœuds est à son maximum.",
                    alerts: ["PodUnschedulable"],
                    expr: `count(max by (${POD}) (kube_pod_status_unschedulable{${KSM}}) == 1) or vector(0)`,
                    unit: "none",
                    limits: redFrom(1),
                }),
                stat({
                    title: "Redémarrages, une heure",
                    description: "De tous les conteneurs. Voir le tableau pour savoir lesquels.",
                    alerts: ["PodCrashLooping"],
                    expr: `sum(increase(kube_pod_container_status_restarts_total{${KSM}}[1h]))`,
                    unit: "none",
                    decimals: 0,
                    limits: worseFrom(1, 5),
                }),
                stat({
                    title: "Requêtes refusées par l’API",
                    description:
                        "Part des réponses 5xx de l’API de Kubernetes. Rouge : déploiements et autoscalers sont aveugles.",
                    alerts: ["ApiBudgetBurn1h"],
                    expr: '(sum(rate(apiserver_request_total{job="apiserver", code=~"5.."}[5m])) or vector(0)) / sum(rate(apiserver_request_total{job="apiserver"}[5m]))',
                    unit: "percentunit",
                    decimals: 2,
                    limits: worseFrom(0.01, 0.05),
                }),
            ],
        },
        {
            title: "Ce qui ne va pas",
            panels: [
                table({
                    title: "Conteneurs qui redémarrent",
                    description:
                        "En un jour. Lire le code de sortie du dernier arrêt : 137 avec OOMKilled, la mémoire manque.",
                    alerts: ["PodCrashLooping", "ContainerRestartingOften", "ContainerOomKilled"],
                    labels: { namespace: "Espace de noms", pod: "Pod", container: "Conteneur" },
                    columns: [
                        {
                            expr: `topk(20, sum by (namespace, pod, container) (increase(kube_pod_container_status_restarts_total{${KSM}}[1d])) > 0.5)`,
                            title: "Redémarrages",
                            unit: "short",
                            limits: worseFrom(2, 5),
                        },
                    ],
                    sortedBy: "Redémarrages",
                }),
                table({
                    title: "Conteneurs qui attendent",
                    description: "Et pourquoi : image introuvable, secret absent, volume non monté.",
                    alerts: ["ContainerCannotStart", "ContainerWaiting"],
                    labels: {
                        namespace: "Espace de noms",
                        pod: "Pod",
                        container: "Conteneur",
                        reason: "Raison",
                    },
                    columns: [
                        {
                            expr: `max by (namespace, pod, container, reason) (kube_pod_container_status_waiting_reason{${KSM}}) > 0`,
                        },
                    ],
                    sortedBy: "Espace de noms",
                }),
            ],
        },
        {
            title: "Ce qui est demandé et ce qui est pris",
            panels: [
                table({
                    title: "Par espace de noms",
                    description:
                        "Très au-dessous de la demande : on paie des nœuds vides, voir Coûts. Au-dessus : les voisins en souffriront.",
                    alerts: ["PodUnschedulable"],
                    labels: { namespace: "Espace de noms" },
                    columns: [
                        { expr: requested("cpu"), title: "Processeurs demandés", unit: "short" },
                        { expr: used.cpu, title: "Processeurs pris", unit: "short" },
                        { expr: requested("memory"), title: "Mémoire demandée", unit: "bytes" },
                        { expr: used.memory, title: "Mémoire prise", unit: "bytes" },
                    ],
                    sortedBy: "Mémoire demandée",
                    width: 24,
                }),
                curves({
                    title: "Processeurs pris",
                    description: "Par espace de noms.",
                    queries: [{ expr: used.cpu, legend: "{{namespace}}" }],
                    unit: "short",
                    stacked: true,
                }),
                curves({
                    title: "Mémoire prise",
                    description: "Par espace de noms.",
                    queries: [{ expr: used.memory, legend: "{{namespace}}" }],
                    unit: "bytes",
                    stacked: true,
                }),
                curves({
                    title: "Conteneurs freinés",
                    description:
                        "Part du temps passé à la limite de processeur, les dix pires. Rouge : relever sa limite si ses réponses sont lentes.",
                    alerts: ["ContainerCpuThrottled"],
                    queries: [
                        {
                            expr: 'topk(10, sum by (namespace, container) (rate(container_cpu_cfs_throttled_periods_total{job="cadvisor", container!=""}[5m])) / sum by (namespace, container) (rate(container_cpu_cfs_periods_total{job="cadvisor", container!=""}[5m])))',
                            legend: "{{namespace}} {{container}}",
                        },
                    ],
                    unit: "percentunit",
                    limits: worseFrom(0.25, 0.5),
                }),
                bars({
                    title: "Quotas",
                    description:
                        "Part prise de chaque quota, les plus pleins. À 100 %, plus aucun pod n’y est admis.",
                    alerts: ["QuotaExceeded"],
                    queries: [
                        {
                            expr: `topk(10, max by (namespace, resource) (kube_resourcequota{${KSM}, type="used"}) / (max by (namespace, resource) (kube_resourcequota{${KSM}, type="hard"}) > 0))`,
                            legend: "{{namespace}} {{resource}}",
                        },
                    ],
                    unit: "percentunit",
                    decimals: 0,
                    max: 1,
                    limits: worseFrom(0.9, 1),
                }),
            ],
        },
        {
            title: "Autoscalers et volumes",
            panels: [
                table({
                    title: "Autoscalers",
                    description:
                        "Au maximum depuis longtemps : relever le maximum, ou chercher ce qui charge.",
                    alerts: ["AutoscalerAtMaximum", "AutoscalerNotFollowed"],
                    labels: { namespace: "Espace de noms", horizontalpodautoscaler: "Autoscaler" },
                    columns: [
                        { expr: autoscaler("spec_min_replicas"), title: "Minimum", unit: "none" },
                        { expr: autoscaler("status_current_replicas"), title: "Présents", unit: "none" },
                        { expr: autoscaler("status_desired_replicas"), title: "Voulus", unit: "none" },
                        { expr: autoscaler("spec_max_replicas"), title: "Maximum", unit: "none" },
                    ],
                    sortedBy: "Présents",
                }),
                bars({
                    title: "Place prise sur les volumes",
                    description: "Rouge : agrandir le volume avant qu’il soit plein ; il ne rétrécit jamais.",
                    alerts: ["VolumeAlmostFull", "VolumeFillingUp"],
                    queries: [
                        {
                            expr: 'max by (namespace, persistentvolumeclaim) (kubelet_volume_stats_used_bytes{job="kubelet"} / kubelet_volume_stats_capacity_bytes{job="kubelet"})',
                            legend: "{{namespace}} {{persistentvolumeclaim}}",
                        },
                    ],
                    unit: "percentunit",
                    decimals: 0,
                    max: 1,
                    limits: worseFrom(0.75, 0.9),
                }),
            ],
        },
    ],
});
