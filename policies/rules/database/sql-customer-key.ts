import type { EncryptionProtectorArgs } from "@pulumi/azure-native/sql/encryptionProtector";
import type { ServerArgs } from "@pulumi/azure-native/sql/server";

import { all, any } from "../../answer";
import { namesResource } from "../../azure/references";
import { anyCase } from "../../expectation";
import { defineStackRule } from "../../rule";

const SERVER = "azure-native:sql:Server";
const PROTECTOR = "azure-native:sql:EncryptionProtector";

export const sqlCustomerKey = defineStackRule({
    id: "sql-customer-key",
    title: {
        fr: "Chaque serveur SQL est chiffré par une clé du client",
        en: "Each SQL server is encrypted with a customer’s key",
    },
    why: {
        fr: "Avec une clé du fournisseur, rien ne permet au client de rendre ses données illisibles.",
        en: "With a key of the provider, nothing lets the customer make the data unreadable.",
    },
    remediation: {
        fr: "Donner keyId au serveur, ou lui déclarer un EncryptionProtector de type « AzureKeyVault ».",
        en: 'Give the server a keyId, or declare an EncryptionProtector of the type "AzureKeyVault" for it.',
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/azure-sql/database/transparent-data-encryption-byok-overview",
    appliesTo: [SERVER],
    reads: { [PROTECTOR]: ["serverName", "serverKeyType"] },
    examples: {
        compliant: [
            {
                type: SERVER,
                name: "server",
                properties: { serverName: "sql-records" } satisfies Partial<ServerArgs>,
            },
            {
                type: PROTECTOR,
                name: "protector",
                properties: {
                    serverName: "sql-records",
                    serverKeyType: "AzureKeyVault",
                } satisfies Partial<EncryptionProtectorArgs>,
            },
        ],
        violation: [
            {
                type: SERVER,
                name: "server",
                properties: { serverName: "sql-records" } satisfies Partial<ServerArgs>,
            },
            {
                type: PROTECTOR,
                name: "protector",
                properties: {
                    serverName: "sql-records",
                    serverKeyType: "ServiceManaged",
                } satisfies Partial<EncryptionProtectorArgs>,
            },
        ],
    },
    check(subject, protectors) {
        const { properties } = subject;
        const key = properties.read("keyId");
        // An id that is not known yet is given all the same.
        if (key.state === "unknown" || (key.state === "known" && key.value !== "")) {
            return;
        }
        const ownKey = any(
            protectors.map((protector) =>
                all([
                    namesResource(protector, "serverName", subject),
                    protector.properties.meets("serverKeyType", anyCase("AzureKeyVault")),
                ]),
            ),
        );
        properties.settle(ownKey, "keyId", "attendu une clé, ici ou dans un EncryptionProtector du serveur");
    },
});
