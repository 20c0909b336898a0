import type { RuleGroup } from "../rule";
import { BLIND, logsOf, podsOf } from "./texts";

/** Jobs without which alerts are blind or mute, and those that only help to look. */
const VITAL = [
    "alertmanager",
    "blackbox-exporter",
    "kube-state-metrics",
    "log-collector",
    "log-metrics",
    "loki",
];
const HELPFUL = ["grafana", "tempo", "trace-collector", "span-metrics"];

/** Jobs that are lost once for each node have alerts of their own. */
const OF_NODES = "kubelet|log-agent|node-exporter";

/** One alert a job: a pod that is not ready has no address any more, and so is no target that would be down. */
const anyMissing = (jobs: readonly string[]) =>
    jobs.map((job) => `absent(up{job=${JSON.stringify(job)}})`).join("\nor ");

const KSM = 'job="kube-state-metrics"';

const ksmErrors = (verb: string) =>
    `sum by (resource) (rate(kube_state_metrics_${verb}_total{${KSM}, result="error"}[15m]))
  / sum by (resource) (rate(kube_state_metrics_${verb}_total{${KSM}}[15m])) > 0.05`;

const RIGHTS =
    "Ses droits : `kubectl auth can-i list pods --as system:serviceaccount:observability:kube-state-metrics`.";

/** What is to be measured and is not. */
export const targetAlerts: RuleGroup = {
    name: "platform-targets",
    title: "Les cibles des mesures",
    alerts: [
        {
            alert: "TargetDown",
            expr: `max by (job, instance, namespace, workload, node) (up{job!~"${OF_NODES}"}) == 0`,
            for: "10m",
            severity: "warning",
            team: "plateforme",
            summary: "{{ $labels.job }} ne donne plus ses mesures ({{ $labels.instance }})",
            description: "Prometheus n’obtient plus de réponse de cette cible depuis dix minutes.",
            runbook: {
                meaning: "La cible existe mais ne répond pas, répond trop tard, ou sa réponse est refusée.",
                impact: "Les alertes qui reposent sur ses mesures se taisent.",
                checks: [
                    "Le pod : `kubectl get pods --all-namespaces --output wide | grep ADRESSE`, avec l’adresse de `instance`.",
                    "Durée des relevés : `scrape_duration_seconds` (dix secondes au plus).",
                    "Le flux est-il déclaré : `docs/flux.md`.",
                ],
                remedies: [
                    "Pod en panne : traiter les alertes de ses pods.",
                    "Flux refusé : le déclarer avec `connectsTo` et appliquer.",
                ],
            },
        },
        {
            alert: "MonitoringJobMissing",
            expr: anyMissing(VITAL),
            for: "10m",
            severity: "critical",
            team: "plateforme",
            summary: "{{ $labels.job }} a disparu de la surveillance",
            description: "Plus aucun de ses pods n’est prêt, ou son nom ne mène plus nulle part.",
            runbook: {
                meaning: "Un des programmes dont dépendent les alertes n’a plus aucune cible.",
                impact: `Des alertes se taisent ou ne partent plus. ${BLIND}`,
                checks: [
                    "Les pods : `kubectl get pods --namespace observability --output wide`.",
                    "Les événements : `kubectl get events --namespace observability --sort-by .lastTimestamp`.",
                ],
                remedies: [
                    "Traiter l’alerte de ses pods : elle dit la cause (place, image, secret, disque).",
                    "Lire les tableaux de bord à intervalles réguliers en attendant.",
                ],
            },
        },
        {
            alert: "ToolJobMissing",
            expr: anyMissing(HELPFUL),
            for: "15m",
            severity: "warning",
            team: "plateforme",
            summary: "{{ $labels.job }} a disparu de la surveillance",
            description: "Plus aucun de ses pods n’est prêt, ou son nom ne mène plus nulle part.",
            runbook: {
                meaning: "Un programme qui aide à chercher une cause n’a plus aucune cible.",
                impact: "Les alertes partent. Il manque les traces, les durées par opération ou les tableaux de bord.",
                checks: [
                    "Les pods : `kubectl get pods --namespace observability --output wide`.",
                    "Les événements : `kubectl get events --namespace observability --sort-by .lastTimestamp`.",
                ],
                remedies: [
                    "Traiter l’alerte de ses pods : elle dit la cause (place, image, secret, disque).",
                ],
            },
        },
        {
            alert: "KubeStateMetricsListErrors",
            expr: ksmErrors("list"),
            for: "15m",
            severity: "warning",
            team: "plateforme",
            summary: "L’état de Kubernetes n’est plus lu : {{ $labels.resource }}",
            description: "{{ $value | humanizePercentage }} des lectures échouent.",
            runbook: {
                meaning: "kube-state-metrics ne peut pas lire ces objets : droit retiré, ou API en panne.",
                impact: "Les alertes sur les pods, les volumes et les nœuds reposent sur un état ancien.",
                checks: [logsOf("kube-state-metrics"), RIGHTS, "L’API : l’alerte `ApiServerDown`."],
                remedies: ["Rendre le droit qui manque dans le code, puis appliquer."],
            },
        },
        {
            alert: "KubeStateMetricsWatchErrors",
            expr: ksmErrors("watch"),
            for: "15m",
            severity: "warning",
            team: "plateforme",
            summary: "L’état de Kubernetes n’est plus suivi : {{ $labels.resource }}",
            description: "{{ $value | humanizePercentage }} des suivis échouent.",
            runbook: {
                meaning: "kube-state-metrics relit ces objets mais n’en suit plus les changements.",
                impact: "Les alertes sur ces objets ont du retard.",
                checks: [logsOf("kube-state-metrics"), RIGHTS, podsOf("kube-state-metrics")],
                remedies: [
                    "Rendre le droit qui manque dans le code, puis appliquer.",
                    "API surchargée : chercher le programme qui l’interroge trop (`apiserver_request_total`).",
                ],
            },
        },
    ],
};
