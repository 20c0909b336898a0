import type { WebAppArgs } from "@pulumi/azure-native/web/webApp";

import { anyCase, exactly } from "../../expectation";
import { defineRule } from "../../rule";

/** To be said: where it is not set, an application keeps what it had, and older ones have 1.0. */
const recent = anyCase("1.2", "1.3");

export const webAppHttpsOnly = defineRule({
    id: "web-app-https-only",
    title: {
        fr: "L’application web n’accepte que HTTPS, en TLS 1.2 au minimum",
        en: "The web application accepts HTTPS only, with at least TLS 1.2",
    },
    why: {
        fr: "En HTTP, ou en TLS 1.0, dossiers et mots de passe se lisent en chemin.",
        en: "Over HTTP, or TLS 1.0, records and passwords can be read on the way.",
    },
    remediation: {
        fr: "Mettre httpsOnly à true, siteConfig.minTlsVersion et scmMinTlsVersion à « 1.2 » ou « 1.3 ».",
        en: 'Set httpsOnly to true, siteConfig.minTlsVersion and scmMinTlsVersion to "1.2" or "1.3".',
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/app-service/configure-ssl-bindings",
    appliesTo: ["azure-native:web:WebApp", "azure-native:web:WebAppSlot"],
    examples: {
        compliant: [
            {
                type: "azure-native:web:WebApp",
                properties: {
                    httpsOnly: true,
                    siteConfig: { minTlsVersion: "1.3", scmMinTlsVersion: "1.2" },
                } satisfies Partial<WebAppArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:web:WebApp",
                properties: {
                    httpsOnly: false,
                    siteConfig: { minTlsVersion: "1.0" },
                } satisfies Partial<WebAppArgs>,
            },
        ],
    },
    remedies: () => [{ path: "httpsOnly", value: true }],
    check(app) {
        // Not set means false.
        app.expect("httpsOnly", exactly(true));
        app.expect("siteConfig.minTlsVersion", recent);
        app.expect("siteConfig.scmMinTlsVersion", recent);
    },
});
