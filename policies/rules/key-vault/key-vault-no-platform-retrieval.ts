import type { VaultArgs } from "@pulumi/azure-native/keyvault/vault";

import { falseOrUnset } from "../../expectation";
import { defineRule } from "../../rule";

export const keyVaultNoPlatformRetrieval = defineRule({
    id: "key-vault-no-platform-retrieval",
    title: {
        fr: "Azure ne lit pas les secrets du coffre pour des déploiements ou des disques",
        en: "Azure does not read the secrets of the vault for deployments or disks",
    },
    why: {
        fr: "Avec ces options, quiconque déploie une machine ou un modèle, ou chiffre un disque, atteint les secrets sans droit sur le coffre.",
        en: "With these options, whoever deploys a machine or a template, or encrypts a disk, reaches secrets without a right on the vault.",
    },
    remediation: {
        fr: "Laisser enabledForDeployment, enabledForTemplateDeployment et enabledForDiskEncryption à false ; chiffrer les disques par un DiskEncryptionSet.",
        en: "Leave enabledForDeployment, enabledForTemplateDeployment and enabledForDiskEncryption false; encrypt disks by a DiskEncryptionSet.",
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/azure-resource-manager/templates/key-vault-parameter",
    appliesTo: ["azure-native:keyvault:Vault"],
    examples: {
        compliant: [
            {
                type: "azure-native:keyvault:Vault",
                properties: {
                    properties: {
                        sku: { family: "A", name: "premium" },
                        tenantId: "00000000-0000-0000-0000-000000000000",
                        enabledForDeployment: false,
                    },
                } satisfies Partial<VaultArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:keyvault:Vault",
                properties: {
                    properties: {
                        sku: { family: "A", name: "premium" },
                        tenantId: "00000000-0000-0000-0000-000000000000",
                        enabledForTemplateDeployment: true,
                    },
                } satisfies Partial<VaultArgs>,
            },
        ],
    },
    check(vault) {
        // The provider's own defaults are false.
        vault.expect("properties.enabledForDeployment", falseOrUnset);
        vault.expect("properties.enabledForTemplateDeployment", falseOrUnset);
        // For Azure Disk Encryption inside the machine alone: a disk encryption set reads its key by its own identity.
        vault.expect("properties.enabledForDiskEncryption", falseOrUnset);
    },
});
