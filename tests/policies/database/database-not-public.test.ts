import { databaseNotPublic } from "../../../policies/rules/database/database-not-public";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const PATH = "network.publicNetworkAccess";
const POSTGRESQL = "azure-native:dbforpostgresql:Server";
const SQL = "azure-native:sql:Server";

describeRule(databaseNotPublic, {
    type: "azure-native:dbformysql:Server",
    accepts: {
        "a MySQL server closed to the Internet": compliant({ network: { publicNetworkAccess: "Disabled" } }),
        "a PostgreSQL server closed to the Internet": {
            ...compliant({ network: { publicNetworkAccess: "Disabled" } }),
            type: POSTGRESQL,
        },
        "a SQL server closed to the Internet": {
            ...compliant({ publicNetworkAccess: "Disabled" }),
            type: SQL,
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
        "a public SQL server": {
            ...violation(
                { publicNetworkAccess: "Enabled" },
                "publicNetworkAccess : attendu « Disabled », obtenu « Enabled »",
            ),
            type: SQL,
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
        "the public access of a SQL server": {
            ...violation({}, "publicNetworkAccess : attendu « Disabled », non défini"),
            type: SQL,
        },
    },
    unknown: {
        "public access": undecided({ network: { publicNetworkAccess: UNKNOWN } }, PATH),
        "the network as a whole": undecided({ network: UNKNOWN }, "network"),
    },
    otherType: "azure-native:dbformysql:Database",
});
