import { backupVaultProtected } from "../../../policies/rules/backup/backup-vault-protected";
import { type Case, compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const PATH = "properties.securitySettings";
const SOFT = `${PATH}.softDeleteSettings`;
const LOCKED = `${PATH}.immutabilitySettings.state : attendu « Locked »`;
const settings = (softDeleteSettings: object, state: unknown = "Locked") => ({
    properties: { securitySettings: { softDeleteSettings, immutabilitySettings: { state } } },
});
const recovery = (sample: Case): Case => ({ ...sample, type: "azure-native:recoveryservices:Vault" });

describeRule(backupVaultProtected, {
    type: "azure-native:dataprotection:BackupVault",
    accepts: {
        "a locked vault": compliant(settings({ state: "AlwaysOn", retentionDurationInDays: 14 })),
        "a locked recovery vault": recovery(
            compliant(settings({ softDeleteState: "AlwaysON", softDeleteRetentionPeriodInDays: 14 })),
        ),
    },
    rejects: {
        "soft delete that can be turned off": violation(
            settings({ state: "On" }),
            `${SOFT}.state : attendu « AlwaysOn », obtenu « On »`,
        ),
        "immutability that can be turned off": violation(
            settings({ state: "AlwaysOn" }, "Unlocked"),
            `${LOCKED}, obtenu « Unlocked »`,
        ),
        "a few days": violation(
            settings({ state: "AlwaysOn", retentionDurationInDays: 13 }),
            `${SOFT}.retentionDurationInDays : attendu au moins 14 jours, obtenu 13`,
        ),
        "days written as text": violation(
            settings({ state: "AlwaysOn", retentionDurationInDays: "30" }),
            `${SOFT}.retentionDurationInDays : attendu au moins 14 jours, obtenu « 30 »`,
        ),
        "a recovery vault that is open": recovery(
            violation(
                settings({ softDeleteState: "Enabled", softDeleteRetentionPeriodInDays: 7 }),
                `${SOFT}.softDeleteState : attendu « AlwaysOn », obtenu « Enabled »`,
                `${SOFT}.softDeleteRetentionPeriodInDays : attendu au moins 14 jours, obtenu 7`,
            ),
        ),
    },
    unset: {
        everything: violation(
            {},
            `${SOFT}.state : attendu « AlwaysOn », non défini`,
            `${LOCKED}, non défini`,
        ),
        "everything on a recovery vault": recovery(
            violation(
                {},
                `${SOFT}.softDeleteState : attendu « AlwaysOn », non défini`,
                `${LOCKED}, non défini`,
            ),
        ),
    },
    unknown: {
        immutability: undecided(
            settings({ state: "AlwaysOn" }, UNKNOWN),
            `${PATH}.immutabilitySettings.state`,
        ),
    },
    otherType: "azure-native:dataprotection:BackupPolicy",
});
