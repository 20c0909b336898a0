import { databaseBackupRetention } from "../../../policies/rules/database/database-backup-retention";
import { type Case, compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const backup = (backupRetentionDays: unknown, geoRedundantBackup: unknown = "Enabled") => ({
    backup: { backupRetentionDays, geoRedundantBackup },
});
const of = (type: string, sample: Case): Case => ({ ...sample, type: `azure-native:${type}` });
const SQL = "sql:BackupShortTermRetentionPolicy";
const DAYS = "backup.backupRetentionDays : attendu au moins 30 jours";
const COPY = "backup.geoRedundantBackup : attendu « Enabled »";
const config = { minDays: 7, remoteCopy: false };

describeRule(databaseBackupRetention, {
    type: "azure-native:dbformysql:Server",
    accepts: {
        "thirty days": compliant(backup(30)),
        "thirty-five days on PostgreSQL": of("dbforpostgresql:Server", compliant(backup(35, "enabled"))),
        "thirty days on SQL": of(SQL, compliant({ retentionDays: 30 })),
        "a week, if the users want no more": { ...compliant(backup(7, "Disabled")), config },
    },
    rejects: {
        "a day too little": violation(backup(29), `${DAYS}, obtenu 29`),
        "a number written as text": violation(backup("35"), `${DAYS}, obtenu « 35 »`),
        "no remote copy": violation(backup(35, "Disabled"), `${COPY}, obtenu « Disabled »`),
        "less than the users want": {
            ...violation(backup(6), "backup.backupRetentionDays : attendu au moins 7 jours, obtenu 6"),
            config,
        },
        "a week on SQL": of(
            SQL,
            violation({ retentionDays: 7 }, "retentionDays : attendu au moins 30 jours, obtenu 7"),
        ),
    },
    unset: {
        "backups, which then reach back a week,": violation({}, `${DAYS}, non défini`, `${COPY}, non défini`),
    },
    unknown: {
        "the days": undecided(backup(UNKNOWN), "backup.backupRetentionDays"),
        "the copy": undecided(backup(35, UNKNOWN), "backup.geoRedundantBackup"),
    },
    otherType: "azure-native:dbformysql:Database",
});
