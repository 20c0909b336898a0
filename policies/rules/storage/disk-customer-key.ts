import type { DiskEncryptionSetArgs } from "@pulumi/azure-native/compute/diskEncryptionSet";
import type { ManagedClusterArgs } from "@pulumi/azure-native/containerservice/managedCluster";

import { exactly, reference } from "../../expectation";
import { defineRule } from "../../rule";

const CLUSTER = "azure-native:containerservice:ManagedCluster";

export const diskCustomerKey = defineRule({
    id: "disk-customer-key",
    title: {
        fr: "Les disques du cluster sont chiffrés par une clé du client",
        en: "The disks of the cluster are encrypted by a customer-managed key",
    },
    why: {
        fr: "Sans clé à soi, on ne peut ni la révoquer ni prouver l’effacement des disques que l’hébergeur réalloue.",
        en: "Without a key of one’s own, nobody can revoke it or prove the erasure of disks that the host reallocates.",
    },
    remediation: {
        fr: "Donner au cluster un diskEncryptionSetID, et au jeu de chiffrement une clé du coffre avec rotation automatique.",
        en: "Give the cluster a diskEncryptionSetID, and the set a key of the vault with automatic rotation.",
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/aks/azure-disk-customer-managed-keys",
    appliesTo: ["azure-native:compute:DiskEncryptionSet", CLUSTER],
    examples: {
        compliant: [
            {
                type: "azure-native:compute:DiskEncryptionSet",
                properties: {
                    activeKey: { keyUrl: "https://kv-example.vault.azure.net/keys/disks" },
                    rotationToLatestKeyVersionEnabled: true,
                } satisfies Partial<DiskEncryptionSetArgs>,
            },
            {
                type: "azure-native:containerservice:ManagedCluster",
                properties: {
                    diskEncryptionSetID:
                        "/subscriptions/0000/resourceGroups/rg-example/providers/Microsoft.Compute/diskEncryptionSets/des-example",
                } satisfies Partial<ManagedClusterArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:containerservice:ManagedCluster",
                properties: { dnsPrefix: "example" } satisfies Partial<ManagedClusterArgs>,
            },
        ],
    },
    check(properties, { type }) {
        if (type === CLUSTER) {
            properties.expectReference("diskEncryptionSetID", reference("un jeu de chiffrement de disque"));
            return;
        }
        properties.expectReference("activeKey.keyUrl", reference("une clé du coffre"));
        properties.expect("rotationToLatestKeyVersionEnabled", exactly(true));
    },
});
