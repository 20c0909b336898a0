import type { RouteArgs } from "@pulumi/azure-native/cdn/route";

import { all, any } from "../../answer";
import { anyCase, exactly, isScalar } from "../../expectation";
import { defineRule } from "../../rule";

/** Of the classic CDN. */
const ENDPOINT = "azure-native:cdn:Endpoint";

export const frontDoorHttpsOnly = defineRule({
    id: "front-door-https-only",
    title: {
        fr: "Front Door ne sert et ne joint qu’en HTTPS",
        en: "Front Door serves and reaches over HTTPS only",
    },
    why: {
        fr: "En HTTP, dossiers et mots de passe traversent Internet en clair, jusqu’au serveur d’origine.",
        en: "Over HTTP, records and passwords cross the Internet in clear, as far as the origin server.",
    },
    remediation: {
        fr: "Sur les routes, supportedProtocols « Https » ou httpsRedirect « Enabled », et forwardingProtocol « HttpsOnly » ; sur un Endpoint, isHttpAllowed à false.",
        en: 'On routes, supportedProtocols "Https" or httpsRedirect "Enabled", and forwardingProtocol "HttpsOnly"; on an Endpoint, isHttpAllowed false.',
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/frontdoor/end-to-end-tls",
    appliesTo: [ENDPOINT, "azure-native:cdn:Route"],
    examples: {
        compliant: [
            {
                type: "azure-native:cdn:Route",
                properties: {
                    supportedProtocols: ["Https"],
                    forwardingProtocol: "HttpsOnly",
                } satisfies Partial<RouteArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:cdn:Route",
                properties: {
                    supportedProtocols: ["Http", "Https"],
                    forwardingProtocol: "MatchRequest",
                } satisfies Partial<RouteArgs>,
            },
        ],
    },
    check(properties, { type }) {
        if (type === ENDPOINT) {
            // Not set means true.
            properties.expect("isHttpAllowed", exactly(false));
            return;
        }
        // Not set means "MatchRequest".
        properties.expect("forwardingProtocol", anyCase("HttpsOnly"));
        const protocols = properties.readings("supportedProtocols");
        const allHttps =
            protocols.length === 0
                ? "no"
                : all(
                      protocols.map((protocol) =>
                          properties.some(
                              [protocol],
                              (value) => isScalar(value) && anyCase("Https").accepts(value),
                          ),
                      ),
                  );
        properties.settle(
            any([properties.meets("httpsRedirect", anyCase("Enabled")), allHttps]),
            "supportedProtocols",
            "attendu « Https » seulement, ou httpsRedirect à « Enabled »",
        );
    },
});
