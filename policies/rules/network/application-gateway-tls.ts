import type { ApplicationGatewayArgs } from "@pulumi/azure-native/network/applicationGateway";

import { anyCase } from "../../expectation";
import type { Inspection } from "../../inspection";
import { defineRule } from "../../rule";

export const applicationGatewayTls = defineRule({
    id: "application-gateway-tls",
    title: {
        fr: "La passerelle applicative n’accepte que TLS 1.3",
        en: "The application gateway accepts TLS 1.3 only",
    },
    why: {
        fr: "Sans règle TLS, Azure choisit lui-même les versions admises ; un écouteur HTTP laisse lire les dossiers en clair.",
        en: "Without a TLS policy, Azure itself chooses the versions; an HTTP listener lets records be read in clear.",
    },
    remediation: {
        fr: "Mettre sslPolicy à « CustomV2 » avec minProtocolVersion « TLSv1_3 », et tous les écouteurs en « Https » ou « Tls ».",
        en: 'Set sslPolicy to "CustomV2" with minProtocolVersion "TLSv1_3", and every listener to "Https" or "Tls".',
    },
    severity: "critical",
    url: "https://learn.microsoft.com/azure/application-gateway/application-gateway-ssl-policy-overview",
    appliesTo: ["azure-native:network:ApplicationGateway"],
    examples: {
        compliant: [
            {
                type: "azure-native:network:ApplicationGateway",
                properties: {
                    sslPolicy: { policyType: "CustomV2", minProtocolVersion: "TLSv1_3" },
                    httpListeners: [{ name: "web", protocol: "Https" }],
                } satisfies Partial<ApplicationGatewayArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:network:ApplicationGateway",
                properties: {
                    sslPolicy: { policyType: "CustomV2", minProtocolVersion: "TLSv1_2" },
                    httpListeners: [{ name: "web", protocol: "Http" }],
                } satisfies Partial<ApplicationGatewayArgs>,
            },
        ],
    },
    check(gateway) {
        checkPolicy(gateway.at("sslPolicy"));
        // The profile of a listener overrides the policy of the gateway.
        gateway.each("sslProfiles", (profile) => {
            if (profile.read("sslPolicy").state !== "unset") {
                checkPolicy(profile.at("sslPolicy"));
            }
        });
        gateway.each("httpListeners", (listener) => {
            listener.expect("protocol", anyCase("Https"));
        });
        // Those of the transport layer.
        gateway.each("listeners", (listener) => {
            listener.expect("protocol", anyCase("Tls"));
        });
    },
});

/** No predefined policy of Azure excludes TLS 1.2. */
function checkPolicy(policy: Inspection): void {
    policy.expect("policyType", anyCase("CustomV2"));
    policy.expect("minProtocolVersion", anyCase("TLSv1_3"));
}
