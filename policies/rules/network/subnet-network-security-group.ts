import type { SubnetArgs } from "@pulumi/azure-native/network/subnet";

import { reference } from "../../expectation";
import type { Inspection } from "../../inspection";
import { defineRule } from "../../rule";

/** Subnets whose service refuses a security group or brings its own filtering. */
const EXEMPT_NAMES: readonly string[] = [
    "AzureFirewallManagementSubnet",
    "AzureFirewallSubnet",
    "GatewaySubnet",
    "RouteServerSubnet",
];

const aGroup = reference("un groupe de sécurité réseau");

export const subnetNetworkSecurityGroup = defineRule({
    id: "subnet-network-security-group",
    title: {
        fr: "Tout sous-réseau est filtré par un groupe de sécurité réseau",
        en: "Every subnet is filtered by a network security group",
    },
    why: {
        fr: "Sans groupe de sécurité, les sous-réseaux ne sont pas cloisonnés : une intrusion se propage librement.",
        en: "Without a security group, subnets are not segregated: an intrusion spreads freely.",
    },
    remediation: {
        fr: "Associer un groupe de sécurité réseau au sous-réseau.",
        en: "Associate a network security group with the subnet.",
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview",
    appliesTo: ["azure-native:network:Subnet", "azure-native:network:VirtualNetwork"],
    examples: {
        compliant: [
            {
                type: "azure-native:network:Subnet",
                properties: {
                    subnetName: "nodes",
                    networkSecurityGroup: {
                        id: "/subscriptions/0000/resourceGroups/rg-example/providers/Microsoft.Network/networkSecurityGroups/nsg-example",
                    },
                } satisfies Partial<SubnetArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:network:Subnet",
                properties: {
                    subnetName: "nodes",
                    addressPrefix: "10.0.0.0/24",
                } satisfies Partial<SubnetArgs>,
            },
        ],
    },
    check(properties, { type }) {
        if (type === "azure-native:network:Subnet") {
            checkSubnet(properties, "subnetName");
            return;
        }
        if (properties.read("subnets").state === "unset") {
            properties.dismiss();
        }
        properties.each("subnets", (subnet) => {
            checkSubnet(subnet, "name");
        });
    },
});

function checkSubnet(subnet: Inspection, nameProperty: string): void {
    const name = subnet.read(nameProperty);
    if (name.state === "known" && EXEMPT_NAMES.some((exempt) => exempt === name.value)) {
        return;
    }
    subnet.expectReference("networkSecurityGroup.id", aGroup);
}
