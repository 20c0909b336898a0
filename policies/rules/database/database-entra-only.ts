import type { ServerArgs } from "@pulumi/azure-native/dbforpostgresql/server";

import { anyCase } from "../../expectation";
import type { Inspection } from "../../inspection";
import { defineRule } from "../../rule";

const POSTGRESQL = "azure-native:dbforpostgresql:Server";

const on = anyCase("ON");

const checks: Readonly<Record<string, (properties: Inspection) => void>> = {
    "azure-native:dbformysql:Configuration": (parameter) => {
        parameter.given("configurationName", (name) => {
            if (anyCase("aad_auth_only").accepts(name)) {
                parameter.expect("value", on);
            } else {
                parameter.dismiss();
            }
        });
    },
    [POSTGRESQL]: (server) => {
        // Not set means passwords, and no Entra identities.
        server.expect("authConfig.activeDirectoryAuth", anyCase("Enabled"));
        server.expect("authConfig.passwordAuth", anyCase("Disabled"));
    },
};

export const databaseEntraOnly = defineRule({
    id: "database-entra-only",
    title: {
        fr: "Les bases PostgreSQL et MySQL n’admettent que des identités Entra, sans mot de passe",
        en: "PostgreSQL and MySQL databases take Entra identities only, without password",
    },
    why: {
        fr: "Un mot de passe de base se partage, ne connaît pas de second facteur et survit au départ de son titulaire.",
        en: "A database password is shared, knows no second factor and outlives its holder’s departure.",
    },
    remediation: {
        fr: "Sur PostgreSQL, mettre authConfig.passwordAuth à « Disabled » ; sur MySQL, aad_auth_only à « ON ».",
        en: 'On PostgreSQL, set authConfig.passwordAuth to "Disabled"; on MySQL, aad_auth_only to "ON".',
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/postgresql/flexible-server/concepts-azure-ad-authentication",
    appliesTo: Object.keys(checks),
    examples: {
        compliant: [
            {
                type: POSTGRESQL,
                properties: {
                    authConfig: { activeDirectoryAuth: "Enabled", passwordAuth: "Disabled" },
                } satisfies Partial<ServerArgs>,
            },
        ],
        violation: [
            {
                type: POSTGRESQL,
                properties: {
                    authConfig: { activeDirectoryAuth: "Enabled", passwordAuth: "Enabled" },
                } satisfies Partial<ServerArgs>,
            },
        ],
    },
    check(properties, { type }) {
        checks[type]?.(properties);
    },
});
