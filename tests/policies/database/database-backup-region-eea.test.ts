import { databaseBackupRegionEea } from "../../../policies/rules/database/database-backup-region-eea";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const server = (location: unknown, geoRedundantBackup: unknown) => ({
    location,
    backup: { geoRedundantBackup },
});
const database = (location: unknown, requestedBackupStorageRedundancy: unknown) => ({
    location,
    requestedBackupStorageRedundancy,
});
const MYSQL = "azure-native:dbformysql:Server";
const SQL = ["azure-native:sql:Database", "azure-native:sql:ManagedInstance"];
const EXPECTED = "location : attendu une région appariée de l’Espace économique européen";
const UK = `${EXPECTED}, obtenu « uksouth »`;

describeRule(databaseBackupRegionEea, {
    type: "azure-native:dbforpostgresql:Server",
    accepts: {
        "a copy beside France": compliant(server("France Central", "enabled")),
        "no copy, in a region that is another rule's": compliant(server("uksouth", "Disabled")),
        ...Object.fromEntries(
            SQL.map((type) => [
                `${type} with backups in place`,
                { ...compliant(database("uksouth", "Zone")), type },
            ]),
        ),
    },
    rejects: {
        "a copy beside the United Kingdom": violation(server("uksouth", "Enabled"), UK),
        "a copy of MySQL": { ...violation(server("uksouth", "Enabled"), UK), type: MYSQL },
        "a copy beside a region that has no pair": violation(
            server("polandcentral", "Enabled"),
            `${EXPECTED}, obtenu « polandcentral »`,
        ),
        ...Object.fromEntries(
            SQL.map((type) => [
                `a copy of ${type}`,
                { ...violation(database("uksouth", "GeoZone"), UK), type },
            ]),
        ),
        "a second copy by the plain name": {
            ...violation(database("uksouth", "Geo"), UK),
            type: "azure-native:sql:Database",
        },
    },
    unset: {
        "the copy, which is then none,": compliant({ location: "uksouth" }),
        ...Object.fromEntries(
            SQL.map((type) => [
                `the copy of ${type}, which is then made,`,
                { ...violation({ location: "uksouth" }, UK), type },
            ]),
        ),
        "the region, which the provider gives,": undecided(
            { backup: { geoRedundantBackup: "Enabled" } },
            "location",
        ),
    },
    unknown: {
        "the copy": undecided(server("uksouth", UNKNOWN), "backup.geoRedundantBackup"),
        "the copy beside France": compliant(server("francecentral", UNKNOWN)),
        "the region": undecided(server(UNKNOWN, "Enabled"), "location"),
    },
    otherType: "azure-native:sql:Server",
});
