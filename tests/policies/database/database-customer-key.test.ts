import { databaseCustomerKey } from "../../../policies/rules/database/database-customer-key";
import { type Case, compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const KEY = "https://kv-aplus.vault.azure.net/keys/records/1";
const own = { type: "AzureKeyVault", primaryKeyURI: KEY };
const of = (type: string, sample: Case): Case => ({ ...sample, type: `azure-native:${type}` });
const TYPE = "dataEncryption.type : attendu « AzureKeyVault »";
const none = (path: string) => `${path} : attendu l’adresse d’une clé, non défini`;
const PROTECTOR = "sql:EncryptionProtector";

describeRule(databaseCustomerKey, {
    type: "azure-native:dbformysql:Server",
    accepts: {
        "a key of a vault": compliant({ dataEncryption: own }),
        "a key whose address comes later": compliant({ dataEncryption: { ...own, primaryKeyURI: UNKNOWN } }),
        "a key a region": compliant({
            dataEncryption: { ...own, geoBackupKeyURI: KEY },
            backup: { geoRedundantBackup: "Enabled" },
        }),
        "one key where backups stay": compliant({
            dataEncryption: own,
            backup: { geoRedundantBackup: "Disabled" },
        }),
        "PostgreSQL with a key": of("dbforpostgresql:Server", compliant({ dataEncryption: own })),
        "a managed instance with a key": of("sql:ManagedInstance", compliant({ keyId: KEY })),
        "a Redis cluster with a key": of(
            "redisenterprise:RedisEnterprise",
            compliant({ encryption: { customerManagedKeyEncryption: { keyEncryptionKeyUrl: KEY } } }),
        ),
        "Cosmos DB with a key": of("cosmosdb:DatabaseAccount", compliant({ keyVaultKeyUri: KEY })),
        "a protector that is rotated": of(
            PROTECTOR,
            compliant({ serverKeyType: "AzureKeyVault", autoRotationEnabled: true }),
        ),
    },
    rejects: {
        "a key of the platform": violation(
            { dataEncryption: { ...own, type: "SystemManaged" } },
            `${TYPE}, obtenu « SystemManaged »`,
        ),
        "an empty address": violation(
            { dataEncryption: { ...own, primaryKeyURI: "" } },
            "dataEncryption.primaryKeyURI : attendu l’adresse d’une clé, obtenu «  »",
        ),
        "remote backups without a key there": violation(
            { dataEncryption: own, backup: { geoRedundantBackup: "enabled" } },
            none("dataEncryption.geoBackupKeyURI"),
        ),
        "a protector of the platform": of(
            PROTECTOR,
            violation(
                { serverKeyType: "ServiceManaged", autoRotationEnabled: true },
                "serverKeyType : attendu « AzureKeyVault », obtenu « ServiceManaged »",
            ),
        ),
        "a protector that is never rotated": of(
            PROTECTOR,
            violation(
                { serverKeyType: "AzureKeyVault", autoRotationEnabled: false },
                "autoRotationEnabled : attendu true, obtenu false",
            ),
        ),
    },
    unset: {
        encryption: violation({}, `${TYPE}, non défini`, none("dataEncryption.primaryKeyURI")),
        "encryption of PostgreSQL": of(
            "dbforpostgresql:Server",
            violation({}, `${TYPE}, non défini`, none("dataEncryption.primaryKeyURI")),
        ),
        "the key of a managed instance": of("sql:ManagedInstance", violation({}, none("keyId"))),
        "the key of a Redis cluster": of(
            "redisenterprise:RedisEnterprise",
            violation({}, none("encryption.customerManagedKeyEncryption.keyEncryptionKeyUrl")),
        ),
        "the key of Cosmos DB": of("cosmosdb:DatabaseAccount", violation({}, none("keyVaultKeyUri"))),
    },
    unknown: {
        "the type": undecided({ dataEncryption: { ...own, type: UNKNOWN } }, "dataEncryption.type"),
        "the remote copy": undecided(
            { dataEncryption: own, backup: { geoRedundantBackup: UNKNOWN } },
            "backup.geoRedundantBackup",
        ),
    },
    otherType: "azure-native:dbformysql:Database",
});
