import type { DatabaseAccountArgs } from "@pulumi/azure-native/cosmosdb/databaseAccount";

import { exactly } from "../../expectation";
import { defineRule } from "../../rule";

const COSMOS = "azure-native:cosmosdb:DatabaseAccount";

export const cosmosEntraOnly = defineRule({
    id: "cosmos-entra-only",
    title: {
        fr: "Un compte Cosmos DB n’admet que des identités Entra, jamais ses clés",
        en: "A Cosmos DB account takes Entra identities only, never its keys",
    },
    why: {
        fr: "Une clé de compte donne tous les droits sur toutes les données et ne dit pas qui s’en sert.",
        en: "An account key grants every right on all data and does not tell who uses it.",
    },
    remediation: {
        fr: "Mettre disableLocalAuth et disableKeyBasedMetadataWriteAccess à true, et donner des rôles de données.",
        en: "Set disableLocalAuth and disableKeyBasedMetadataWriteAccess to true, and grant data roles.",
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/cosmos-db/how-to-disable-key-based-authentication",
    appliesTo: [COSMOS],
    examples: {
        compliant: [
            {
                type: COSMOS,
                properties: {
                    disableLocalAuth: true,
                    disableKeyBasedMetadataWriteAccess: true,
                } satisfies Partial<DatabaseAccountArgs>,
            },
        ],
        violation: [
            {
                type: COSMOS,
                properties: { disableLocalAuth: false } satisfies Partial<DatabaseAccountArgs>,
            },
        ],
    },
    // Metadata alone: turning the keys off may lock out an application that still reads with them.
    remedies: () => [{ path: "disableKeyBasedMetadataWriteAccess", value: true }],
    check(account) {
        // Both are false where not set.
        account.expect("disableLocalAuth", exactly(true));
        account.expect("disableKeyBasedMetadataWriteAccess", exactly(true));
    },
});
