import type { ConfigurationArgs } from "@pulumi/azure-native/dbforpostgresql/configuration";

import { anyCase } from "../../expectation";
import { defineRule } from "../../rule";

const POSTGRESQL = "azure-native:dbforpostgresql:Configuration";

const logged = anyCase("connection_throttle.enable", "log_connections", "log_disconnections");

export const databaseConnectionsLogged = defineRule({
    id: "database-connections-logged",
    title: {
        fr: "Aucun réglage n’empêche PostgreSQL de journaliser les connexions et de freiner les essais répétés",
        en: "No setting stops PostgreSQL from logging connections and slowing repeated tries",
    },
    why: {
        fr: "Sans trace des connexions, un mot de passe volé ou deviné sert sans que nul ne le voie.",
        en: "Without a trace of connections, a stolen or guessed password is used unseen.",
    },
    remediation: {
        fr: "Mettre log_connections, log_disconnections et connection_throttle.enable à « ON ».",
        en: 'Set log_connections, log_disconnections and connection_throttle.enable to "ON".',
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/postgresql/flexible-server/concepts-logging",
    appliesTo: [POSTGRESQL],
    examples: {
        compliant: [
            {
                type: POSTGRESQL,
                properties: {
                    configurationName: "log_connections",
                    value: "on",
                } satisfies Partial<ConfigurationArgs>,
            },
        ],
        violation: [
            {
                type: POSTGRESQL,
                properties: {
                    configurationName: "log_connections",
                    value: "off",
                } satisfies Partial<ConfigurationArgs>,
            },
        ],
    },
    check(parameter) {
        parameter.given("configurationName", (name) => {
            if (logged.accepts(name)) {
                parameter.expect("value", anyCase("ON"));
            } else {
                parameter.dismiss();
            }
        });
    },
});
