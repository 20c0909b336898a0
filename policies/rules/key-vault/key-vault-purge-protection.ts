import type { VaultArgs } from "@pulumi/azure-native/keyvault/vault";

import { exactly, trueOrUnset } from "../../expectation";
import { defineRule } from "../../rule";

export const keyVaultPurgeProtection = defineRule({
    id: "key-vault-purge-protection",
    title: {
        fr: "Le coffre de clés est protégé contre le vidage",
        en: "The key vault is protected against purging",
    },
    why: {
        fr: "Une clé vidée de la corbeille du coffre, par erreur ou par malveillance, rend les données qu’elle chiffre définitivement illisibles.",
        en: "A purged key, by mistake or malice, makes the data it encrypts unreadable for good.",
    },
    remediation: {
        fr: "Mettre properties.enablePurgeProtection à true et garder la suppression réversible.",
        en: "Set properties.enablePurgeProtection to true and keep soft delete on.",
    },
    severity: "critical",
    url: "https://learn.microsoft.com/azure/key-vault/general/soft-delete-overview",
    appliesTo: ["azure-native:keyvault:Vault"],
    examples: {
        compliant: [
            {
                type: "azure-native:keyvault:Vault",
                properties: {
                    properties: {
                        enablePurgeProtection: true,
                        sku: { family: "A", name: "premium" },
                        tenantId: "00000000-0000-0000-0000-000000000000",
                    },
                } satisfies Partial<VaultArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:keyvault:Vault",
                properties: {
                    properties: {
                        enableSoftDelete: false,
                        sku: { family: "A", name: "premium" },
                        tenantId: "00000000-0000-0000-0000-000000000000",
                    },
                } satisfies Partial<VaultArgs>,
            },
        ],
    },
    check(vault) {
        vault.expect("properties.enablePurgeProtection", exactly(true));
        vault.expect("properties.enableSoftDelete", trueOrUnset);
    },
});
