import type { ConfigurationArgs } from "@pulumi/azure-native/dbformysql/configuration";
import type { ServerArgs } from "@pulumi/azure-native/dbformysql/server";

import { all, any } from "../../answer";
import { namesResource } from "../../azure/references";
import { anyCase, type Expectation, such } from "../../expectation";
import { defineStackRule } from "../../rule";

const MYSQL = "azure-native:dbformysql:Server";
const MYSQL_PARAMETER = "azure-native:dbformysql:Configuration";
const POSTGRESQL = "azure-native:dbforpostgresql:Server";
const POSTGRESQL_PARAMETER = "azure-native:dbforpostgresql:Configuration";

/** A list of words, one of which is this. */
function listing(word: string): Expectation {
    return such(
        `une liste qui contient « ${word} »`,
        (value) =>
            typeof value === "string" &&
            value.split(",").some((item) => item.trim().toLowerCase() === word.toLowerCase()),
    );
}

/** The parameters that make a server write who did what, all off by default, and what each must be. */
const parameters: Readonly<Record<string, readonly (readonly [name: string, expectation: Expectation])[]>> = {
    [MYSQL]: [
        ["audit_log_enabled", anyCase("ON")],
        ["audit_log_events", listing("CONNECTION")],
    ],
    [POSTGRESQL]: [
        ["pgaudit.log", such("des classes d’instructions", (value) => !anyCase("none", "").accepts(value))],
    ],
};

const parameter = (configurationName: string, value: string) => ({
    type: MYSQL_PARAMETER,
    name: configurationName,
    properties: {
        serverName: "mysql-records",
        configurationName,
        value,
    } satisfies Partial<ConfigurationArgs>,
});

export const databaseAuditLog = defineStackRule({
    id: "database-audit-log",
    title: {
        fr: "Les serveurs MySQL et PostgreSQL journalisent ce qui s’y fait et qui le fait",
        en: "MySQL and PostgreSQL servers write what is done, and by whom",
    },
    why: {
        fr: "L’audit est éteint par défaut : un DiagnosticSetting n’exporte alors qu’un journal vide.",
        en: "Auditing is off by default: a DiagnosticSetting then exports an empty log.",
    },
    remediation: {
        fr: "Déclarer les paramètres audit_log_enabled et audit_log_events (MySQL) ou pgaudit.log (PostgreSQL).",
        en: "Declare the parameters audit_log_enabled and audit_log_events (MySQL), or pgaudit.log (PostgreSQL).",
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/mysql/flexible-server/concepts-audit-logs",
    appliesTo: Object.keys(parameters),
    reads: Object.fromEntries(
        [MYSQL_PARAMETER, POSTGRESQL_PARAMETER].map((type) => [
            type,
            ["serverName", "configurationName", "value"],
        ]),
    ),
    examples: {
        compliant: [
            {
                type: MYSQL,
                name: "server",
                properties: { serverName: "mysql-records" } satisfies Partial<ServerArgs>,
            },
            parameter("audit_log_enabled", "ON"),
            parameter("audit_log_events", "CONNECTION,DML"),
        ],
        violation: [
            {
                type: MYSQL,
                name: "server",
                properties: { serverName: "mysql-records" } satisfies Partial<ServerArgs>,
            },
            parameter("audit_log_enabled", "OFF"),
        ],
    },
    check(subject, settings) {
        for (const [name, expectation] of parameters[subject.type] ?? []) {
            const set = any(
                settings
                    .filter(({ type }) => type === subject.type.replace("Server", "Configuration"))
                    .map((setting) =>
                        all([
                            namesResource(setting, "serverName", subject),
                            setting.properties.meets("configurationName", anyCase(name)),
                            setting.properties.some(
                                [setting.properties.read("value")],
                                (value) => typeof value === "string" && expectation.accepts(value),
                            ),
                        ]),
                    ),
            );
            subject.properties.settle(
                set,
                "",
                `attendu un paramètre ${name} à ${expectation.text} sur ce serveur`,
            );
        }
    },
});
