import type { VaultArgs } from "@pulumi/azure-native/recoveryservices/vault";

import { anyCase, reference } from "../../expectation";
import { defineRule } from "../../rule";

const BACKUP_VAULT = "azure-native:dataprotection:BackupVault";
const RECOVERY_VAULT = "azure-native:recoveryservices:Vault";
const SETTINGS = "properties.securitySettings.encryptionSettings";

const key = reference("l’adresse d’une clé");

export const backupVaultCustomerKey = defineRule({
    id: "backup-vault-customer-key",
    title: {
        fr: "Les sauvegardes sont chiffrées par une clé du client",
        en: "Backups are encrypted with a customer’s key",
    },
    why: {
        fr: "Une base chiffrée par le client et sauvegardée sous une clé du fournisseur se lit par la sauvegarde.",
        en: "A database encrypted by the customer and backed up under a key of the provider is read from the backup.",
    },
    remediation: {
        fr: "Donner keyVaultProperties.keyUri (sous encryption, ou encryptionSettings pour un BackupVault).",
        en: "Give keyVaultProperties.keyUri (under encryption, or encryptionSettings for a BackupVault).",
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/backup/encryption-at-rest-with-cmk",
    appliesTo: [BACKUP_VAULT, RECOVERY_VAULT],
    examples: {
        compliant: [
            {
                type: RECOVERY_VAULT,
                properties: {
                    properties: {
                        encryption: {
                            keyVaultProperties: { keyUri: "https://kv-records.vault.azure.net/keys/backup" },
                        },
                    },
                } satisfies Partial<VaultArgs>,
            },
        ],
        violation: [
            {
                type: RECOVERY_VAULT,
                properties: { properties: {} } satisfies Partial<VaultArgs>,
            },
        ],
    },
    check(vault, { type }) {
        // Not set means a key of the platform.
        if (type === RECOVERY_VAULT) {
            vault.expectReference("properties.encryption.keyVaultProperties.keyUri", key);
            return;
        }
        vault.expect(`${SETTINGS}.state`, anyCase("Enabled"));
        vault.expectReference(`${SETTINGS}.keyVaultProperties.keyUri`, key);
    },
});
