import { omit, remove, type Seeds, set } from "../seed";
import { azure, CLUSTER, POOL } from "../targets";

export const aks: Seeds = {
    "aks-api-private": set(CLUSTER, "apiServerAccessProfile.enablePrivateCluster", false),
    "aks-api-private-dns": set(CLUSTER, "apiServerAccessProfile.privateDNSZone", "none"),
    "aks-api-ranges-narrow": set(CLUSTER, "apiServerAccessProfile.authorizedIPRanges", ["0.0.0.0/0"]),
    "aks-automatic-upgrades": set(CLUSTER, "autoUpgradeProfile.upgradeChannel", "none"),
    "aks-availability": set(POOL, "availabilityZones", ["1"]),
    "aks-defender": set(CLUSTER, "securityProfile.defender.securityMonitoring.enabled", false),
    "aks-etcd-customer-key": set(CLUSTER, "securityProfile.azureKeyVaultKms.keyVaultNetworkAccess", "Public"),
    "aks-image-cleaner": set(CLUSTER, "securityProfile.imageCleaner.enabled", false),
    "aks-local-accounts-disabled": set(CLUSTER, "disableLocalAccounts", false),
    "aks-maintenance-window": remove(
        azure("containerservice:MaintenanceConfiguration", "cluster-node-images"),
        CLUSTER,
    ),
    "aks-managed-identity": omit(CLUSTER, "identity"),
    "aks-managed-ingress-internal": set(
        CLUSTER,
        "serviceMeshProfile.istio.components.ingressGateways.0.mode",
        "External",
    ),
    "aks-network-policy": omit(CLUSTER, "networkProfile.networkPolicy"),
    "aks-node-resource-group-locked": omit(CLUSTER, "nodeResourceGroupProfile"),
    "aks-outbound-controlled": set(CLUSTER, "networkProfile.outboundType", "loadBalancer"),
    "aks-policy-add-on": set(CLUSTER, "addonProfiles.azurepolicy.enabled", false),
    "aks-run-command-disabled": omit(CLUSTER, "apiServerAccessProfile.disableRunCommand"),
    "aks-secret-rotation": set(
        CLUSTER,
        "addonProfiles.azureKeyvaultSecretsProvider.config.enableSecretRotation",
        "false",
    ),
    "aks-service-mesh": set(CLUSTER, "serviceMeshProfile.mode", "Disabled"),
    "aks-workload-identity": omit(CLUSTER, "securityProfile.workloadIdentity"),
    "node-pool-encryption-at-host": omit(POOL, "enableEncryptionAtHost"),
    "node-pool-no-public-ip": set(POOL, "enableNodePublicIP", true),
    "node-pool-ssh-disabled": set(POOL, "securityProfile.sshAccess", "LocalUser"),
    "node-pool-system-dedicated": omit(CLUSTER, "agentPoolProfiles.0.nodeTaints"),
    "node-pool-system-supported": set(POOL, "osSKU", "CBLMariner"),
    "node-pool-trusted-launch": set(POOL, "securityProfile.enableSecureBoot", false),
};
