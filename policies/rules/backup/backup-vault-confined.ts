import type { VaultArgs } from "@pulumi/azure-native/recoveryservices/vault";

import { anyCase } from "../../expectation";
import { defineRule } from "../../rule";

const BACKUP_VAULT = "azure-native:dataprotection:BackupVault";
const RECOVERY_VAULT = "azure-native:recoveryservices:Vault";

const disabled = anyCase("Disabled", "PermanentlyDisabled");

const vault = (publicNetworkAccess: string) => ({
    type: RECOVERY_VAULT,
    properties: {
        properties: {
            publicNetworkAccess,
            restoreSettings: {
                crossSubscriptionRestoreSettings: { crossSubscriptionRestoreState: "Disabled" },
            },
        },
    } satisfies Partial<VaultArgs>,
});

export const backupVaultConfined = defineRule({
    id: "backup-vault-confined",
    title: {
        fr: "Un coffre de sauvegarde est fermé à Internet, et rien n’en est restauré dans un autre abonnement",
        en: "A backup vault is closed to the Internet, and nothing of it is restored to another subscription",
    },
    why: {
        fr: "Une sauvegarde restaurée ailleurs est une copie entière des dossiers, hors de toute surveillance.",
        en: "A backup restored elsewhere is a whole copy of the records, out of all supervision.",
    },
    remediation: {
        fr: "Mettre publicNetworkAccess et la restauration entre abonnements à « Disabled ».",
        en: 'Set publicNetworkAccess and cross-subscription restore to "Disabled".',
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/backup/backup-azure-private-endpoints-concept",
    appliesTo: [BACKUP_VAULT, RECOVERY_VAULT],
    examples: { compliant: [vault("Disabled")], violation: [vault("Enabled")] },
    check(properties, { type }) {
        // Not set, restores elsewhere and public access are enabled; a backup vault has no public end to close.
        if (type === BACKUP_VAULT) {
            properties.expect("properties.featureSettings.crossSubscriptionRestoreSettings.state", disabled);
        } else {
            properties.expect(
                "properties.restoreSettings.crossSubscriptionRestoreSettings.crossSubscriptionRestoreState",
                disabled,
            );
            properties.expect("properties.publicNetworkAccess", anyCase("Disabled"));
        }
    },
});
