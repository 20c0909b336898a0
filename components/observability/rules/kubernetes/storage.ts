import type { RuleGroup } from "../rule";

const LARGEST =
    "Mesurer : `kubectl exec POD --namespace NAMESPACE --container CONTENEUR -- df -h` (et `df -i` pour les fichiers).";
const GROW =
    "Agrandir le disque : relever `storageGiB` du programme dans `Pulumi.<pile>.yaml` et appliquer. Un disque Azure s’agrandit sans arrêt, et ne rapetisse jamais.";
const LESS =
    "Réduire ce qui est gardé : durées de conservation des métriques, des journaux et des traces, dans `Pulumi.<pile>.yaml`.";
const CLAIM =
    "Lire la demande et ses événements : `kubectl describe persistentvolumeclaim NOM --namespace NAMESPACE`.";

/** Disks of pods. */
export const storage: RuleGroup = {
    name: "kubernetes-volumes",
    title: "Kubernetes : volumes",
    alerts: [
        {
            alert: "VolumeAlmostFull",
            expr: `max by (namespace, persistentvolumeclaim) (
  kubelet_volume_stats_available_bytes{job="kubelet"} / kubelet_volume_stats_capacity_bytes{job="kubelet"}
) < 0.03`,
            for: "2m",
            severity: "critical",
            team: "plateforme",
            summary:
                "Le volume {{ $labels.namespace }}/{{ $labels.persistentvolumeclaim }} est presque plein",
            description:
                "Il reste {{ $value | humanizePercentage }} du volume {{ $labels.namespace }}/{{ $labels.persistentvolumeclaim }}.",
            runbook: {
                meaning: "Moins de 3 % du disque est libre.",
                impact: "Disque plein, une base refuse d’écrire et s’arrête ; Prometheus et Loki perdent ce qui arrive.",
                checks: [LARGEST],
                remedies: [GROW, LESS],
            },
        },
        {
            alert: "VolumeFillingUp",
            expr: `max by (namespace, persistentvolumeclaim) (
  kubelet_volume_stats_available_bytes{job="kubelet"} / kubelet_volume_stats_capacity_bytes{job="kubelet"}
) < 0.15
and on (namespace, persistentvolumeclaim)
  predict_linear(kubelet_volume_stats_available_bytes{job="kubelet"}[6h], 4 * 24 * 3600) < 0`,
            for: "1h",
            severity: "warning",
            team: "plateforme",
            summary:
                "Le volume {{ $labels.namespace }}/{{ $labels.persistentvolumeclaim }} sera plein dans quatre jours",
            description:
                "Il reste {{ $value | humanizePercentage }} du volume {{ $labels.namespace }}/{{ $labels.persistentvolumeclaim }} ; à ce rythme, il sera plein avant quatre jours.",
            runbook: {
                meaning:
                    "Moins de 15 % du disque est libre, et la pente des six dernières heures mène à zéro en quatre jours.",
                impact: "Aucune encore : il reste le temps d’agrandir.",
                checks: [
                    LARGEST,
                    'Voir la pente : `kubelet_volume_stats_available_bytes{persistentvolumeclaim="NOM"}` sur une semaine, dans Grafana.',
                ],
                remedies: [GROW, LESS],
            },
        },
        {
            alert: "VolumeInodesAlmostExhausted",
            expr: `max by (namespace, persistentvolumeclaim) (
  kubelet_volume_stats_inodes_free{job="kubelet"} / kubelet_volume_stats_inodes{job="kubelet"}
) < 0.03`,
            for: "2m",
            severity: "critical",
            team: "plateforme",
            summary:
                "Le volume {{ $labels.namespace }}/{{ $labels.persistentvolumeclaim }} a presque trop de fichiers",
            description:
                "Il reste {{ $value | humanizePercentage }} des fichiers que peut porter le volume {{ $labels.namespace }}/{{ $labels.persistentvolumeclaim }}.",
            runbook: {
                meaning: "Un disque porte un nombre fini de fichiers ; il en reste moins de 3 %.",
                impact: "Les mêmes que d’un disque plein, alors qu’il reste de la place.",
                checks: [LARGEST],
                remedies: ["Supprimer les petits fichiers devenus inutiles.", GROW],
            },
        },
        {
            alert: "VolumeInodesFillingUp",
            expr: `max by (namespace, persistentvolumeclaim) (
  kubelet_volume_stats_inodes_free{job="kubelet"} / kubelet_volume_stats_inodes{job="kubelet"}
) < 0.15
and on (namespace, persistentvolumeclaim)
  predict_linear(kubelet_volume_stats_inodes_free{job="kubelet"}[6h], 4 * 24 * 3600) < 0`,
            for: "1h",
            severity: "warning",
            team: "plateforme",
            summary:
                "Le volume {{ $labels.namespace }}/{{ $labels.persistentvolumeclaim }} aura trop de fichiers dans quatre jours",
            description:
                "Il reste {{ $value | humanizePercentage }} des fichiers du volume {{ $labels.namespace }}/{{ $labels.persistentvolumeclaim }} ; à ce rythme, il n’y en aura plus avant quatre jours.",
            runbook: {
                meaning: "Un programme crée beaucoup de petits fichiers et ne les efface pas.",
                impact: "Aucune encore.",
                checks: [LARGEST],
                remedies: ["Trouver le programme qui crée ces fichiers, et réduire ce qu’il garde.", GROW],
            },
        },
        {
            alert: "PersistentVolumeFailed",
            expr: `max by (persistentvolume, phase) (
  kube_persistentvolume_status_phase{job="kube-state-metrics", phase=~"Failed|Pending"}
) > 0`,
            for: "10m",
            severity: "warning",
            team: "plateforme",
            summary: "Le disque {{ $labels.persistentvolume }} est en erreur ({{ $labels.phase }})",
            description:
                "Le disque {{ $labels.persistentvolume }} est dans l’état {{ $labels.phase }} depuis dix minutes.",
            runbook: {
                meaning: "Azure n’a pas pu créer, rendre ou supprimer ce disque.",
                impact: "Le pod qui l’attend ne démarre pas.",
                checks: [
                    "Lire ses événements : `kubectl describe persistentvolume NOM`.",
                    "Chercher le refus dans le journal d’activité d’Azure : quota, verrou, clé de chiffrement, zone.",
                ],
                remedies: [
                    "Lever le refus. Si la clé de chiffrement est en cause, rétablir l’accès de l’identité des disques au coffre.",
                    "Ne pas supprimer le disque : il porte des données de santé, et des verrous le gardent.",
                ],
            },
        },
        {
            alert: "VolumeClaimPending",
            expr: `max by (namespace, persistentvolumeclaim) (
  kube_persistentvolumeclaim_status_phase{job="kube-state-metrics", phase="Pending"}
) == 1`,
            for: "15m",
            severity: "warning",
            team: "plateforme",
            summary: "{{ $labels.namespace }}/{{ $labels.persistentvolumeclaim }} attend son disque",
            description:
                "La demande {{ $labels.namespace }}/{{ $labels.persistentvolumeclaim }} n’a pas de disque depuis un quart d’heure.",
            runbook: {
                meaning:
                    "Le disque n’est créé que lorsque le pod a un nœud : la cause est le disque, ou le pod sans place.",
                impact: "Le pod ne démarre pas.",
                checks: [
                    CLAIM,
                    "Vérifier le quota : `kubectl describe resourcequota --namespace NAMESPACE`.",
                ],
                remedies: [
                    "Si le pod n’a pas de place, traiter l’alerte `PodUnschedulable`.",
                    "Si Azure refuse le disque, demander un quota ou changer de zone.",
                ],
            },
        },
        {
            alert: "VolumeClaimLost",
            expr: `max by (namespace, persistentvolumeclaim) (
  kube_persistentvolumeclaim_status_phase{job="kube-state-metrics", phase="Lost"}
) == 1`,
            severity: "critical",
            team: "plateforme",
            summary: "{{ $labels.namespace }}/{{ $labels.persistentvolumeclaim }} a perdu son disque",
            description:
                "Le disque de {{ $labels.namespace }}/{{ $labels.persistentvolumeclaim }} n’existe plus dans le cluster.",
            runbook: {
                meaning:
                    "L’objet qui liait la demande à son disque a été supprimé. Le disque d’Azure existe peut-être encore.",
                impact: "Des données peuvent être perdues. Le pod garde son montage jusqu’à son prochain arrêt.",
                checks: [
                    CLAIM,
                    "Chercher le disque dans le groupe de ressources des nœuds, dans le portail d’Azure, avant toute autre action.",
                ],
                remedies: [
                    "Ne pas redémarrer le pod. Prendre un instantané du disque d’abord.",
                    "Si le disque n’est plus, restaurer depuis la dernière sauvegarde : [La base de données dans le cluster](../base-de-donnees.md).",
                ],
            },
        },
    ],
};
