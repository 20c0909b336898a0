import { backupVaultCustomerKey } from "../../../policies/rules/backup/backup-vault-customer-key";
import { type Case, compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const RECOVERY = "properties.encryption.keyVaultProperties.keyUri : attendu l’adresse d’une clé";
const SETTINGS = "properties.securitySettings.encryptionSettings";
const KEY = `${SETTINGS}.keyVaultProperties.keyUri : attendu l’adresse d’une clé`;
const recovery = (keyUri: unknown) => ({ properties: { encryption: { keyVaultProperties: { keyUri } } } });
const backup = (state: unknown, keyUri: unknown = "https://kv.example/keys/backup") => ({
    properties: { securitySettings: { encryptionSettings: { state, keyVaultProperties: { keyUri } } } },
});
const ofBackup = (sample: Case): Case => ({ ...sample, type: "azure-native:dataprotection:BackupVault" });

describeRule(backupVaultCustomerKey, {
    type: "azure-native:recoveryservices:Vault",
    accepts: {
        "a key": compliant(recovery("https://kv.example/keys/backup")),
        "a key that comes later": compliant(recovery(UNKNOWN)),
        "a key for a backup vault": ofBackup(compliant(backup("Enabled"))),
    },
    rejects: {
        "an empty key": violation(recovery(""), `${RECOVERY}, obtenu «  »`),
        "a key that is off": ofBackup(
            violation(backup("Disabled"), `${SETTINGS}.state : attendu « Enabled », obtenu « Disabled »`),
        ),
        "an empty key for a backup vault": ofBackup(violation(backup("Enabled", ""), `${KEY}, obtenu «  »`)),
    },
    unset: {
        "the key": violation({}, `${RECOVERY}, non défini`),
        "the key of a backup vault": ofBackup(
            violation({}, `${SETTINGS}.state : attendu « Enabled », non défini`, `${KEY}, non défini`),
        ),
    },
    unknown: { "the switch": ofBackup(undecided(backup(UNKNOWN), `${SETTINGS}.state`)) },
    otherType: "azure-native:dataprotection:BackupPolicy",
});
