import type { ServerArgs } from "@pulumi/azure-native/dbforpostgresql/server";

import { anyCase, type Expectation, exactly, such } from "../../expectation";
import type { Inspection } from "../../inspection";
import { defineRule } from "../../rule";

const POSTGRESQL = "azure-native:dbforpostgresql:Server";

// Not set means one zone, but where another default is told.
const checks: Readonly<Record<string, (properties: Inspection) => void>> = {
    "azure-native:cosmosdb:DatabaseAccount": (account) => {
        account.each("locations", (location) => {
            location.expect("isZoneRedundant", exactly(true));
        });
    },
    "azure-native:dbformysql:Server": flexibleServer,
    "azure-native:redis:Redis": (cache) => {
        // Not set means several zones, wherever the region has them; the tier "Basic" is one machine.
        cache.expect("zonalAllocationPolicy", not("NoZones"));
        cache.expect("sku.name", not("Basic"));
    },
    "azure-native:redisenterprise:RedisEnterprise": (cluster) => {
        // Not set means enabled.
        cluster.expect("highAvailability", not("Disabled"));
    },
    "azure-native:sql:Database": zoneRedundant,
    "azure-native:sql:ElasticPool": zoneRedundant,
    "azure-native:sql:ManagedInstance": zoneRedundant,
    [POSTGRESQL]: flexibleServer,
};

function not(refused: string): Expectation {
    return such(
        `une autre valeur que « ${refused} »`,
        (value) => typeof value !== "string" || value.toLowerCase() !== refused.toLowerCase(),
    );
}

/** A read replica has no standby of its own. */
function flexibleServer(server: Inspection): void {
    server.given("createMode", (mode) => {
        if (anyCase("Replica").accepts(mode)) {
            server.dismiss();
        } else {
            server.expect("highAvailability.mode", anyCase("ZoneRedundant"));
        }
    });
}

function zoneRedundant(database: Inspection): void {
    database.expect("zoneRedundant", exactly(true));
}

export const databaseHighAvailability = defineRule({
    id: "database-high-availability",
    title: {
        fr: "Les bases de données restent disponibles à la perte d’une zone",
        en: "Databases remain available at the loss of a zone",
    },
    why: {
        fr: "Sans dossier, le soin s’arrête : l’incident d’un seul bâtiment ne doit pas suffire à l’interrompre.",
        en: "Without the record, care stops: the failure of a single building must not be enough for that.",
    },
    remediation: {
        fr: "Mettre highAvailability.mode à « ZoneRedundant », ou zoneRedundant à true.",
        en: 'Set highAvailability.mode to "ZoneRedundant", or zoneRedundant to true.',
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/postgresql/flexible-server/concepts-high-availability",
    appliesTo: Object.keys(checks),
    examples: {
        compliant: [
            {
                type: POSTGRESQL,
                properties: {
                    highAvailability: { mode: "ZoneRedundant" },
                } satisfies Partial<ServerArgs>,
            },
        ],
        violation: [
            {
                type: POSTGRESQL,
                properties: { highAvailability: { mode: "SameZone" } } satisfies Partial<ServerArgs>,
            },
        ],
    },
    check(properties, { type }) {
        checks[type]?.(properties);
    },
});
