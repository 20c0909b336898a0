import type { NamespaceArgs } from "@pulumi/azure-native/servicebus/namespace";

import { anyCase } from "../../expectation";
import { defineRule } from "../../rule";

const SERVICE_BUS = "azure-native:servicebus:Namespace";

const PLAIN = "publicNetworkAccess";

/** Where a type tells whether the Internet reaches it; not set means that it does. */
const paths: Readonly<Record<string, string>> = {
    "azure-native:eventgrid:Domain": PLAIN,
    "azure-native:eventgrid:Namespace": PLAIN,
    "azure-native:eventgrid:PartnerNamespace": PLAIN,
    "azure-native:eventgrid:Topic": PLAIN,
    "azure-native:eventhub:Namespace": PLAIN,
    "azure-native:eventhub:NamespaceNetworkRuleSet": PLAIN,
    "azure-native:iothub:IotHubResource": "properties.publicNetworkAccess",
    "azure-native:servicebus:NamespaceNetworkRuleSet": PLAIN,
    [SERVICE_BUS]: PLAIN,
};

const namespace = (publicNetworkAccess: string) => ({
    type: SERVICE_BUS,
    properties: { publicNetworkAccess } satisfies Partial<NamespaceArgs>,
});

export const messagingNotPublic = defineRule({
    id: "messaging-not-public",
    title: {
        fr: "Aucune file de messages ni aucun bus d’événements n’est joignable depuis Internet",
        en: "No message queue and no event bus can be reached from the Internet",
    },
    why: {
        fr: "Un message porte ce que les applications échangent : rendez-vous, résultats, identités.",
        en: "A message bears what applications exchange: appointments, results, identities.",
    },
    remediation: {
        fr: "Mettre publicNetworkAccess à « Disabled » et passer par un point de terminaison privé.",
        en: 'Set publicNetworkAccess to "Disabled" and use a private endpoint.',
    },
    severity: "critical",
    url: "https://learn.microsoft.com/azure/service-bus-messaging/private-link-service",
    appliesTo: Object.keys(paths),
    examples: { compliant: [namespace("Disabled")], violation: [namespace("Enabled")] },
    check(properties, { type }) {
        properties.expect(paths[type] ?? PLAIN, anyCase("Disabled"));
    },
});
