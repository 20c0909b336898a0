/** What a cluster of the platform is, whatever the stack. docs/adr/0004 says what is left out, and why. */
export const CLUSTER_SETTINGS = {
    // An uptime commitment of 99.95 % over three zones.
    sku: { name: "Base", tier: "Standard" },
    supportPlan: "KubernetesOfficial",
    nodeResourceGroupProfile: { restrictionLevel: "ReadOnly" },
    disableLocalAccounts: true,
    enableRBAC: true,
    publicNetworkAccess: "Disabled",
    oidcIssuerProfile: { enabled: true },
    addonProfiles: {
        azurepolicy: { enabled: true },
        azureKeyvaultSecretsProvider: {
            enabled: true,
            config: { enableSecretRotation: "true", rotationPollInterval: "10m" },
        },
    },
    workloadAutoScalerProfile: { keda: { enabled: true }, verticalPodAutoscaler: { enabled: true } },
    // Pools are chosen and sized by the configuration, not by Azure.
    nodeProvisioningProfile: { mode: "Manual" },
    autoScalerProfile: {
        expander: "least-waste",
        // Every pod has scratch space, which may be lost: counted as data, it would keep each node for ever.
        skipNodesWithLocalStorage: "false",
        // Few pods, most of them single: a move is a short outage, so a node goes only after half an hour of little use.
        scaleDownUnneededTime: "30m",
        scaleDownDelayAfterAdd: "30m",
        scaleDownUtilizationThreshold: "0.5",
        // Past the two minutes that the database takes to stop.
        maxGracefulTerminationSec: "600",
    },
    autoUpgradeProfile: { upgradeChannel: "patch", nodeOSUpgradeChannel: "NodeImage" },
    // An upgrade stops where the workloads still use an interface that it would remove.
    upgradeSettings: { overrideSettings: { forceUpgrade: false } },
    metricsProfile: { costAnalysis: { enabled: true } },
    storageProfile: {
        diskCSIDriver: { enabled: true },
        fileCSIDriver: { enabled: false },
        blobCSIDriver: { enabled: false },
        snapshotController: { enabled: true },
    },
};

/** How pods are connected: an overlay of their own, every connection under policy and observed. */
export const POD_NETWORK = {
    networkPlugin: "azure",
    networkPluginMode: "overlay",
    networkDataplane: "cilium",
    networkPolicy: "cilium",
    loadBalancerSku: "standard",
    advancedNetworking: {
        enabled: true,
        observability: { enabled: true },
        // Those of layer 7 include those by host name.
        security: { enabled: true, advancedNetworkPolicies: "L7" },
    },
};
