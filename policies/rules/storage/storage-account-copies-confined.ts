import type { StorageAccountArgs } from "@pulumi/azure-native/storage/storageAccount";

import { anyCase, falseOrUnset } from "../../expectation";
import { defineRule } from "../../rule";

export const storageAccountCopiesConfined = defineRule({
    id: "storage-account-copies-confined",
    title: {
        fr: "Les données d’un compte de stockage ne se copient pas hors de l’organisation",
        en: "The data of a storage account is not copied out of the organisation",
    },
    why: {
        fr: "La copie et la réplication vers un autre locataire font sortir des dossiers sans passer par le réseau surveillé.",
        en: "Copies and replication to another tenant take records out without passing by the network that is watched.",
    },
    remediation: {
        fr: "Mettre allowedCopyScope à « AAD » ou « PrivateLink » et laisser allowCrossTenantReplication à false.",
        en: 'Set allowedCopyScope to "AAD" or "PrivateLink" and leave allowCrossTenantReplication false.',
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/storage/common/security-restrict-copy-operations",
    appliesTo: ["azure-native:storage:StorageAccount"],
    examples: {
        compliant: [
            {
                type: "azure-native:storage:StorageAccount",
                properties: { allowedCopyScope: "PrivateLink" } satisfies Partial<StorageAccountArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:storage:StorageAccount",
                properties: { allowCrossTenantReplication: true } satisfies Partial<StorageAccountArgs>,
            },
        ],
    },
    remedies: () => [{ path: "allowCrossTenantReplication", value: false }],
    check(account) {
        // Not set means false on a new account.
        account.expect("allowCrossTenantReplication", falseOrUnset);
        // Not set means any account, of any tenant.
        account.expect("allowedCopyScope", anyCase("AAD", "PrivateLink"));
    },
});
