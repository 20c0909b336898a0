import type { SubnetArgs } from "@pulumi/azure-native/network/subnet";

import { exactly } from "../../expectation";
import type { Inspection } from "../../inspection";
import { defineRule } from "../../rule";

export const subnetNoDefaultOutbound = defineRule({
    id: "subnet-no-default-outbound",
    title: {
        fr: "Aucun sous-réseau n’a d’accès sortant par défaut",
        en: "No subnet has default outbound access",
    },
    why: {
        fr: "L’accès par défaut ouvre tout Internet à chaque machine, sans filtrage, par une adresse que nul ne maîtrise.",
        en: "Default access opens all of the Internet to each machine, unfiltered, from an address that nobody controls.",
    },
    remediation: {
        fr: "Mettre defaultOutboundAccess à false, et sortir par un pare-feu ou une passerelle NAT.",
        en: "Set defaultOutboundAccess to false, and go out through a firewall or a NAT gateway.",
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/virtual-network/ip-services/default-outbound-access",
    appliesTo: ["azure-native:network:Subnet", "azure-native:network:VirtualNetwork"],
    examples: {
        compliant: [
            {
                type: "azure-native:network:Subnet",
                properties: {
                    addressPrefix: "10.0.0.0/24",
                    defaultOutboundAccess: false,
                } satisfies Partial<SubnetArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:network:Subnet",
                properties: { addressPrefix: "10.0.0.0/24" } satisfies Partial<SubnetArgs>,
            },
        ],
    },
    check(properties, { type }) {
        if (type === "azure-native:network:Subnet") {
            checkSubnet(properties);
            return;
        }
        if (properties.read("subnets").state === "unset") {
            properties.dismiss();
        }
        properties.each("subnets", checkSubnet);
    },
});

/** Every service that takes a subnet takes a private one: gateways and firewalls have public addresses of their own. */
function checkSubnet(subnet: Inspection): void {
    // Not set means true, or false in a network made by API version 2025-07-01 or a later one.
    subnet.expect("defaultOutboundAccess", exactly(false));
}
