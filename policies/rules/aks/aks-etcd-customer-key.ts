import type { ManagedClusterArgs } from "@pulumi/azure-native/containerservice/managedCluster";

import { anyCase, exactly, reference } from "../../expectation";
import { defineRule } from "../../rule";

export const aksEtcdCustomerKey = defineRule({
    id: "aks-etcd-customer-key",
    title: {
        fr: "La base etcd d’AKS est chiffrée par une clé du client",
        en: "The etcd database of AKS is encrypted by a key of the customer",
    },
    why: {
        fr: "Les secrets de Kubernetes y sont sinon lisibles par qui opère ou vole le plan de contrôle.",
        en: "Kubernetes secrets can otherwise be read there by whoever operates or steals the control plane.",
    },
    remediation: {
        fr: "Activer securityProfile.azureKeyVaultKms, avec une clé et un accès « Private » au coffre.",
        en: 'Turn on securityProfile.azureKeyVaultKms, with a key and "Private" access to the vault.',
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/aks/use-kms-etcd-encryption",
    appliesTo: ["azure-native:containerservice:ManagedCluster"],
    examples: {
        compliant: [
            {
                type: "azure-native:containerservice:ManagedCluster",
                properties: {
                    securityProfile: {
                        azureKeyVaultKms: {
                            enabled: true,
                            keyId: "https://kv.vault.azure.net/keys/etcd/0",
                            keyVaultNetworkAccess: "Private",
                            keyVaultResourceId:
                                "/subscriptions/0/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv",
                        },
                    },
                } satisfies Partial<ManagedClusterArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:containerservice:ManagedCluster",
                properties: {
                    securityProfile: {
                        azureKeyVaultKms: {
                            enabled: true,
                            keyId: "https://kv.vault.azure.net/keys/etcd/0",
                            keyVaultNetworkAccess: "Public",
                            keyVaultResourceId:
                                "/subscriptions/0/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv",
                        },
                    },
                } satisfies Partial<ManagedClusterArgs>,
            },
        ],
    },
    check(cluster) {
        const kms = cluster.at("securityProfile.azureKeyVaultKms");
        kms.expect("enabled", exactly(true));
        kms.expectReference("keyId", reference("une clé du coffre"));
        kms.expectReference("keyVaultResourceId", reference("un coffre"));
        // Not set means "Public".
        kms.expect("keyVaultNetworkAccess", anyCase("Private"));
    },
});
