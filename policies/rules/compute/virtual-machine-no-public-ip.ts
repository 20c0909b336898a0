import type { NetworkInterfaceArgs } from "@pulumi/azure-native/network/networkInterface";

import { machineOf, virtualMachineTypes } from "../../azure/virtual-machines";
import { defineRule } from "../../rule";

const NETWORK_INTERFACE = "azure-native:network:NetworkInterface";
const WHY = "attendu aucune adresse publique";

export const virtualMachineNoPublicIp = defineRule({
    id: "virtual-machine-no-public-ip",
    title: {
        fr: "Aucune machine virtuelle n’a d’adresse IP publique",
        en: "No virtual machine has a public IP address",
    },
    why: {
        fr: "Une machine adressable depuis Internet est sondée en quelques minutes et contourne la passerelle.",
        en: "A machine with an address on the Internet is probed within minutes, and bypasses the gateway.",
    },
    remediation: {
        fr: "Retirer publicIPAddress et publicIPAddressConfiguration ; entrer par Bastion, sortir par le pare-feu.",
        en: "Remove publicIPAddress and publicIPAddressConfiguration; enter by Bastion, leave by the firewall.",
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/virtual-network/ip-services/default-outbound-access",
    appliesTo: [...virtualMachineTypes, NETWORK_INTERFACE],
    examples: {
        compliant: [
            {
                type: "azure-native:network:NetworkInterface",
                properties: {
                    ipConfigurations: [
                        {
                            name: "private",
                            subnet: {
                                id: "/subscriptions/0/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet/subnets/nodes",
                            },
                        },
                    ],
                } satisfies Partial<NetworkInterfaceArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:network:NetworkInterface",
                properties: {
                    ipConfigurations: [
                        {
                            name: "public",
                            publicIPAddress: {
                                id: "/subscriptions/0/resourceGroups/rg/providers/Microsoft.Network/publicIPAddresses/pip",
                            },
                        },
                    ],
                } satisfies Partial<NetworkInterfaceArgs>,
            },
        ],
    },
    check(properties, { type }) {
        if (type === NETWORK_INTERFACE) {
            properties.each("ipConfigurations", (address) => {
                address.forbid("publicIPAddress", WHY);
            });
            return;
        }
        machineOf(properties, type).each("networkProfile.networkInterfaceConfigurations", (card) => {
            card.each("ipConfigurations", (address) => {
                address.forbid("publicIPAddressConfiguration", WHY);
            });
        });
    },
});
