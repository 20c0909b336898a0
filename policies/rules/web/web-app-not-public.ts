import type { WebAppArgs } from "@pulumi/azure-native/web/webApp";

import { anyCase } from "../../expectation";
import { defineRule } from "../../rule";

export const webAppNotPublic = defineRule({
    id: "web-app-not-public",
    title: {
        fr: "L’application web n’est pas joignable directement depuis Internet",
        en: "The web application cannot be reached directly from the Internet",
    },
    why: {
        fr: "Jointe sans passer par la passerelle, elle l’est sans pare-feu applicatif.",
        en: "Reached without passing by the gateway, it is reached without a web firewall.",
    },
    remediation: {
        fr: "Mettre publicNetworkAccess à « Disabled » et passer par un point de terminaison privé.",
        en: 'Set publicNetworkAccess to "Disabled" and use a private endpoint.',
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/app-service/overview-private-endpoint",
    appliesTo: ["azure-native:web:StaticSite", "azure-native:web:WebApp", "azure-native:web:WebAppSlot"],
    examples: {
        compliant: [
            {
                type: "azure-native:web:WebApp",
                properties: { publicNetworkAccess: "Disabled" } satisfies Partial<WebAppArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:web:WebApp",
                properties: { publicNetworkAccess: "Enabled" } satisfies Partial<WebAppArgs>,
            },
        ],
    },
    check(app) {
        // Not set means "Enabled".
        app.expect("publicNetworkAccess", anyCase("Disabled"));
    },
});
