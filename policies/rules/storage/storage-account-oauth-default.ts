import type { StorageAccountArgs } from "@pulumi/azure-native/storage/storageAccount";

import { exactly } from "../../expectation";
import { defineRule } from "../../rule";

export const storageAccountOauthDefault = defineRule({
    id: "storage-account-oauth-default",
    title: {
        fr: "Le compte de stockage reconnaît ses utilisateurs par Entra",
        en: "The storage account knows its users by Entra",
    },
    why: {
        fr: "Une clé ou un compte local ne désigne personne : l’accès à un dossier ne s’impute pas.",
        en: "A key or a local account designates nobody: access to a record cannot be attributed.",
    },
    remediation: {
        fr: "Mettre defaultToOAuthAuthentication à true et isLocalUserEnabled à false.",
        en: "Set defaultToOAuthAuthentication to true and isLocalUserEnabled to false.",
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/storage/blobs/authorize-access-azure-active-directory",
    appliesTo: ["azure-native:storage:StorageAccount"],
    examples: {
        compliant: [
            {
                type: "azure-native:storage:StorageAccount",
                properties: {
                    defaultToOAuthAuthentication: true,
                    isLocalUserEnabled: false,
                } satisfies Partial<StorageAccountArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:storage:StorageAccount",
                properties: { isLocalUserEnabled: true } satisfies Partial<StorageAccountArgs>,
            },
        ],
    },
    remedies: () => [{ path: "defaultToOAuthAuthentication", value: true }],
    check(account) {
        // Not set means false.
        account.expect("defaultToOAuthAuthentication", exactly(true));
        // What it is where it is not set, Azure does not say.
        account.expect("isLocalUserEnabled", exactly(false));
    },
});
