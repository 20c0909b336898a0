import type { StorageAccountArgs } from "@pulumi/azure-native/storage/storageAccount";

import { anyCase, reference, such } from "../../expectation";
import { defineRule } from "../../rule";

/** Azure then follows the rotation of the key. */
const latest = such("aucune version de clé", (value) => value === undefined || value === "");

export const storageAccountCustomerKey = defineRule({
    id: "storage-account-customer-key",
    title: {
        fr: "Le compte de stockage est chiffré par une clé du client",
        en: "The storage account is encrypted by a customer-managed key",
    },
    why: {
        fr: "Sans clé à soi, on ne peut ni la révoquer ni prouver l’effacement des archives.",
        en: "Without a key of one’s own, nobody can revoke it or prove the erasure of archives.",
    },
    remediation: {
        fr: "Mettre encryption.keySource à « Microsoft.Keyvault », avec une clé du coffre sans version.",
        en: 'Set encryption.keySource to "Microsoft.Keyvault", with a key of the vault without version.',
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/storage/common/customer-managed-keys-overview",
    appliesTo: ["azure-native:storage:StorageAccount"],
    examples: {
        compliant: [
            {
                type: "azure-native:storage:StorageAccount",
                properties: {
                    encryption: {
                        keySource: "Microsoft.Keyvault",
                        keyVaultProperties: {
                            keyName: "storage",
                            keyVaultUri: "https://kv-example.vault.azure.net",
                        },
                    },
                } satisfies Partial<StorageAccountArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:storage:StorageAccount",
                properties: {
                    encryption: { keySource: "Microsoft.Storage" },
                } satisfies Partial<StorageAccountArgs>,
            },
        ],
    },
    check(account) {
        account.expect("encryption.keySource", anyCase("Microsoft.Keyvault"));
        const key = account.at("encryption.keyVaultProperties");
        key.expectReference("keyName", reference("le nom d’une clé"));
        key.expectReference("keyVaultUri", reference("l’adresse d’un coffre"));
        key.expect("keyVersion", latest);
    },
});
