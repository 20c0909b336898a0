import type { NetworkInterfaceArgs } from "@pulumi/azure-native/network/networkInterface";

import { falseOrUnset } from "../../expectation";
import { defineRule } from "../../rule";

export const networkInterfaceNoForwarding = defineRule({
    id: "network-interface-no-forwarding",
    title: {
        fr: "Aucune machine ne fait suivre le trafic des autres",
        en: "No machine forwards the traffic of others",
    },
    why: {
        fr: "Une machine compromise qui route le trafic l’écoute, ou contourne le pare-feu.",
        en: "A compromised machine that routes traffic listens to it, or bypasses the firewall.",
    },
    remediation: {
        fr: "Laisser enableIPForwarding à false, hors des équipements de sécurité.",
        en: "Leave enableIPForwarding false, except on security appliances.",
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/virtual-network/virtual-network-network-interface",
    appliesTo: ["azure-native:network:NetworkInterface"],
    examples: {
        compliant: [
            {
                type: "azure-native:network:NetworkInterface",
                properties: { enableIPForwarding: false } satisfies Partial<NetworkInterfaceArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:network:NetworkInterface",
                properties: { enableIPForwarding: true } satisfies Partial<NetworkInterfaceArgs>,
            },
        ],
    },
    check(card) {
        // Not set means false.
        card.expect("enableIPForwarding", falseOrUnset);
    },
});
