import type { NamespaceArgs } from "@pulumi/azure-native/servicebus/namespace";

import { exactly } from "../../expectation";
import { defineRule } from "../../rule";

const SERVICE_BUS = "azure-native:servicebus:Namespace";

const PLAIN = "disableLocalAuth";

/** Where a type tells whether keys open it; not set means that they do. */
const paths: Readonly<Record<string, string>> = {
    "azure-native:eventgrid:Domain": PLAIN,
    "azure-native:eventgrid:PartnerNamespace": PLAIN,
    "azure-native:eventgrid:Topic": PLAIN,
    "azure-native:eventhub:Namespace": PLAIN,
    "azure-native:iothub:IotHubResource": "properties.disableLocalAuth",
    [SERVICE_BUS]: PLAIN,
};

const namespace = (disableLocalAuth: boolean) => ({
    type: SERVICE_BUS,
    properties: { disableLocalAuth } satisfies Partial<NamespaceArgs>,
});

export const messagingEntraOnly = defineRule({
    id: "messaging-entra-only",
    title: {
        fr: "Files de messages et bus d’événements n’admettent que des identités Entra, jamais une clé",
        en: "Message queues and event buses take Entra identities only, never a key",
    },
    why: {
        fr: "Une clé partagée fuit dans une configuration, n’expire pas et ne dit pas qui s’en sert.",
        en: "A shared key leaks in a configuration, does not expire and does not tell who uses it.",
    },
    remediation: {
        fr: "Mettre disableLocalAuth à true et donner des rôles de données aux identités des applications.",
        en: "Set disableLocalAuth to true and grant data roles to the identities of the applications.",
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/service-bus-messaging/disable-local-authentication",
    appliesTo: Object.keys(paths),
    examples: { compliant: [namespace(true)], violation: [namespace(false)] },
    check(properties, { type }) {
        properties.expect(paths[type] ?? PLAIN, exactly(true));
    },
});
