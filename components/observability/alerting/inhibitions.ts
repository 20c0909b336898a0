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
            "KubeStateMetricsListErrors",
            "KubeStateMetricsWatchErrors",
            "ApiBudgetBurn1h",
            "ApiBudgetBurn6h",
            "KubernetesClientErrors",
        ],
        [],
    ),
    {
        name: "API arrêtée : l’état de ses objets",
        by: named(["ApiServerDown"]),
        of: [...named(["MonitoringJobMissing"]), 'job="kube-state-metrics"'],
        equal: [],
    },
    {
        name: "collecteur de journaux arrêté : ce qui passe par lui",
        by: [...named(["MonitoringJobMissing"]), 'job=~"log-collector|log-metrics"'],
        of: named(["AccessLogGap", "AuditLogGap", "RedactionUnproven"]),
        equal: [],
    },
    {
        // The lines that nginx writes without anybody are those of the probes.
        name: "sondes arrêtées : ce qu’elles éprouvent",
        by: [...named(["MonitoringJobMissing"]), 'job="blackbox-exporter"'],
        of: named(["AccessLogGap", "RedactionUnproven"]),
        equal: [],
    },
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
            "OpenmrsNotStarted",
            "OpenmrsOperationFailing",
            "OpenmrsSlow",
            "OpenmrsTelemetrySilent",
            "OpenmrsTracesSilent",
            "SessionUnreachable",
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
        "base arrêtée : les demandes qu’elle fait échouer",
        ["DatabaseDown", "MariadbNoPrimary"],
        ["SloApiBurn1h", "SloApiBurn6h", "SloSignInBurn1h", "SloSignInBurn6h"],
        [],
    ),
    over(
        "passerelle arrêtée : ce qui passe par elle",
        ["GatewayDown"],
        ["HomePageUnreachable", "SessionUnreachable"],
        [],
    ),
    over(
        "page d’accueil fermée : sa promesse",
        ["GatewayDown", "HomePageUnreachable"],
        ["SloPagesBurn1h", "SloPagesBurn6h"],
        [],
    ),
    over(
        "volume presque plein",
        ["VolumeAlmostFull"],
        ["MariadbDiskFillingUp", "MariadbDiskLow", "OpenmrsDiskFillingUp", "VolumeFillingUp"],
        VOLUME,
    ),
    over("volume presque sans inode", ["VolumeInodesAlmostExhausted"], ["VolumeInodesFillingUp"], VOLUME),
    over("disque de nœud presque plein", ["NodeFilesystemSpaceLow"], ["NodeFilesystemFillingUp"], FILESYSTEM),
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
