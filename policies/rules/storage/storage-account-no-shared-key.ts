import type { StorageAccountArgs } from "@pulumi/azure-native/storage/storageAccount";

import { exactly, falseOrUnset } from "../../expectation";
import { defineRule } from "../../rule";

export const storageAccountNoSharedKey = defineRule({
    id: "storage-account-no-shared-key",
    title: {
        fr: "Le compte de stockage n’a ni clé partagée ni compte local",
        en: "The storage account has no shared key and no local account",
    },
    why: {
        fr: "Une clé partagée ouvre tout le compte, à qui la trouve, sans qu’on sache qui s’en est servi.",
        en: "A shared key opens the whole account to whoever finds it, and nobody knows who used it.",
    },
    remediation: {
        fr: "Mettre allowSharedKeyAccess à false et laisser isSftpEnabled à false.",
        en: "Set allowSharedKeyAccess to false and leave isSftpEnabled false.",
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/storage/common/shared-key-authorization-prevent",
    appliesTo: ["azure-native:storage:StorageAccount"],
    examples: {
        compliant: [
            {
                type: "azure-native:storage:StorageAccount",
                properties: { allowSharedKeyAccess: false } satisfies Partial<StorageAccountArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:storage:StorageAccount",
                properties: { isSftpEnabled: true } satisfies Partial<StorageAccountArgs>,
            },
        ],
    },
    check(account) {
        // Not set means true.
        account.expect("allowSharedKeyAccess", exactly(false));
        account.expect("isSftpEnabled", falseOrUnset);
    },
});
