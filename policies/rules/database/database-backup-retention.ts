import type { ServerArgs } from "@pulumi/azure-native/dbformysql/server";

import { anyCase, such } from "../../expectation";
import { defineRule } from "../../rule";

const MYSQL = "azure-native:dbformysql:Server";
const SHORT_TERM = "azure-native:sql:BackupShortTermRetentionPolicy";

interface Config {
    readonly minDays: number;
    readonly remoteCopy: boolean;
}

export const databaseBackupRetention = defineRule<Config>({
    id: "database-backup-retention",
    title: {
        fr: "Les sauvegardes des bases remontent à trente jours et survivent à la perte d’une région",
        en: "Backups of databases reach back thirty days and survive the loss of a region",
    },
    why: {
        fr: "Une altération des dossiers se découvre tard, et un sinistre régional emporterait base et sauvegardes.",
        en: "Damage to records is found late, and a regional disaster would take database and backups alike.",
    },
    remediation: {
        fr: "Mettre backup.backupRetentionDays à 35 et geoRedundantBackup à « Enabled » ; sur SQL, retentionDays à 35.",
        en: 'Set backup.backupRetentionDays to 35 and geoRedundantBackup to "Enabled"; on SQL, retentionDays to 35.',
    },
    severity: "critical",
    url: "https://learn.microsoft.com/azure/mysql/flexible-server/concepts-backup-restore",
    appliesTo: [MYSQL, "azure-native:dbforpostgresql:Server", SHORT_TERM],
    examples: {
        compliant: [
            {
                type: MYSQL,
                properties: {
                    backup: { backupRetentionDays: 35, geoRedundantBackup: "Enabled" },
                } satisfies Partial<ServerArgs>,
            },
        ],
        violation: [
            {
                type: MYSQL,
                properties: {
                    backup: { backupRetentionDays: 7, geoRedundantBackup: "Enabled" },
                } satisfies Partial<ServerArgs>,
            },
        ],
    },
    config: {
        minDays: {
            type: "integer",
            minimum: 7,
            maximum: 35,
            description: "Jours de sauvegarde, au moins ; Azure en garde 35 au plus.",
            default: 30,
        },
        remoteCopy: {
            type: "boolean",
            description: "Si une copie des sauvegardes doit se trouver dans la région appariée.",
            default: true,
        },
    },
    check(properties, { type }, { minDays, remoteCopy }) {
        const kept = such(
            `au moins ${String(minDays)} jours`,
            (value) => typeof value === "number" && value >= minDays,
        );
        // Not set means 7 days, and no copy elsewhere.
        if (type === SHORT_TERM) {
            properties.expect("retentionDays", kept);
            return;
        }
        properties.expect("backup.backupRetentionDays", kept);
        if (remoteCopy) {
            properties.expect("backup.geoRedundantBackup", anyCase("Enabled"));
        }
    },
});
