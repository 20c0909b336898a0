import type { PrivateEndpointArgs } from "@pulumi/azure-native/network/privateEndpoint";
import type { PrivateLinkServiceArgs } from "@pulumi/azure-native/network/privateLinkService";

import { such } from "../../expectation";
import { defineRule } from "../../rule";

const ENDPOINT = "azure-native:network:PrivateEndpoint";

const named = such("un abonnement nommé", (value) => typeof value === "string" && !["", "*"].includes(value));

export const privateLinkKnownParties = defineRule({
    id: "private-link-known-parties",
    title: {
        fr: "Un lien privé ne relie que des parties connues",
        en: "A private link ties known parties only",
    },
    why: {
        fr: "Un lien approuvé à la main par un tiers fait sortir les données du réseau ; un service visible de tous peut être joint depuis tout Azure.",
        en: "A link that a third party approves by hand takes data out of the network; a service that all can see can be joined from all of Azure.",
    },
    remediation: {
        fr: "Déclarer privateLinkServiceConnections, et lister des abonnements dans visibility et autoApproval.",
        en: "Declare privateLinkServiceConnections, and list subscriptions in visibility and autoApproval.",
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/private-link/private-link-service-overview",
    appliesTo: [ENDPOINT, "azure-native:network:PrivateLinkService"],
    examples: {
        compliant: [
            {
                type: "azure-native:network:PrivateLinkService",
                properties: {
                    visibility: { subscriptions: ["00000000-0000-0000-0000-000000000000"] },
                    autoApproval: { subscriptions: [] },
                } satisfies Partial<PrivateLinkServiceArgs>,
            },
            {
                type: "azure-native:network:PrivateEndpoint",
                properties: {
                    privateLinkServiceConnections: [{ groupIds: ["vault"] }],
                } satisfies Partial<PrivateEndpointArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:network:PrivateLinkService",
                properties: {
                    visibility: { subscriptions: ["*"] },
                } satisfies Partial<PrivateLinkServiceArgs>,
            },
            {
                type: "azure-native:network:PrivateEndpoint",
                properties: {
                    manualPrivateLinkServiceConnections: [{ groupIds: ["vault"] }],
                } satisfies Partial<PrivateEndpointArgs>,
            },
        ],
    },
    check(properties, { type }) {
        if (type === ENDPOINT) {
            properties.each("manualPrivateLinkServiceConnections", (connection) => {
                connection.violation("", "attendu aucun lien approuvé à la main par un tiers");
            });
            return;
        }
        for (const list of ["visibility", "autoApproval"]) {
            properties.each([list, "subscriptions"], (subscription) => {
                subscription.expect("", named);
            });
        }
    },
});
