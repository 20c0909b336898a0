import type { BackupVaultArgs } from "@pulumi/azure-native/dataprotection/backupVault";

import { anyCase, such } from "../../expectation";
import { defineRule } from "../../rule";

const BACKUP_VAULT = "azure-native:dataprotection:BackupVault";
const RECOVERY_VAULT = "azure-native:recoveryservices:Vault";

const SECURITY = "properties.securitySettings";

const daysIfGiven = such(
    "au moins 14 jours",
    (value) => value === undefined || (typeof value === "number" && value >= 14),
);

export const backupVaultProtected = defineRule({
    id: "backup-vault-protected",
    title: {
        fr: "Les sauvegardes d’un coffre ne peuvent être ni modifiées ni effacées avant terme",
        en: "Backups of a vault can be neither changed nor erased before their time",
    },
    why: {
        fr: "Un rançongiciel efface d’abord les sauvegardes ; ce qu’un administrateur peut ôter, un intrus le peut aussi.",
        en: "Ransomware erases the backups first; what an administrator can remove, so can an intruder.",
    },
    remediation: {
        fr: "Mettre la suppression réversible à « AlwaysOn » et l’immuabilité à « Locked », une fois les durées vérifiées : c’est sans retour.",
        en: 'Set soft delete to "AlwaysOn" and immutability to "Locked", once the durations are checked: there is no way back.',
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/backup/backup-azure-immutable-vault-concept",
    appliesTo: [BACKUP_VAULT, RECOVERY_VAULT],
    examples: {
        compliant: [
            {
                type: BACKUP_VAULT,
                properties: {
                    properties: {
                        storageSettings: [{ datastoreType: "VaultStore", type: "ZoneRedundant" }],
                        securitySettings: {
                            softDeleteSettings: { state: "AlwaysOn", retentionDurationInDays: 30 },
                            immutabilitySettings: { state: "Locked" },
                        },
                    },
                } satisfies Partial<BackupVaultArgs>,
            },
        ],
        violation: [
            {
                type: BACKUP_VAULT,
                properties: {
                    properties: {
                        storageSettings: [{ datastoreType: "VaultStore", type: "ZoneRedundant" }],
                        securitySettings: {
                            softDeleteSettings: { state: "AlwaysOn", retentionDurationInDays: 30 },
                            immutabilitySettings: { state: "Unlocked" },
                        },
                    },
                } satisfies Partial<BackupVaultArgs>,
            },
        ],
    },
    check(properties, { type }) {
        const isRecovery = type === RECOVERY_VAULT;
        // Not set, soft delete is on but can be turned off, for 14 days; immutability is off.
        properties.expect(
            `${SECURITY}.softDeleteSettings.${isRecovery ? "softDeleteState" : "state"}`,
            anyCase("AlwaysOn"),
        );
        properties.expect(
            `${SECURITY}.softDeleteSettings.${isRecovery ? "softDeleteRetentionPeriodInDays" : "retentionDurationInDays"}`,
            daysIfGiven,
        );
        properties.expect(`${SECURITY}.immutabilitySettings.state`, anyCase("Locked"));
    },
});
