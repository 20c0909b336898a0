import type { NatGatewayArgs } from "@pulumi/azure-native/network/natGateway";
import type { PublicIPAddressArgs } from "@pulumi/azure-native/network/publicIPAddress";

import { type Answer, any } from "../../answer";
import { refersTo } from "../../azure/references";
import { defineStackRule, type Subject } from "../../rule";

/** Where each service that may have public addresses lists them: the lists, and the id in an element. */
const PLACES: Readonly<Record<string, readonly (readonly [list: string, id: string])[]>> = {
    "azure-native:network:ApplicationGateway": [["frontendIPConfigurations", "publicIPAddress.id"]],
    "azure-native:network:AzureFirewall": [["ipConfigurations", "publicIPAddress.id"]],
    "azure-native:network:BastionHost": [["ipConfigurations", "publicIPAddress.id"]],
    "azure-native:network:NatGateway": [["publicIpAddresses", "id"]],
};

export const publicAddressAccounted = defineStackRule({
    id: "public-address-accounted",
    title: {
        fr: "Toute adresse publique a un usage connu",
        en: "Every public address has a known use",
    },
    why: {
        fr: "Une adresse publique hors de la passerelle, du pare-feu, de Bastion et du NAT ouvre une entrée non filtrée.",
        en: "A public address other than those of the gateway, the firewall, Bastion and the NAT opens an unfiltered way in.",
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
        Object.entries(PLACES).map(([type, places]) => [type, places.map(([list]) => list)]),
    ),
    check(address, services) {
        address.properties.settle(
            any(services.map((service) => uses(service, address))),
            "",
            "attendu une passerelle, un pare-feu, un Bastion ou un NAT qui emploie cette adresse",
        );
    },
});

function uses(service: Subject, address: Subject): Answer {
    return any(
        (PLACES[service.type] ?? []).map(([list, id]) =>
            service.properties.anyItem(list, (item) => refersTo(service, list, item.readings(id), address)),
        ),
    );
}
