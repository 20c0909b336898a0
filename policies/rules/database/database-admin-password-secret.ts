import type { ServerArgs } from "@pulumi/azure-native/dbforpostgresql/server";

import { defineRule } from "../../rule";

const POSTGRESQL = "azure-native:dbforpostgresql:Server";

const LOGIN = ["administratorLoginPassword"];

/** Where a type takes passwords, keys and connection strings. */
const paths: Readonly<Record<string, readonly string[]>> = {
    "azure-native:compute:VirtualMachine": ["osProfile.adminPassword"],
    "azure-native:compute:VirtualMachineScaleSet": ["virtualMachineProfile.osProfile.adminPassword"],
    "azure-native:containerservice:ManagedCluster": [
        "servicePrincipalProfile.secret",
        "windowsProfile.adminPassword",
    ],
    "azure-native:cosmosdb:CassandraCluster": ["properties.initialCassandraAdminPassword"],
    "azure-native:cosmosdb:MongoCluster": LOGIN,
    "azure-native:dbformysql:Server": LOGIN,
    "azure-native:dbforpostgresql:ServerGroupCluster": LOGIN,
    "azure-native:mongocluster:MongoCluster": ["properties.administrator.password"],
    "azure-native:redis:Redis": [
        "redisConfiguration.aofStorageConnectionString0",
        "redisConfiguration.aofStorageConnectionString1",
        "redisConfiguration.rdbStorageConnectionString",
    ],
    "azure-native:sql:JobCredential": ["password"],
    "azure-native:sql:ManagedInstance": LOGIN,
    "azure-native:sql:Server": LOGIN,
    "azure-native:sql:SyncMember": ["password"],
    "azure-native:sqlvirtualmachine:SqlVirtualMachine": [
        "autoBackupSettings.password",
        "autoBackupSettings.storageAccessKey",
        "keyVaultCredentialSettings.servicePrincipalSecret",
        "serverConfigurationsManagementSettings.sqlConnectivityUpdateSettings.sqlAuthUpdatePassword",
    ],
    [POSTGRESQL]: LOGIN,
};

export const databaseAdminPasswordSecret = defineRule({
    id: "database-admin-password-secret",
    title: {
        fr: "Le mot de passe d’administration d’une base ou d’un serveur est un secret Pulumi",
        en: "The administrator’s password of a database or a server is a Pulumi secret",
    },
    why: {
        fr: "En clair, il se lit dans le code, l’état Pulumi, les aperçus et leurs journaux.",
        en: "In clear, it can be read in the code, the Pulumi state, the previews and their logs.",
    },
    remediation: {
        fr: "Le tirer au sort (random.RandomPassword) ou le lire par config.requireSecret ; mieux, n’admettre que des identités Entra.",
        en: "Draw it at random (random.RandomPassword) or read it with config.requireSecret; better, take Entra identities only.",
    },
    severity: "critical",
    url: "https://www.pulumi.com/docs/iac/concepts/secrets/",
    appliesTo: Object.keys(paths),
    examples: {
        compliant: [
            {
                type: POSTGRESQL,
                properties: { authConfig: { passwordAuth: "Disabled" } } satisfies Partial<ServerArgs>,
            },
        ],
        violation: [
            {
                type: POSTGRESQL,
                properties: {
                    administratorLogin: "records",
                    administratorLoginPassword: "written in the program",
                } satisfies Partial<ServerArgs>,
            },
        ],
    },
    check(properties, { type }) {
        for (const path of paths[type] ?? []) {
            properties.expectSecret(path);
        }
    },
});
