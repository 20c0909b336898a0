import type { WebAppArgs } from "@pulumi/azure-native/web/webApp";
import type { WebAppFtpAllowedArgs } from "@pulumi/azure-native/web/webAppFtpAllowed";
import type { WebAppScmAllowedArgs } from "@pulumi/azure-native/web/webAppScmAllowed";

import { anyCase, exactly } from "../../expectation";
import { defineRule } from "../../rule";

const APPS: readonly string[] = ["azure-native:web:WebApp", "azure-native:web:WebAppSlot"];

/** Whether a password, rather than an identity, lets anybody publish. */
const PASSWORDS: readonly string[] = [
    "azure-native:web:WebAppFtpAllowed",
    "azure-native:web:WebAppFtpAllowedSlot",
    "azure-native:web:WebAppScmAllowed",
    "azure-native:web:WebAppScmAllowedSlot",
];

export const webAppNoBackdoor = defineRule({
    id: "web-app-no-backdoor",
    title: {
        fr: "L’application web ne se modifie ni par FTP ni par débogage à distance",
        en: "The web application cannot be changed over FTP or by remote debugging",
    },
    why: {
        fr: "FTP porte un mot de passe durable, parfois en clair ; un débogueur lit la mémoire, dossiers compris.",
        en: "FTP carries a lasting password, at times in clear; a debugger reads the memory, records included.",
    },
    remediation: {
        fr: "Mettre siteConfig.ftpsState à « Disabled », remoteDebuggingEnabled à false, et WebAppFtpAllowed et WebAppScmAllowed à false.",
        en: 'Set siteConfig.ftpsState to "Disabled", remoteDebuggingEnabled to false, and WebAppFtpAllowed and WebAppScmAllowed to false.',
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/app-service/deploy-ftp",
    appliesTo: [...APPS, ...PASSWORDS],
    examples: {
        compliant: [
            {
                type: "azure-native:web:WebApp",
                properties: {
                    siteConfig: { ftpsState: "Disabled", remoteDebuggingEnabled: false },
                } satisfies Partial<WebAppArgs>,
            },
            {
                type: "azure-native:web:WebAppFtpAllowed",
                properties: { allow: false } satisfies Partial<WebAppFtpAllowedArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:web:WebApp",
                properties: {
                    siteConfig: { ftpsState: "AllAllowed", remoteDebuggingEnabled: true },
                } satisfies Partial<WebAppArgs>,
            },
            {
                type: "azure-native:web:WebAppScmAllowed",
                properties: { allow: true } satisfies Partial<WebAppScmAllowedArgs>,
            },
        ],
    },
    remedies: (type) =>
        APPS.includes(type) ? [{ path: "siteConfig.remoteDebuggingEnabled", value: false }] : [],
    check(properties, { type }) {
        if (PASSWORDS.includes(type)) {
            properties.expect("allow", exactly(false));
            return;
        }
        // Not set means FTPS, or FTP besides on older applications.
        properties.expect("siteConfig.ftpsState", anyCase("Disabled"));
        // What it is where it is not set, Azure does not say.
        properties.expect("siteConfig.remoteDebuggingEnabled", exactly(false));
    },
});
