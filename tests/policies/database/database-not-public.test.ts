import { databaseNotPublic } from "../../../policies/rules/database/database-not-public";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const PATH = "network.publicNetworkAccess";
const POSTGRESQL = "azure-native:dbforpostgresql:Server";
const SQL = "azure-native:sql:Server";
const INSTANCE = "azure-native:sql:ManagedInstance";
const REDIS = "azure-native:redis:Redis";
const GROUP = "azure-native:dbforpostgresql:ServerGroupCluster";
const MONGO = "azure-native:mongocluster:MongoCluster";

/** Types that are public where nothing is set. */
const PLAIN = [
    SQL,
    REDIS,
    "azure-native:cosmosdb:DatabaseAccount",
    "azure-native:cosmosdb:MongoCluster",
    "azure-native:redisenterprise:RedisEnterprise",
];

describeRule(databaseNotPublic, {
    type: "azure-native:dbformysql:Server",
    accepts: {
        "a MySQL server closed to the Internet": compliant({ network: { publicNetworkAccess: "Disabled" } }),
        "a PostgreSQL server closed to the Internet": {
            ...compliant({ network: { publicNetworkAccess: "Disabled" } }),
            type: POSTGRESQL,
        },
        ...Object.fromEntries(
            PLAIN.map((type) => [
                `${type} closed to the Internet`,
                { ...compliant({ publicNetworkAccess: "disabled" }), type },
            ]),
        ),
        "a managed instance without public end": {
            ...compliant({ publicDataEndpointEnabled: false }),
            type: INSTANCE,
        },
        "a cache in a subnet": { ...compliant({ subnetId: "/subscriptions/0" }), type: REDIS },
        "a group of servers without public addresses": {
            ...compliant({ coordinatorEnablePublicIpAccess: false, nodeEnablePublicIpAccess: false }),
            type: GROUP,
        },
        "a Mongo cluster closed to the Internet": {
            ...compliant({ properties: { publicNetworkAccess: "Disabled" } }),
            type: MONGO,
        },
        "a server in a delegated subnet, even if its id is unknown,": compliant({
            network: { delegatedSubnetResourceId: UNKNOWN },
        }),
    },
    rejects: {
        "a public MySQL server": violation(
            { network: { publicNetworkAccess: "Enabled" } },
            `${PATH} : attendu « Disabled », obtenu « Enabled »`,
        ),
        "a public PostgreSQL server": {
            ...violation(
                { network: { publicNetworkAccess: "Enabled" } },
                `${PATH} : attendu « Disabled », obtenu « Enabled »`,
            ),
            type: POSTGRESQL,
        },
        ...Object.fromEntries(
            PLAIN.map((type) => [
                `a public ${type}`,
                {
                    ...violation(
                        { publicNetworkAccess: "Enabled" },
                        "publicNetworkAccess : attendu « Disabled », obtenu « Enabled »",
                    ),
                    type,
                },
            ]),
        ),
        "a managed instance with a public end": {
            ...violation(
                { publicDataEndpointEnabled: true },
                "publicDataEndpointEnabled : attendu false, obtenu true",
            ),
            type: INSTANCE,
        },
        "a server whose delegated subnet is an empty text": violation(
            { network: { delegatedSubnetResourceId: "" } },
            `${PATH} : attendu « Disabled », non défini`,
        ),
        "a server in a delegated subnet that is opened on purpose": violation(
            { network: { delegatedSubnetResourceId: "/subscriptions/0", publicNetworkAccess: "Enabled" } },
            `${PATH} : attendu « Disabled », obtenu « Enabled »`,
        ),
    },
    unset: {
        "the network": violation({}, `${PATH} : attendu « Disabled », non défini`),
        ...Object.fromEntries(
            PLAIN.map((type) => [
                `the public access of ${type}`,
                { ...violation({}, "publicNetworkAccess : attendu « Disabled », non défini"), type },
            ]),
        ),
        "the public end of a managed instance, which then has none,": { ...compliant({}), type: INSTANCE },
        "the public addresses of a group of servers": {
            ...violation(
                {},
                "coordinatorEnablePublicIpAccess : attendu false, non défini",
                "nodeEnablePublicIpAccess : attendu false, non défini",
            ),
            type: GROUP,
        },
        "the public access of a Mongo cluster": {
            ...violation({}, "properties.publicNetworkAccess : attendu « Disabled », non défini"),
            type: MONGO,
        },
    },
    unknown: {
        "public access": undecided({ network: { publicNetworkAccess: UNKNOWN } }, PATH),
        "the network as a whole": undecided({ network: UNKNOWN }, "network"),
    },
    otherType: "azure-native:dbformysql:Database",
});
