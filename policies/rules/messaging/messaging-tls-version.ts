import type { NamespaceArgs } from "@pulumi/azure-native/eventhub/namespace";

import { anyCase } from "../../expectation";
import { defineRule } from "../../rule";

const EVENT_HUBS = "azure-native:eventhub:Namespace";
const IOT_HUB = "azure-native:iothub:IotHubResource";

const PLAIN = "minimumTlsVersion";

/** Where a type has its oldest TLS version. */
const paths: Readonly<Record<string, string>> = {
    "azure-native:eventgrid:Domain": "minimumTlsVersionAllowed",
    "azure-native:eventgrid:Namespace": "minimumTlsVersionAllowed",
    "azure-native:eventgrid:PartnerNamespace": "minimumTlsVersionAllowed",
    "azure-native:eventgrid:Topic": "minimumTlsVersionAllowed",
    [IOT_HUB]: "properties.minTlsVersion",
    "azure-native:servicebus:Namespace": PLAIN,
    [EVENT_HUBS]: PLAIN,
};

const namespace = (minimumTlsVersion: string) => ({
    type: EVENT_HUBS,
    properties: { minimumTlsVersion } satisfies Partial<NamespaceArgs>,
});

export const messagingTlsVersion = defineRule({
    id: "messaging-tls-version",
    title: {
        fr: "Files de messages et bus d’événements exigent TLS 1.2 au minimum",
        en: "Message queues and event buses require at least TLS 1.2",
    },
    why: {
        fr: "TLS 1.0 et 1.1 sont cassables : les messages se liraient sur le réseau.",
        en: "TLS 1.0 and 1.1 can be broken: messages could be read on the network.",
    },
    remediation: {
        fr: "Mettre la version minimale de TLS à « 1.2 », ou « 1.3 » là où le service l’admet.",
        en: 'Set the minimum TLS version to "1.2", or "1.3" where the service takes it.',
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/event-hubs/transport-layer-security-configure-minimum-version",
    appliesTo: Object.keys(paths),
    examples: { compliant: [namespace("1.2")], violation: [namespace("1.0")] },
    // The version of an IoT hub is fixed when it is created.
    remedies: (type) => (type === IOT_HUB ? [] : [{ path: paths[type] ?? PLAIN, value: "1.2" }]),
    check(properties, { type }) {
        // What not set means depends on the age of the namespace.
        properties.expect(paths[type] ?? PLAIN, anyCase("1.2", "1.3"));
    },
});
