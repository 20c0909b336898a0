import type { PublicIPAddressArgs } from "@pulumi/azure-native/network/publicIPAddress";

import { anyCase } from "../../expectation";
import { defineRule } from "../../rule";

export const publicAddressStandard = defineRule({
    id: "public-address-standard",
    title: {
        fr: "Toute adresse publique est statique et fermée par défaut",
        en: "Every public address is static and closed by default",
    },
    why: {
        fr: "Une adresse « Basic » laisse tout entrer sans groupe de sécurité ; une adresse dynamique, rendue, échoit à un autre client avec son nom DNS.",
        en: 'A "Basic" address lets everything in without a security group; a dynamic one, once released, falls to another customer with its DNS name.',
    },
    remediation: {
        fr: "Prendre sku.name « Standard » et publicIPAllocationMethod « Static ».",
        en: 'Take sku.name "Standard" and publicIPAllocationMethod "Static".',
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/virtual-network/ip-services/public-ip-addresses",
    appliesTo: ["azure-native:network:PublicIPAddress"],
    examples: {
        compliant: [
            {
                type: "azure-native:network:PublicIPAddress",
                properties: {
                    sku: { name: "Standard" },
                    publicIPAllocationMethod: "Static",
                } satisfies Partial<PublicIPAddressArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:network:PublicIPAddress",
                properties: {
                    sku: { name: "Basic" },
                    publicIPAllocationMethod: "Dynamic",
                } satisfies Partial<PublicIPAddressArgs>,
            },
        ],
    },
    check(address) {
        // Not set means "Basic", and "Dynamic".
        address.expect("sku.name", anyCase("Standard", "StandardV2"));
        address.expect("publicIPAllocationMethod", anyCase("Static"));
    },
});
