import { publicAddressAccounted } from "../../../policies/rules/network/public-address-accounted";
import { type StackMember, describeStackRule, UNKNOWN } from "../../support/evaluate";

const address: StackMember = {
    type: "azure-native:network:PublicIPAddress",
    name: "address",
    props: { publicIpAddressName: "pip-aplus-dev" },
};
const ID = "/subscriptions/0/resourceGroups/rg/providers/Microsoft.Network/publicIPAddresses/pip-aplus-dev";
const service = (
    type: string,
    list: string,
    item: unknown,
    ...from: readonly StackMember[]
): StackMember => ({
    type: `azure-native:network:${type}`,
    name: "service",
    props: { [list]: [item] },
    dependencies: { [list]: from },
});
const gateway = (id: unknown, ...from: readonly StackMember[]) =>
    service("ApplicationGateway", "frontendIPConfigurations", { publicIPAddress: { id } }, ...from);
const stray = (...members: readonly StackMember[]) => ({
    members: [address, ...members],
    violations: [
        ["address", "attendu une passerelle, un pare-feu ou un Bastion qui emploie cette adresse"],
    ] as const,
});

describeStackRule(publicAddressAccounted, {
    accepts: {
        "the address of a gateway": { members: [address, gateway(ID)] },
        "the address of a gateway, not created yet": { members: [address, gateway(UNKNOWN, address)] },
        "the address of a firewall": {
            members: [address, service("AzureFirewall", "ipConfigurations", { publicIPAddress: { id: ID } })],
        },
        "the address of a Bastion": {
            members: [address, service("BastionHost", "ipConfigurations", { publicIPAddress: { id: ID } })],
        },
        "the address that manages a firewall": {
            members: [
                address,
                {
                    ...service("AzureFirewall", "ipConfigurations", { publicIPAddress: { id: `${ID}-2` } }),
                    props: { managementIpConfiguration: { publicIPAddress: { id: ID } } },
                },
            ],
        },
        "the address of a VPN gateway": {
            members: [
                address,
                service("VirtualNetworkGateway", "ipConfigurations", { publicIPAddress: { id: ID } }),
            ],
        },
        "the address of a NAT gateway": {
            members: [address, service("NatGateway", "publicIpAddresses", { id: ID })],
        },
    },
    rejects: {
        "an address by itself": stray(),
        "an address beside a gateway with another": stray(gateway(`${ID}-2`)),
    },
    unset: { "the address of the gateway": stray(gateway(null)) },
    unknown: {
        "the only address of a gateway": {
            members: [address, gateway(UNKNOWN)],
            unknowns: ["service/frontendIPConfigurations[0].publicIPAddress.id"],
        },
    },
    otherType: "azure-native:network:NatGateway",
});
