/** Alerts that say all that others would say, and more: these are kept back while it lasts. */
export interface Inhibition {
    /** In French, for Alertmanager's own pages. */
    readonly name: string;

    /** Matchers of the alerts that keep back. */
    readonly by: readonly string[];

    /** Matchers of those that are kept back. */
    readonly of: readonly string[];

    /** Labels that both have alike, besides the cluster. */
    readonly equal: readonly string[];
}

const named = (alerts: readonly string[]) => [`alertname=~"${alerts.join("|")}"`];

/** Of alerts known by their names. */
const over = (
    name: string,
    by: readonly string[],
    of: readonly string[],
    equal: readonly string[],
): Inhibition => ({
    name,
    by: named(by),
    of: named(of),
    equal,
});

const FILESYSTEM = ["node", "device", "mountpoint"];
const VOLUME = ["namespace", "persistentvolumeclaim"];

export const INHIBITIONS: readonly Inhibition[] = [
    {
        name: "objectif de service : l’urgence avant l’avertissement",
        by: ['severity="critical"', 'slo=~".+"'],
        of: ['severity="warning"', 'slo=~".+"'],
        equal: ["slo"],
    },
    {
        name: "objectif de service : une seule urgence",
        by: ['long="1h"', 'slo=~".+"'],
        of: ['long="6h"', 'slo=~".+"'],
        equal: ["slo"],
    },
    over("nœud coupé du cluster", ["NodeUnreachable"], ["NodeNotReady"], ["node"]),
    over(
        "nœud perdu : ce qui était dessus",
        ["NodeNotReady", "NodeUnreachable"],
        ["KubeletDown", "LogAgentDown", "NodeExporterDown", "TargetDown"],
        ["node"],
    ),
    over(
        "API arrêtée : ceux qui l’interrogent",
        ["ApiServerDown"],
        [
            "AggregatedApiDown",
            "AggregatedApiErrors",
            "KubeStateMetricsListErrors",
            "KubeStateMetricsWatchErrors",
            "KubernetesClientErrors",
        ],
        [],
    ),
    over(
        "toutes les cibles d’un travail : chacune",
        ["MonitoringJobMissing", "ToolJobMissing"],
        ["TargetDown"],
        ["job"],
    ),
    over(
        "OpenMRS arrêté : ses mesures",
        ["OpenmrsDown"],
        [
            "OpenmrsOperationFailing",
            "OpenmrsSlow",
            "OpenmrsTelemetrySilent",
            "OpenmrsTracesSilent",
            "UserPathSlow",
        ],
        [],
    ),
    over(
        "base arrêtée : ceux qui l’attendent",
        ["DatabaseDown"],
        ["DatabaseExporterFailing", "OpenmrsPoolNearMax", "OpenmrsPoolPending"],
        [],
    ),
    over(
        "volume presque plein",
        ["VolumeAlmostFull"],
        ["MariadbDiskFillingUp", "OpenmrsDiskFillingUp", "VolumeFillingUp"],
        VOLUME,
    ),
    over("volume presque sans inode", ["VolumeInodesAlmostExhausted"], ["VolumeInodesFillingUp"], VOLUME),
    over(
        "disque de nœud presque plein",
        ["NodeFilesystemSpaceCritical"],
        ["NodeFilesystemFillingUp", "NodeFilesystemFillingUpFast", "NodeFilesystemSpaceLow"],
        FILESYSTEM,
    ),
    over(
        "disque de nœud presque sans inode",
        ["NodeFilesystemInodesCritical"],
        ["NodeFilesystemInodesLow"],
        FILESYSTEM,
    ),
    ...["Client", "Server"].map((side) =>
        over(
            `certificat de kubelet : ${side === "Client" ? "client" : "serveur"}`,
            [`Kubelet${side}CertificateExpiringNow`],
            [`Kubelet${side}CertificateExpiringSoon`],
            ["node"],
        ),
    ),
    over(
        "certificat presque échu",
        ["CertificateExpiringCritical"],
        ["CertificateExpiringSoon"],
        ["instance"],
    ),
    over(
        "répliques d’Alertmanager séparées",
        ["AlertmanagerMembersInconsistent"],
        ["AlertmanagerReplicaMissing"],
        [],
    ),
    over("attaque sur les mots de passe", ["LoginFailuresFlood"], ["LoginFailuresBurst"], []),
    over("secrets en retard", ["SecretRotationOverdue"], ["SecretRotationDue"], []),
];
