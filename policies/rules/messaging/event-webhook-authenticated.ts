import type { EventSubscriptionArgs } from "@pulumi/azure-native/eventgrid/eventSubscription";

import { anyCase, httpsAddress, reference } from "../../expectation";
import type { Inspection } from "../../inspection";
import { defineRule } from "../../rule";

const SUBSCRIPTION = "azure-native:eventgrid:EventSubscription";

/** An event is sent straight, or in the name of a managed identity. */
const DESTINATIONS = ["destination", "deliveryWithResourceIdentity.destination"];

const subscription = (endpointUrl: string) => ({
    type: SUBSCRIPTION,
    properties: {
        destination: {
            endpointType: "WebHook",
            endpointUrl,
            azureActiveDirectoryApplicationIdOrUri: "api://records",
        },
    } satisfies Partial<EventSubscriptionArgs>,
});

export const eventWebhookAuthenticated = defineRule({
    id: "event-webhook-authenticated",
    title: {
        fr: "Un événement n’est remis à un webhook qu’en HTTPS et avec une identité Entra",
        en: "An event is delivered to a webhook over HTTPS and with an Entra identity only",
    },
    why: {
        fr: "Sans identité, l’adresse seule ouvre le webhook : quiconque la connaît y dépose de faux événements.",
        en: "Without identity, the address alone opens the webhook: anyone who knows it leaves false events there.",
    },
    remediation: {
        fr: "Donner une adresse en https et azureActiveDirectoryApplicationIdOrUri.",
        en: "Give an https address and azureActiveDirectoryApplicationIdOrUri.",
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/event-grid/secure-webhook-delivery",
    appliesTo: [
        "azure-native:eventgrid:DomainEventSubscription",
        "azure-native:eventgrid:DomainTopicEventSubscription",
        "azure-native:eventgrid:PartnerTopicEventSubscription",
        "azure-native:eventgrid:SystemTopicEventSubscription",
        "azure-native:eventgrid:TopicEventSubscription",
        SUBSCRIPTION,
    ],
    examples: {
        compliant: [subscription("https://records.example/events")],
        violation: [subscription("http://records.example/events")],
    },
    check(properties) {
        for (const path of DESTINATIONS) {
            const destination = properties.at(path);
            destination.given("endpointType", (type) => {
                if (anyCase("WebHook").accepts(type)) {
                    judgeWebhook(destination);
                }
            });
        }
    },
});

/** The address often holds a key: it is not quoted. */
function judgeWebhook(webhook: Inspection): void {
    webhook.given("endpointUrl", (address) => {
        if (!httpsAddress.accepts(address)) {
            webhook.violation("endpointUrl", "attendu une adresse en https");
        }
    });
    webhook.expectReference("azureActiveDirectoryApplicationIdOrUri", reference("une application Entra"));
}
