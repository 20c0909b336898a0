import type { AlertRule, RuleGroup } from "../rule";

const CHECKS = [
    'Voir ce qui occupe le nœud : `kubectl describe node NŒUD` (images), et les pods bavards : `topk(5, sum by (namespace, pod) (container_fs_usage_bytes{node="NŒUD"}))`.',
    'Voir la pente sur un jour : `node_filesystem_avail_bytes{node="NŒUD"}` dans Grafana.',
];

const REMEDIES = [
    "Réduire ce qu’écrit le pod en cause : ses journaux, ou ses fichiers temporaires (`emptyDir`).",
    "Les images inutiles partent seules (nettoyeur d’images d’AKS) ; sinon, faire remplacer le nœud : `kubectl drain NŒUD --ignore-daemonsets --delete-emptydir-data`, puis supprimer la machine. Son disque ne garde rien qui survive au nœud.",
];

const IMPACT =
    "Le disque du nœud porte les images, les journaux et les fichiers temporaires des pods. Plein, le nœud chasse ses pods et n’en accepte plus.";

const BYTES = `node_filesystem_avail_bytes{job="node-exporter"} / node_filesystem_size_bytes{job="node-exporter"}`;
const FILES = `node_filesystem_files_free{job="node-exporter"} / node_filesystem_files{job="node-exporter"}`;

/** A filesystem that cannot be written to fills up no further. */
const WRITABLE = `and on (node, device, mountpoint) node_filesystem_readonly{job="node-exporter"} == 0`;

const low = (ratio: string, least: number) =>
    `min by (node, device, mountpoint) (${ratio}) < ${least.toString()}\n${WRITABLE}`;

const fillsUp = (
    least: number,
    hours: number,
) => `min by (node, device, mountpoint) (${BYTES}) < ${least.toString()}
and on (node, device, mountpoint) predict_linear(node_filesystem_avail_bytes{job="node-exporter"}[6h], ${hours.toString()} * 3600) < 0
${WRITABLE}`;

const PLACE = "{{ $labels.mountpoint }} du nœud {{ $labels.node }}";

type Texts = Pick<AlertRule, "summary" | "description"> & { readonly meaning: string };

const alert = (
    rule: Pick<AlertRule, "alert" | "expr" | "for" | "severity">,
    { summary, description, meaning }: Texts,
): AlertRule => ({
    ...rule,
    team: "plateforme",
    summary,
    description,
    runbook: { meaning, impact: IMPACT, checks: CHECKS, remedies: REMEDIES },
});

/** Disks of the nodes themselves: those of pods are in the alerts on volumes. */
export const filesystems: RuleGroup = {
    name: "nodes-filesystems",
    title: "Nœuds : systèmes de fichiers",
    alerts: [
        alert(
            {
                alert: "NodeFilesystemFillingUp",
                expr: fillsUp(0.4, 24),
                for: "1h",
                severity: "warning",
            },
            {
                summary: `${PLACE} sera plein avant un jour`,
                description: `Il reste {{ $value | humanizePercentage }} de ${PLACE} ; à ce rythme, il n’y aura plus rien avant vingt-quatre heures.`,
                meaning:
                    "Moins de 40 % du disque du nœud est libre, et la pente des six dernières heures mène à zéro en un jour.",
            },
        ),
        alert(
            {
                alert: "NodeFilesystemSpaceLow",
                expr: low(BYTES, 0.1),
                for: "30m",
                severity: "warning",
            },
            {
                summary: `${PLACE} est presque plein`,
                description: `Il reste {{ $value | humanizePercentage }} de ${PLACE}.`,
                meaning:
                    "Moins de 10 % du disque du nœud est libre. Kubernetes commence à chasser des pods vers ce seuil.",
            },
        ),
        alert(
            {
                alert: "NodeFilesystemInodesLow",
                expr: low(FILES, 0.1),
                for: "1h",
                severity: "warning",
            },
            {
                summary: `${PLACE} a presque trop de fichiers`,
                description: `Il reste {{ $value | humanizePercentage }} des fichiers que peut porter ${PLACE}.`,
                meaning: "Un disque porte un nombre fini de fichiers ; il en reste moins de 10 %.",
            },
        ),
        {
            alert: "NodeFilesystemReadOnly",
            expr: `max by (node, device, mountpoint) (node_filesystem_readonly{job="node-exporter"}) == 1
and on (node, device, mountpoint) max_over_time(node_filesystem_readonly{job="node-exporter"}[1d] offset 10m) == 0`,
            severity: "warning",
            team: "plateforme",
            summary: `${PLACE} n’accepte plus d’écriture`,
            description: `${PLACE} est passé en lecture seule, alors qu’on y écrivait encore il y a dix minutes.`,
            runbook: {
                meaning:
                    "Le noyau a trouvé une erreur sur le disque et l’a protégé. Un disque qui est en lecture seule depuis toujours ne compte pas.",
                impact: "Les pods du nœud ne peuvent plus écrire ni démarrer.",
                checks: [
                    "Voir l’état du nœud : `kubectl describe node NŒUD`, et celui de la machine dans le portail d’Azure.",
                ],
                remedies: [
                    "Faire remplacer le nœud : `kubectl drain NŒUD --ignore-daemonsets --delete-emptydir-data`, puis supprimer la machine.",
                ],
            },
        },
    ],
};
