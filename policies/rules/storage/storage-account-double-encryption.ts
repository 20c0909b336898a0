import type { StorageAccountArgs } from "@pulumi/azure-native/storage/storageAccount";

import { exactly } from "../../expectation";
import { defineRule } from "../../rule";

export const storageAccountDoubleEncryption = defineRule({
    id: "storage-account-double-encryption",
    title: {
        fr: "Le compte de stockage est chiffré aussi par l’infrastructure",
        en: "The storage account is encrypted by the infrastructure too",
    },
    why: {
        fr: "Une faille d’un algorithme ou le vol d’une clé ne doit pas suffire à lire des documents de santé.",
        en: "A flaw of an algorithm or the theft of a key must not be enough to read health documents.",
    },
    remediation: {
        fr: "Recréer le compte avec encryption.requireInfrastructureEncryption à true : il ne se change pas après coup.",
        en: "Recreate the account with encryption.requireInfrastructureEncryption true: it cannot be changed afterwards.",
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/storage/common/infrastructure-encryption-enable",
    appliesTo: ["azure-native:storage:StorageAccount"],
    examples: {
        compliant: [
            {
                type: "azure-native:storage:StorageAccount",
                properties: {
                    encryption: { requireInfrastructureEncryption: true },
                } satisfies Partial<StorageAccountArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:storage:StorageAccount",
                properties: {
                    encryption: { requireInfrastructureEncryption: false },
                } satisfies Partial<StorageAccountArgs>,
            },
        ],
    },
    check(account) {
        // Not set means false.
        account.expect("encryption.requireInfrastructureEncryption", exactly(true));
    },
});
