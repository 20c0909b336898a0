import type { WebhookArgs } from "@pulumi/azure-native/containerregistry/webhook";

import { httpsAddress } from "../../expectation";
import { defineRule } from "../../rule";

export const containerRegistryWebhookHttps = defineRule({
    id: "container-registry-webhook-https",
    title: {
        fr: "Les notifications du registre partent chiffrées",
        en: "The notifications of the registry leave encrypted",
    },
    why: {
        fr: "Une notification en clair dit quelles images tournent et laisse lire, ou forger, ce qui déclenche un déploiement.",
        en: "A notification in clear tells which images run, and lets others read or forge what triggers a deployment.",
    },
    remediation: {
        fr: "Donner à serviceUri une adresse https://.",
        en: "Give serviceUri an https:// address.",
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/container-registry/container-registry-webhook",
    appliesTo: ["azure-native:containerregistry:Webhook"],
    examples: {
        compliant: [
            {
                type: "azure-native:containerregistry:Webhook",
                properties: {
                    serviceUri: "https://hooks.exemple.example/images",
                } satisfies Partial<WebhookArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:containerregistry:Webhook",
                properties: {
                    serviceUri: "http://hooks.exemple.example/images",
                } satisfies Partial<WebhookArgs>,
            },
        ],
    },
    check(webhook) {
        // Such an address may carry a password: it is not quoted.
        webhook.given("serviceUri", (uri) => {
            if (!httpsAddress.accepts(uri)) {
                webhook.violation("serviceUri", "attendu une adresse https://");
            }
        });
    },
});
