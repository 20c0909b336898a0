import type { DatabaseAccountArgs } from "@pulumi/azure-native/cosmosdb/databaseAccount";

import { exactly } from "../../expectation";
import { defineRule } from "../../rule";

const COSMOS = "azure-native:cosmosdb:DatabaseAccount";

export const cosmosBackupContinuous = defineRule({
    id: "cosmos-backup-continuous",
    title: {
        fr: "Un compte Cosmos DB se restaure à tout instant des trente derniers jours",
        en: "A Cosmos DB account can be restored to any moment of the last thirty days",
    },
    why: {
        fr: "La sauvegarde périodique garde deux copies en huit heures : une erreur vue le lendemain est sans retour.",
        en: "The periodic backup keeps two copies within eight hours: a mistake seen the next day is beyond repair.",
    },
    remediation: {
        fr: "Mettre backupPolicy.type à « Continuous » et continuousModeProperties.tier à « Continuous30Days ».",
        en: 'Set backupPolicy.type to "Continuous" and continuousModeProperties.tier to "Continuous30Days".',
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/cosmos-db/continuous-backup-restore-introduction",
    appliesTo: [COSMOS],
    examples: {
        compliant: [
            {
                type: COSMOS,
                properties: {
                    backupPolicy: {
                        type: "Continuous",
                        continuousModeProperties: { tier: "Continuous30Days" },
                    },
                } satisfies Partial<DatabaseAccountArgs>,
            },
        ],
        violation: [
            {
                type: COSMOS,
                properties: {
                    backupPolicy: {
                        type: "Continuous",
                        continuousModeProperties: { tier: "Continuous7Days" },
                    },
                } satisfies Partial<DatabaseAccountArgs>,
            },
        ],
    },
    check(account) {
        // Not set means periodic; the tier has no default that is documented.
        account.expect("backupPolicy.type", exactly("Continuous"));
        account.expect("backupPolicy.continuousModeProperties.tier", exactly("Continuous30Days"));
    },
});
