import type { ApplicationGatewayArgs } from "@pulumi/azure-native/network/applicationGateway";

import { anyCase } from "../../expectation";
import { defineRule } from "../../rule";

const ENCRYPTED = {
    backendHttpSettingsCollection: anyCase("Https"),
    backendSettingsCollection: anyCase("Tls"),
    probes: anyCase("Https", "Tls"),
};

export const applicationGatewayBackendTls = defineRule({
    id: "application-gateway-backend-tls",
    title: {
        fr: "La passerelle applicative chiffre aussi vers ses serveurs",
        en: "The application gateway encrypts towards its servers too",
    },
    why: {
        fr: "Déchiffrés à la passerelle, les dossiers traverseraient le réseau interne en clair.",
        en: "Decrypted at the gateway, records would cross the internal network in clear.",
    },
    remediation: {
        fr: "Mettre en « Https » les backendHttpSettingsCollection et les probes, en « Tls » les backendSettingsCollection.",
        en: 'Set backendHttpSettingsCollection and probes to "Https", backendSettingsCollection to "Tls".',
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/application-gateway/ssl-overview",
    appliesTo: ["azure-native:network:ApplicationGateway"],
    examples: {
        compliant: [
            {
                type: "azure-native:network:ApplicationGateway",
                properties: {
                    backendHttpSettingsCollection: [{ name: "web", port: 443, protocol: "Https" }],
                } satisfies Partial<ApplicationGatewayArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:network:ApplicationGateway",
                properties: {
                    backendHttpSettingsCollection: [{ name: "web", port: 80, protocol: "Http" }],
                } satisfies Partial<ApplicationGatewayArgs>,
            },
        ],
    },
    check(gateway) {
        for (const [list, encrypted] of Object.entries(ENCRYPTED)) {
            gateway.each(list, (settings) => {
                settings.expect("protocol", encrypted);
            });
        }
    },
});
