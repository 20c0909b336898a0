import type { VirtualNetworkArgs } from "@pulumi/azure-native/network/virtualNetwork";

import { exactly } from "../../expectation";
import { defineRule } from "../../rule";

export const virtualNetworkEncryption = defineRule({
    id: "virtual-network-encryption",
    title: {
        fr: "Le réseau virtuel chiffre le trafic entre ses machines",
        en: "The virtual network encrypts the traffic between its machines",
    },
    why: {
        fr: "Sans chiffrement du réseau, un flux interne que son application ne chiffre pas circule en clair.",
        en: "Without network encryption, an internal flow that its application does not encrypt travels in clear.",
    },
    remediation: {
        fr: "Mettre encryption.enabled à true sur le réseau virtuel.",
        en: "Set encryption.enabled to true on the virtual network.",
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/virtual-network/virtual-network-encryption-overview",
    appliesTo: ["azure-native:network:VirtualNetwork"],
    examples: {
        compliant: [
            {
                type: "azure-native:network:VirtualNetwork",
                properties: {
                    encryption: { enabled: true, enforcement: "AllowUnencrypted" },
                } satisfies Partial<VirtualNetworkArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:network:VirtualNetwork",
                properties: { encryption: { enabled: false } } satisfies Partial<VirtualNetworkArgs>,
            },
        ],
    },
    check(network) {
        network.expect("encryption.enabled", exactly(true));
    },
});
