import { databaseAuditLog } from "../../../policies/rules/database/database-audit-log";
import { describeStackRule, type StackMember, UNKNOWN } from "../../support/evaluate";

const mysql: StackMember = {
    type: "azure-native:dbformysql:Server",
    name: "mysql",
    props: { serverName: "mysql-records" },
};
const postgresql: StackMember = {
    type: "azure-native:dbforpostgresql:Server",
    name: "postgresql",
    props: { serverName: "psql-records" },
};
const parameter = (
    configurationName: string,
    value: unknown,
    serverName: unknown = "MySQL-records",
    from?: StackMember,
): StackMember => ({
    type: "azure-native:dbformysql:Configuration",
    name: configurationName,
    props: { serverName, configurationName, value },
    ...(from === undefined ? {} : { dependencies: { serverName: [from] } }),
});
const onPostgresql = (name: string, value: unknown): StackMember => ({
    ...parameter(name, value, "psql-records"),
    type: "azure-native:dbforpostgresql:Configuration",
});
const enabled = parameter("audit_log_enabled", "on");
const events = parameter("audit_log_events", "DML, connection");
const NOT_ENABLED = ["mysql", "attendu un paramètre audit_log_enabled à « ON » sur ce serveur"] as const;
const NO_EVENTS = [
    "mysql",
    "attendu un paramètre audit_log_events à une liste qui contient « CONNECTION » sur ce serveur",
] as const;
const NO_CLASSES = [
    "postgresql",
    "attendu un paramètre pgaudit.log à des classes d’instructions sur ce serveur",
] as const;

describeStackRule(databaseAuditLog, {
    accepts: {
        "MySQL with an audit log": { members: [mysql, enabled, events] },
        "MySQL whose name comes later": {
            members: [
                { ...mysql, props: { serverName: UNKNOWN } },
                parameter("audit_log_enabled", "ON", UNKNOWN, mysql),
                parameter("audit_log_events", "CONNECTION", UNKNOWN, mysql),
            ],
        },
        "PostgreSQL with an audit log": { members: [postgresql, onPostgresql("pgaudit.log", "write,ddl")] },
    },
    rejects: {
        "an audit log that is off": {
            members: [mysql, parameter("audit_log_enabled", "OFF"), events],
            violations: [NOT_ENABLED],
        },
        "an audit log without connections": {
            members: [mysql, enabled, parameter("audit_log_events", "CONNECTION_V2")],
            violations: [NO_EVENTS],
        },
        "the audit log of another server": {
            members: [mysql, events, parameter("audit_log_enabled", "ON", "mysql-other")],
            violations: [NOT_ENABLED],
        },
        "a parameter of PostgreSQL on a server of the same name": {
            members: [
                mysql,
                events,
                { ...enabled, name: "other", type: "azure-native:dbforpostgresql:Configuration" },
            ],
            violations: [NOT_ENABLED],
        },
        "an audit of nothing": {
            members: [postgresql, onPostgresql("pgaudit.log", "NONE")],
            violations: [NO_CLASSES],
        },
        "an audit of an empty text": {
            members: [postgresql, onPostgresql("pgaudit.log", "")],
            violations: [NO_CLASSES],
        },
        "another parameter": {
            members: [postgresql, onPostgresql("pgaudit.role", "auditor")],
            violations: [NO_CLASSES],
        },
    },
    unset: {
        "the parameters, which are then off,": { members: [mysql], violations: [NOT_ENABLED, NO_EVENTS] },
        "the value": {
            members: [
                postgresql,
                { ...onPostgresql("pgaudit.log", ""), props: { serverName: "psql-records" } },
            ],
            violations: [NO_CLASSES],
        },
    },
    unknown: {
        "the value": {
            members: [mysql, events, parameter("audit_log_enabled", UNKNOWN)],
            unknowns: ["audit_log_enabled/value"],
        },
        "the server of the only parameter": {
            members: [mysql, events, parameter("audit_log_enabled", "ON", UNKNOWN)],
            unknowns: ["audit_log_enabled/serverName"],
        },
        "the name of the server": {
            members: [{ ...postgresql, props: { serverName: UNKNOWN } }, onPostgresql("pgaudit.log", "all")],
            unknowns: ["postgresql/serverName"],
        },
    },
    otherType: "azure-native:dbformysql:Database",
});
