import type { NatGatewayArgs } from "@pulumi/azure-native/network/natGateway";
import type { PublicIPAddressArgs } from "@pulumi/azure-native/network/publicIPAddress";

import { type Answer, any } from "../../answer";
import { refersTo } from "../../azure/references";
import type { Inspection } from "../../inspection";
import { defineStackRule, type Subject } from "../../rule";

/** Where each service that may have public addresses holds them: the properties, and the id in their value or in each element of it. */
const PLACES: Readonly<Record<string, readonly (readonly [property: string, id: string])[]>> = {
    "azure-native:network:ApplicationGateway": [["frontendIPConfigurations", "publicIPAddress.id"]],
    "azure-native:network:AzureFirewall": [
        ["ipConfigurations", "publicIPAddress.id"],
        ["managementIpConfiguration", "publicIPAddress.id"],
    ],
    "azure-native:network:BastionHost": [["ipConfigurations", "publicIPAddress.id"]],
    "azure-native:network:NatGateway": [["publicIpAddresses", "id"]],
    "azure-native:network:VirtualNetworkGateway": [["ipConfigurations", "publicIPAddress.id"]],
};

export const publicAddressAccounted = defineStackRule({
    id: "public-address-accounted",
    title: {
        fr: "Toute adresse publique a un usage connu",
        en: "Every public address has a known use",
    },
    why: {
        fr: "Une adresse publique hors des passerelles (applicative, VPN, NAT), du pare-feu et de Bastion ouvre une entrée non filtrée.",
        en: "A public address other than those of the gateways (application, VPN, NAT), the firewall and Bastion opens an unfiltered way in.",
    },
    remediation: {
        fr: "Supprimer l’adresse, ou l’attacher à l’un de ces services.",
        en: "Remove the address, or attach it to one of these services.",
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/virtual-network/ip-services/public-ip-addresses",
    appliesTo: ["azure-native:network:PublicIPAddress"],
    examples: {
        compliant: [
            {
                type: "azure-native:network:PublicIPAddress",
                properties: { publicIpAddressName: "pip-example" } satisfies Partial<PublicIPAddressArgs>,
            },
            {
                type: "azure-native:network:NatGateway",
                properties: {
                    publicIpAddresses: [
                        {
                            id: "/subscriptions/0000/resourceGroups/rg-example/providers/Microsoft.Network/publicIPAddresses/pip-example",
                        },
                    ],
                } satisfies Partial<NatGatewayArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:network:PublicIPAddress",
                properties: { publicIpAddressName: "pip-example" } satisfies Partial<PublicIPAddressArgs>,
            },
        ],
    },
    reads: Object.fromEntries(
        Object.entries(PLACES).map(([type, places]) => [type, places.map(([property]) => property)]),
    ),
    check(address, services) {
        address.properties.settle(
            any(services.map((service) => uses(service, address))),
            "",
            "attendu une passerelle, un pare-feu ou un Bastion qui emploie cette adresse",
        );
    },
});

function uses(service: Subject, address: Subject): Answer {
    return any(
        (PLACES[service.type] ?? []).map(([property, id]) => {
            const { properties } = service;
            const holds = (place: Inspection) => refersTo(service, property, place.readings(id), address);
            const value = properties.read(property);
            return value.state === "known" && !Array.isArray(value.value)
                ? holds(properties.at(property))
                : properties.anyItem(property, holds);
        }),
    );
}
