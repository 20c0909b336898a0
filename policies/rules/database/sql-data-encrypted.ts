import type { TransparentDataEncryptionArgs } from "@pulumi/azure-native/sql/transparentDataEncryption";

import { anyCase } from "../../expectation";
import { defineRule } from "../../rule";

const ENCRYPTION = "azure-native:sql:TransparentDataEncryption";

export const sqlDataEncrypted = defineRule({
    id: "sql-data-encrypted",
    title: {
        fr: "Aucun réglage n’éteint le chiffrement d’une base SQL au repos",
        en: "No setting turns off the encryption of a SQL database at rest",
    },
    why: {
        fr: "Sans chiffrement, fichiers et sauvegardes de la base se lisent tels quels.",
        en: "Without encryption, the files and backups of the database can be read as they are.",
    },
    remediation: {
        fr: "Mettre state à « Enabled », ou ôter la ressource : le chiffrement est actif par défaut.",
        en: 'Set state to "Enabled", or drop the resource: encryption is on by default.',
    },
    severity: "critical",
    url: "https://learn.microsoft.com/azure/azure-sql/database/transparent-data-encryption-tde-overview",
    appliesTo: [ENCRYPTION],
    examples: {
        compliant: [
            {
                type: ENCRYPTION,
                properties: { state: "Enabled" } satisfies Partial<TransparentDataEncryptionArgs>,
            },
        ],
        violation: [
            {
                type: ENCRYPTION,
                properties: { state: "Disabled" } satisfies Partial<TransparentDataEncryptionArgs>,
            },
        ],
    },
    remedies: () => [{ path: "state", value: "Enabled" }],
    check(encryption) {
        encryption.expect("state", anyCase("Enabled"));
    },
});
