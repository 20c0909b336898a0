import type { ServerArgs } from "@pulumi/azure-native/dbformysql/server";

import { anyCase, exactly, falseOrUnset } from "../../expectation";
import type { Inspection } from "../../inspection";
import { defineRule } from "../../rule";

const MYSQL = "azure-native:dbformysql:Server";

const closed = anyCase("Disabled");

const checks: Readonly<Record<string, (properties: Inspection) => void>> = {
    "azure-native:cosmosdb:DatabaseAccount": plain,
    "azure-native:cosmosdb:MongoCluster": plain,
    "azure-native:dbforpostgresql:Server": flexibleServer,
    "azure-native:dbforpostgresql:ServerGroupCluster": (cluster) => {
        // What not set means is not documented.
        cluster.expect("coordinatorEnablePublicIpAccess", exactly(false));
        cluster.expect("nodeEnablePublicIpAccess", exactly(false));
    },
    "azure-native:mongocluster:MongoCluster": (cluster) => {
        cluster.expect("properties.publicNetworkAccess", closed);
    },
    "azure-native:redis:Redis": (cache) => {
        unlessInjected(cache, "subnetId", "publicNetworkAccess");
    },
    "azure-native:redisenterprise:RedisEnterprise": plain,
    "azure-native:sql:ManagedInstance": (instance) => {
        instance.expect("publicDataEndpointEnabled", falseOrUnset);
    },
    "azure-native:sql:Server": plain,
    [MYSQL]: flexibleServer,
};

/** Not set means enabled. */
function plain(server: Inspection): void {
    server.expect("publicNetworkAccess", closed);
}

function flexibleServer(server: Inspection): void {
    unlessInjected(server, "network.delegatedSubnetResourceId", "network.publicNetworkAccess");
}

/** What is put in a subnet has no public end, and Azure then reads an absent setting as "Disabled". */
function unlessInjected(server: Inspection, subnet: string, access: string): void {
    const injected = server.some(server.readings(subnet), (id) => typeof id === "string" && id !== "");
    if (injected === "no" || server.read(access).state !== "unset") {
        server.expect(access, closed);
    }
}

export const databaseNotPublic = defineRule({
    id: "database-not-public",
    title: {
        fr: "Aucun serveur de base de données n’est joignable depuis Internet",
        en: "No database server can be reached from the Internet",
    },
    why: {
        fr: "Les dossiers des patients seraient à une erreur de configuration ou à un mot de passe d’Internet.",
        en: "Patient records would be one misconfiguration or one password away from the Internet.",
    },
    remediation: {
        fr: "Mettre publicNetworkAccess à « Disabled » ou placer le serveur dans un sous-réseau délégué.",
        en: 'Set publicNetworkAccess to "Disabled" or put the server in a delegated subnet.',
    },
    severity: "critical",
    url: "https://learn.microsoft.com/azure/mysql/flexible-server/concepts-networking-private-link",
    appliesTo: Object.keys(checks),
    examples: {
        compliant: [
            {
                type: MYSQL,
                properties: {
                    network: { publicNetworkAccess: "Disabled" },
                } satisfies Partial<ServerArgs>,
            },
        ],
        violation: [
            {
                type: MYSQL,
                properties: {
                    network: { publicNetworkAccess: "Enabled" },
                } satisfies Partial<ServerArgs>,
            },
        ],
    },
    check(properties, { type }) {
        checks[type]?.(properties);
    },
});
