import type { ServerArgs } from "@pulumi/azure-native/sql/server";

import { all, any } from "../../answer";
import { namesResource } from "../../azure/references";
import { exactly } from "../../expectation";
import { defineStackRule } from "../../rule";

const SERVER = "azure-native:sql:Server";
const SERVER_SETTING = "azure-native:sql:ServerAzureADOnlyAuthentication";
const INSTANCE_SETTING = "azure-native:sql:ManagedInstanceAzureADOnlyAuthentication";

const ONLY = "azureADOnlyAuthentication";

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
    reads: {
        [INSTANCE_SETTING]: ["managedInstanceName", ONLY],
        [SERVER_SETTING]: ["serverName", ONLY],
    },
    examples: {
        compliant: [
            {
                type: SERVER,
                name: "server",
                properties: {
                    serverName: "sql-records",
                    administrators: { azureADOnlyAuthentication: true },
                } satisfies Partial<ServerArgs>,
            },
        ],
        violation: [
            {
                type: SERVER,
                name: "server",
                properties: {
                    serverName: "sql-records",
                    administrators: { azureADOnlyAuthentication: false },
                } satisfies Partial<ServerArgs>,
            },
        ],
    },
    check(subject, settings) {
        const { properties } = subject;
        // Not set means passwords too.
        const entraOnly = any([
            properties.meets(`administrators.${ONLY}`, exactly(true)),
            ...settings.map((setting) =>
                all([
                    namesResource(
                        setting,
                        setting.type === SERVER_SETTING ? "serverName" : "managedInstanceName",
                        subject,
                    ),
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
