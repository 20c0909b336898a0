import { eventWebhookAuthenticated } from "../../../policies/rules/messaging/event-webhook-authenticated";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const webhook = (endpointUrl: unknown, application: unknown = "api://records") => ({
    endpointType: "WebHook",
    endpointUrl,
    azureActiveDirectoryApplicationIdOrUri: application,
});
const HTTPS = "attendu une adresse en https";
const TYPES = [
    "DomainEventSubscription",
    "DomainTopicEventSubscription",
    "EventSubscription",
    "PartnerTopicEventSubscription",
    "SystemTopicEventSubscription",
    "TopicEventSubscription",
].map((type) => `azure-native:eventgrid:${type}`);

describeRule(eventWebhookAuthenticated, {
    type: "azure-native:eventgrid:EventSubscription",
    accepts: {
        "a webhook with an identity": compliant({ destination: webhook("HTTPS://records.example/events") }),
        "an application that comes later": compliant({
            destination: webhook("https://records.example/events", UNKNOWN),
        }),
        "a queue": compliant({ destination: { endpointType: "StorageQueue" } }),
    },
    rejects: {
        ...Object.fromEntries(
            TYPES.map((type) => [
                `a webhook in clear by ${type}`,
                {
                    ...violation(
                        { destination: webhook("http://records.example/https://records") },
                        `destination.endpointUrl : ${HTTPS}`,
                    ),
                    type,
                },
            ]),
        ),
        "an address without host": violation(
            { destination: webhook("https:///events") },
            `destination.endpointUrl : ${HTTPS}`,
        ),
        "a webhook in clear, in the name of an identity": violation(
            { deliveryWithResourceIdentity: { destination: webhook("http://records.example") } },
            `deliveryWithResourceIdentity.destination.endpointUrl : ${HTTPS}`,
        ),
        "an empty application": violation(
            { destination: webhook("https://records.example", "") },
            "destination.azureActiveDirectoryApplicationIdOrUri : attendu une application Entra, obtenu «  »",
        ),
    },
    unset: {
        "the destination": compliant({}),
        "what a webhook is": violation(
            { destination: { endpointType: "webhook" } },
            `destination.endpointUrl : ${HTTPS}`,
            "destination.azureActiveDirectoryApplicationIdOrUri : attendu une application Entra, non défini",
        ),
    },
    unknown: {
        "the address": undecided({ destination: webhook(UNKNOWN) }, "destination.endpointUrl"),
        "the destination": undecided({ destination: UNKNOWN }, "destination"),
    },
    otherType: "azure-native:eventgrid:Topic",
});
