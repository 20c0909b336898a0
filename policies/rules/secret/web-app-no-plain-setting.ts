import type { WebAppArgs } from "@pulumi/azure-native/web/webApp";

import type { Inspection } from "../../inspection";
import { clearSettings, embedsSecret, isClearVariable } from "../../kubernetes/clear-secrets";
import { defineRule } from "../../rule";

const SITES: readonly string[] = ["azure-native:web:WebApp", "azure-native:web:WebAppSlot"];
const SETTINGS: readonly string[] = [
    "azure-native:web:WebAppApplicationSettings",
    "azure-native:web:WebAppApplicationSettingsSlot",
];
const CONTAINER_APPS: readonly string[] = ["azure-native:app:ContainerApp", "azure-native:app:Job"];

/** What App Service resolves itself, without the value passing through the deployment. */
const VAULT_REFERENCE = /^@Microsoft\.(KeyVault|AppConfiguration)\(/;

export const webAppNoPlainSetting = defineRule({
    id: "web-app-no-plain-setting",
    title: {
        fr: "Aucun secret n’est écrit en clair dans les réglages d’une application Web ou conteneurisée",
        en: "No secret is written in clear in the settings of a web or container application",
    },
    why: {
        fr: "Tout contributeur lit ces réglages dans le portail, et chaque déploiement les recopie dans ses journaux.",
        en: "Any contributor reads these settings in the portal, and every deployment copies them to its logs.",
    },
    remediation: {
        fr: "Écrire une référence @Microsoft.KeyVault(…), ou secretRef dans une application conteneurisée.",
        en: "Write a reference @Microsoft.KeyVault(…), or secretRef in a container application.",
    },
    severity: "critical",
    url: "https://learn.microsoft.com/azure/app-service/app-service-key-vault-references",
    appliesTo: [...SITES, ...SETTINGS, ...CONTAINER_APPS],
    examples: {
        compliant: [
            {
                type: "azure-native:web:WebApp",
                properties: {
                    siteConfig: {
                        appSettings: [
                            {
                                name: "DB_PASSWORD",
                                value: "@Microsoft.KeyVault(SecretUri=https://kv.example/secrets/db)",
                            },
                        ],
                    },
                } satisfies Partial<WebAppArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:web:WebApp",
                properties: {
                    siteConfig: { appSettings: [{ name: "DB_PASSWORD", value: "hunter2" }] },
                } satisfies Partial<WebAppArgs>,
            },
        ],
    },
    check(app, { type }) {
        if (SETTINGS.includes(type)) {
            app.entries("properties", (name, value) => {
                checkValue(name, value);
            });
        } else if (CONTAINER_APPS.includes(type)) {
            for (const list of ["containers", "initContainers"]) {
                app.each(`template.${list}`, (container) => {
                    container.each("env", checkSetting);
                });
            }
        } else {
            app.each("siteConfig.appSettings", checkSetting);
            app.each("siteConfig.connectionStrings", (connection) => {
                checkValue("connectionString", connection.at("connectionString"));
            });
        }
    },
});

function checkSetting(setting: Inspection): void {
    setting.given("name", (name) => {
        checkValue(String(name), setting.at("value"));
    });
}

function checkValue(name: string, value: Inspection): void {
    value.given("", (given) => {
        const text = String(given ?? "");
        const clear = isClearVariable(name, text) || clearSettings(text).length > 0 || embedsSecret(text);
        if (clear && !VAULT_REFERENCE.test(text)) {
            value.violation(
                "",
                `attendu une référence à un coffre, obtenu une valeur en clair pour « ${name} »`,
            );
        }
    });
}
