import type { ServerArgs } from "@pulumi/azure-native/sql/server";

import { all, any } from "../../answer";
import { namesResource } from "../../azure/references";
import { exactly } from "../../expectation";
import { defineStackRule } from "../../rule";

const SERVER = "azure-native:sql:Server";
const SERVER_SETTING = "azure-native:sql:ServerAzureADOnlyAuthentication";
const INSTANCE_SETTING = "azure-native:sql:ManagedInstanceAzureADOnlyAuthentication";

/** The property by which a setting names what it is about. */
const NAMES: Readonly<Record<string, string>> = {
    [INSTANCE_SETTING]: "managedInstanceName",
    [SERVER_SETTING]: "serverName",
};

const ONLY = "azureADOnlyAuthentication";

const server = (azureADOnlyAuthentication: boolean) => ({
    type: SERVER,
    name: "server",
    properties: {
        serverName: "sql-records",
        administrators: { azureADOnlyAuthentication },
    } satisfies Partial<ServerArgs>,
});

export const sqlEntraOnly = defineStackRule({
    id: "sql-entra-only",
    title: {
        fr: "Chaque serveur SQL n’admet que des identités Entra, sans mot de passe",
        en: "Each SQL server takes Entra identities only, without password",
    },
    why: {
        fr: "Un mot de passe de base se partage, ne connaît pas de second facteur et survit au départ de son titulaire.",
        en: "A database password is shared, knows no second factor and outlives its holder’s departure.",
    },
    remediation: {
        fr: "Mettre administrators.azureADOnlyAuthentication à true, ou déclarer la ressource ServerAzureADOnlyAuthentication.",
        en: "Set administrators.azureADOnlyAuthentication to true, or declare the resource ServerAzureADOnlyAuthentication.",
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/azure-sql/database/authentication-azure-ad-only-authentication",
    appliesTo: [SERVER, "azure-native:sql:ManagedInstance"],
    reads: Object.fromEntries(Object.entries(NAMES).map(([type, name]) => [type, [name, ONLY]])),
    examples: { compliant: [server(true)], violation: [server(false)] },
    check(subject, settings) {
        const { properties } = subject;
        // Not set means passwords too.
        const entraOnly = any([
            properties.meets(`administrators.${ONLY}`, exactly(true)),
            ...settings.map((setting) =>
                all([
                    namesResource(setting, NAMES[setting.type] ?? "", subject),
                    setting.properties.meets(ONLY, exactly(true)),
                ]),
            ),
        ]);
        properties.settle(
            entraOnly,
            `administrators.${ONLY}`,
            "attendu true, ici ou dans une ressource AzureADOnlyAuthentication",
        );
    },
});
