import type { ServerArgs } from "@pulumi/azure-native/dbformysql/server";

import { anyCase, exactly, reference } from "../../expectation";
import type { Inspection } from "../../inspection";
import { defineRule } from "../../rule";

const MYSQL = "azure-native:dbformysql:Server";

const key = reference("l’adresse d’une clé");

const checks: Readonly<Record<string, (properties: Inspection) => void>> = {
    "azure-native:cosmosdb:DatabaseAccount": (account) => {
        account.expectReference("keyVaultKeyUri", key);
    },
    "azure-native:dbforpostgresql:Server": flexibleServer,
    "azure-native:redisenterprise:RedisEnterprise": (cluster) => {
        cluster.expectReference("encryption.customerManagedKeyEncryption.keyEncryptionKeyUrl", key);
    },
    "azure-native:sql:EncryptionProtector": (protector) => {
        protector.expect("serverKeyType", anyCase("AzureKeyVault"));
        protector.expect("autoRotationEnabled", exactly(true));
    },
    "azure-native:sql:ManagedInstance": (instance) => {
        instance.expectReference("keyId", key);
    },
    [MYSQL]: flexibleServer,
};

/** A key cannot leave its region: a copy of the backups in another one needs a key there. */
function flexibleServer(server: Inspection): void {
    // Not set means a key of the platform.
    server.expect("dataEncryption.type", anyCase("AzureKeyVault"));
    server.expectReference("dataEncryption.primaryKeyURI", key);
    server.given("backup.geoRedundantBackup", (geo) => {
        if (anyCase("Enabled").accepts(geo)) {
            server.expectReference("dataEncryption.geoBackupKeyURI", key);
        }
    });
}

export const databaseCustomerKey = defineRule({
    id: "database-customer-key",
    title: {
        fr: "Les bases de données sont chiffrées par une clé du client, leurs sauvegardes distantes comprises",
        en: "Databases are encrypted with a customer’s key, their remote backups included",
    },
    why: {
        fr: "Avec une clé du fournisseur, celui-ci peut lire les données et rien ne permet de les rendre illisibles.",
        en: "With a key of the provider, the provider can read the data and nothing can make them unreadable.",
    },
    remediation: {
        fr: "Donner une clé d’un coffre : dataEncryption (et geoBackupKeyURI), keyId sur SQL, keyVaultKeyUri sur Cosmos DB.",
        en: "Give a key of a vault: dataEncryption (and geoBackupKeyURI), keyId on SQL, keyVaultKeyUri on Cosmos DB.",
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/mysql/flexible-server/concepts-customer-managed-key",
    appliesTo: Object.keys(checks),
    examples: {
        compliant: [
            {
                type: MYSQL,
                properties: {
                    dataEncryption: {
                        type: "AzureKeyVault",
                        primaryKeyURI: "https://kv-france.vault.azure.net/keys/records/1",
                        geoBackupKeyURI: "https://kv-south.vault.azure.net/keys/records/1",
                    },
                    backup: { geoRedundantBackup: "Enabled" },
                } satisfies Partial<ServerArgs>,
            },
        ],
        violation: [
            {
                type: MYSQL,
                properties: {
                    dataEncryption: {
                        type: "AzureKeyVault",
                        primaryKeyURI: "https://kv-france.vault.azure.net/keys/records/1",
                    },
                    backup: { geoRedundantBackup: "Enabled" },
                } satisfies Partial<ServerArgs>,
            },
        ],
    },
    check(properties, { type }) {
        checks[type]?.(properties);
    },
});
