import { databaseHighAvailability } from "../../../policies/rules/database/database-high-availability";
import {
    type Case,
    compliant,
    describeRule,
    notApplicable,
    undecided,
    UNKNOWN,
    violation,
} from "../../support/evaluate";

const mode = (value: unknown, createMode: unknown = "Default") => ({
    createMode,
    highAvailability: { mode: value },
});
const of = (type: string, sample: Case): Case => ({ ...sample, type: `azure-native:${type}` });
const MODE = "highAvailability.mode : attendu « ZoneRedundant »";
const ZONES = ["sql:Database", "sql:ElasticPool", "sql:ManagedInstance"];

describeRule(databaseHighAvailability, {
    type: "azure-native:dbforpostgresql:Server",
    accepts: {
        "two zones": compliant(mode("ZoneRedundant")),
        "MySQL in two zones": of("dbformysql:Server", compliant(mode("ZoneRedundant"))),
        "a cache in several zones": of(
            "redis:Redis",
            compliant({ zonalAllocationPolicy: "Automatic", sku: { name: "Premium" } }),
        ),
        "a Redis cluster with replicas": of(
            "redisenterprise:RedisEnterprise",
            compliant({ highAvailability: "Enabled" }),
        ),
        "a replica without standby": notApplicable(mode("Disabled", "replica")),
        "Cosmos DB in several zones": of(
            "cosmosdb:DatabaseAccount",
            compliant({ locations: [{ isZoneRedundant: true }] }),
        ),
        ...Object.fromEntries(
            ZONES.map((type) => [`${type} in several zones`, of(type, compliant({ zoneRedundant: true }))]),
        ),
    },
    rejects: {
        "a cache in one zone": of(
            "redis:Redis",
            violation(
                { zonalAllocationPolicy: "nozones" },
                "zonalAllocationPolicy : attendu une autre valeur que « NoZones », obtenu « nozones »",
            ),
        ),
        "a cache on one machine": of(
            "redis:Redis",
            violation(
                { sku: { name: "Basic" } },
                "sku.name : attendu une autre valeur que « Basic », obtenu « Basic »",
            ),
        ),
        "a Redis cluster without replicas": of(
            "redisenterprise:RedisEnterprise",
            violation(
                { highAvailability: "Disabled" },
                "highAvailability : attendu une autre valeur que « Disabled », obtenu « Disabled »",
            ),
        ),
        "two machines in one zone": violation(mode("SameZone"), `${MODE}, obtenu « SameZone »`),
        "MySQL in one zone": of(
            "dbformysql:Server",
            violation(mode("SameZone"), `${MODE}, obtenu « SameZone »`),
        ),
        "a second region in one zone": of(
            "cosmosdb:DatabaseAccount",
            violation(
                { locations: [{ isZoneRedundant: true }, { isZoneRedundant: false }] },
                "locations[1].isZoneRedundant : attendu true, obtenu false",
            ),
        ),
    },
    unset: {
        "the zones of a cache, which are then several,": of("redis:Redis", compliant({})),
        "the mode, which is then one machine,": violation({}, `${MODE}, non défini`),
        ...Object.fromEntries(
            ZONES.map((type) => [
                `the zones of ${type}`,
                of(type, violation({}, "zoneRedundant : attendu true, non défini")),
            ]),
        ),
    },
    unknown: {
        "the mode": undecided(mode(UNKNOWN), "highAvailability.mode"),
        "how it comes to be": undecided(mode("Disabled", UNKNOWN), "createMode"),
    },
    otherType: "azure-native:dbformysql:Database",
});
