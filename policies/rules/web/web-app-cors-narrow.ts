import type { WebAppArgs } from "@pulumi/azure-native/web/webApp";

import { such } from "../../expectation";
import { defineRule } from "../../rule";

const named = such(
    "une origine en HTTPS, nommée",
    (value) => typeof value === "string" && /^https:\/\/[^*/]+$/i.test(value),
);

export const webAppCorsNarrow = defineRule({
    id: "web-app-cors-narrow",
    title: {
        fr: "Seuls des sites désignés appellent l’application web depuis un navigateur",
        en: "Only named web sites call the web application from a browser",
    },
    why: {
        fr: "Avec l’origine « * », toute page ouverte par un soignant peut appeler l’application.",
        en: 'With the origin "*", any page that a carer opens can call the application.',
    },
    remediation: {
        fr: "Nommer les origines dans siteConfig.cors.allowedOrigins.",
        en: "Name the origins in siteConfig.cors.allowedOrigins.",
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/app-service/app-service-web-tutorial-rest-api",
    appliesTo: ["azure-native:web:WebApp", "azure-native:web:WebAppSlot"],
    examples: {
        compliant: [
            {
                type: "azure-native:web:WebApp",
                properties: {
                    siteConfig: { cors: { allowedOrigins: ["https://app.example"] } },
                } satisfies Partial<WebAppArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:web:WebApp",
                properties: { siteConfig: { cors: { allowedOrigins: ["*"] } } } satisfies Partial<WebAppArgs>,
            },
        ],
    },
    check(app) {
        app.each("siteConfig.cors.allowedOrigins", (origin) => {
            origin.expect("", named);
        });
    },
});
