import { backupVaultConfined } from "../../../policies/rules/backup/backup-vault-confined";
import { type Case, compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const RECOVERY = "properties.restoreSettings.crossSubscriptionRestoreSettings.crossSubscriptionRestoreState";
const BACKUP = "properties.featureSettings.crossSubscriptionRestoreSettings.state";
const EXPECTED = "attendu « Disabled » ou « PermanentlyDisabled »";
const recovery = (publicNetworkAccess: unknown, crossSubscriptionRestoreState: unknown) => ({
    properties: {
        publicNetworkAccess,
        restoreSettings: { crossSubscriptionRestoreSettings: { crossSubscriptionRestoreState } },
    },
});
const backup = (state: unknown) => ({
    properties: { featureSettings: { crossSubscriptionRestoreSettings: { state } } },
});
const ofBackup = (sample: Case): Case => ({ ...sample, type: "azure-native:dataprotection:BackupVault" });

describeRule(backupVaultConfined, {
    type: "azure-native:recoveryservices:Vault",
    accepts: {
        "a closed recovery vault": compliant(recovery("Disabled", "Disabled")),
        "a recovery vault closed for good": compliant(recovery("Disabled", "PermanentlyDisabled")),
        "a closed backup vault": ofBackup(compliant(backup("PermanentlyDisabled"))),
    },
    rejects: {
        "a public vault": violation(
            recovery("Enabled", "Disabled"),
            "properties.publicNetworkAccess : attendu « Disabled », obtenu « Enabled »",
        ),
        "a restore elsewhere": violation(
            recovery("Disabled", "Enabled"),
            `${RECOVERY} : ${EXPECTED}, obtenu « Enabled »`,
        ),
        "a restore elsewhere from a backup vault": ofBackup(
            violation(backup("Enabled"), `${BACKUP} : ${EXPECTED}, obtenu « Enabled »`),
        ),
    },
    unset: {
        "everything, which is then open,": violation(
            {},
            `${RECOVERY} : ${EXPECTED}, non défini`,
            "properties.publicNetworkAccess : attendu « Disabled », non défini",
        ),
        "everything on a backup vault": ofBackup(violation({}, `${BACKUP} : ${EXPECTED}, non défini`)),
    },
    unknown: { "the restore": undecided(recovery("Disabled", UNKNOWN), RECOVERY) },
    otherType: "azure-native:dataprotection:BackupPolicy",
});
