import { managedDatabaseTls } from "../../../policies/rules/database/managed-database-tls";
import {
    compliant,
    describeRule,
    notApplicable,
    undecided,
    UNKNOWN,
    violation,
} from "../../support/evaluate";
import { describeRemedies } from "../../support/remedies";

const POSTGRESQL = "azure-native:dbforpostgresql:Configuration";

const SQL = "azure-native:sql:Server";

const INSTANCE = "azure-native:sql:ManagedInstance";

const COSMOS = "azure-native:cosmosdb:DatabaseAccount";

const parameter = (configurationName: unknown, value?: unknown) => ({
    configurationName,
    value: value ?? null,
});

describeRule(managedDatabaseTls, {
    type: "azure-native:dbformysql:Configuration",
    accepts: {
        "compulsory TLS for MySQL": compliant(parameter("require_secure_transport", "ON")),
        "TLS 1.3 for MySQL": compliant(parameter("tls_version", "TLSv1.3")),
        "TLS 1.3 for PostgreSQL": {
            ...compliant(parameter("ssl_min_protocol_version", "TLSv1.3")),
            type: POSTGRESQL,
        },
        "compulsory TLS for PostgreSQL": {
            ...compliant(parameter("require_secure_transport", "ON")),
            type: POSTGRESQL,
        },
        "TLS 1.2 for SQL Server": { ...compliant({ minimalTlsVersion: "1.2" }), type: SQL },
        "TLS 1.2 for a managed instance": { ...compliant({ minimalTlsVersion: "1.2" }), type: INSTANCE },
        "TLS 1.2 for Cosmos DB": { ...compliant({ minimalTlsVersion: "Tls12" }), type: COSMOS },
        "a parameter that has no bearing on TLS": notApplicable(parameter("slow_query_log", "ON")),
    },
    rejects: {
        "optional TLS": violation(
            parameter("require_secure_transport", "OFF"),
            "value : attendu « ON » pour require_secure_transport, obtenu « OFF »",
        ),
        "TLS 1.2 beside TLS 1.3": violation(
            parameter("tls_version", "TLSv1.2,TLSv1.3"),
            "value : attendu « TLSv1.3 » pour tls_version, obtenu « TLSv1.2,TLSv1.3 »",
        ),
        "TLS 1.0 for SQL Server": {
            ...violation(
                { minimalTlsVersion: "1.0" },
                "minimalTlsVersion : attendu « 1.2 » ou « 1.3 », obtenu « 1.0 »",
            ),
            type: SQL,
        },
        "optional TLS for PostgreSQL": {
            ...violation(
                parameter("require_secure_transport", "off"),
                "value : attendu « on » pour require_secure_transport, obtenu « off »",
            ),
            type: POSTGRESQL,
        },
        "TLS 1.1 for Cosmos DB": {
            ...violation(
                { minimalTlsVersion: "Tls11" },
                "minimalTlsVersion : attendu « Tls12 », obtenu « Tls11 »",
            ),
            type: COSMOS,
        },
        "TLS 1.2 for PostgreSQL": {
            ...violation(
                parameter("ssl_min_protocol_version", "TLSv1.2"),
                "value : attendu « TLSv1.3 » pour ssl_min_protocol_version, obtenu « TLSv1.2 »",
            ),
            type: POSTGRESQL,
        },
    },
    unset: {
        "the version of Cosmos DB, which is then TLS 1.2,": { ...compliant({}), type: COSMOS },
        "the version of a managed instance": {
            ...violation({}, "minimalTlsVersion : attendu « 1.2 » ou « 1.3 », non défini"),
            type: INSTANCE,
        },
        "the version of SQL Server": {
            ...violation({}, "minimalTlsVersion : attendu « 1.2 » ou « 1.3 », non défini"),
            type: SQL,
        },
        "the value": violation(
            parameter("tls_version"),
            "value : attendu « TLSv1.3 » pour tls_version, non défini",
        ),
        "the name": notApplicable({}),
    },
    unknown: {
        "the value": undecided(parameter("tls_version", UNKNOWN), "value"),
        "the name": undecided(parameter(UNKNOWN, "ON"), "configurationName"),
    },
    otherType: "azure-native:dbformysql:Server",
});

describeRemedies(managedDatabaseTls, {
    [COSMOS]: [{ path: "minimalTlsVersion", value: "Tls12" }],
    [INSTANCE]: [{ path: "minimalTlsVersion", value: "1.2" }],
    [POSTGRESQL]: [],
    [SQL]: [{ path: "minimalTlsVersion", value: "1.2" }],
});
