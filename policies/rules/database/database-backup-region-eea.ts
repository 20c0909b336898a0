import type { ServerArgs } from "@pulumi/azure-native/dbforpostgresql/server";

import type { Answer } from "../../answer";
import { expectEeaPair } from "../../azure/paired-regions";
import { anyCase } from "../../expectation";
import type { Inspection } from "../../inspection";
import { defineRule } from "../../rule";

const POSTGRESQL = "azure-native:dbforpostgresql:Server";

/** Whether backups are copied to the paired region. Not set means no copy. */
function flexibleServer(server: Inspection): Answer {
    return server.meets("backup.geoRedundantBackup", anyCase("Enabled"));
}

/** Whether backups are copied to the paired region. Not set means a copy. */
function sql(database: Inspection): Answer {
    const path = "requestedBackupStorageRedundancy";
    return database.read(path).state === "unset" ? "yes" : database.meets(path, anyCase("Geo", "GeoZone"));
}

const server = (location: string) => ({
    type: POSTGRESQL,
    properties: { location, backup: { geoRedundantBackup: "Enabled" } } satisfies Partial<ServerArgs>,
});

export const databaseBackupRegionEea = defineRule({
    id: "database-backup-region-eea",
    title: {
        fr: "Les copies distantes des sauvegardes de bases restent dans l’Espace économique européen",
        en: "Remote copies of database backups stay in the European Economic Area",
    },
    why: {
        fr: "Une sauvegarde géo-redondante est copiée dans la région appariée : la base entière part avec elle.",
        en: "A geo-redundant backup is copied to the paired region: the whole database goes with it.",
    },
    remediation: {
        fr: "Placer la base dans une région appariée de l’EEE, comme francecentral, ou garder ses sauvegardes sur place.",
        en: "Put the database in a paired region of the EEA, such as francecentral, or keep its backups in place.",
    },
    severity: "critical",
    url: "https://learn.microsoft.com/azure/reliability/cross-region-replication-azure",
    appliesTo: [
        "azure-native:dbformysql:Server",
        "azure-native:sql:Database",
        "azure-native:sql:ManagedInstance",
        POSTGRESQL,
    ],
    examples: { compliant: [server("francecentral")], violation: [server("uksouth")] },
    check(properties, { type }) {
        const isSql = type.startsWith("azure-native:sql:");
        expectEeaPair(properties, isSql ? sql(properties) : flexibleServer(properties));
    },
});
