import type { LoadBalancerArgs } from "@pulumi/azure-native/network/loadBalancer";

import { anyCase } from "../../expectation";
import { defineRule } from "../../rule";

export const loadBalancerInternal = defineRule({
    id: "load-balancer-internal",
    title: {
        fr: "Aucun équilibreur de charge n’a d’adresse publique",
        en: "No load balancer has a public address",
    },
    why: {
        fr: "Il transmet tout, sans pare-feu applicatif ni TLS : une entrée publique contourne la passerelle.",
        en: "It passes on everything, without a web firewall or TLS: a public entry bypasses the gateway.",
    },
    remediation: {
        fr: "Donner à chaque frontendIPConfigurations un sous-réseau, et publier par la passerelle applicative.",
        en: "Give each of frontendIPConfigurations a subnet, and publish through the application gateway.",
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/load-balancer/components",
    appliesTo: ["azure-native:network:LoadBalancer"],
    examples: {
        compliant: [
            {
                type: "azure-native:network:LoadBalancer",
                properties: {
                    sku: { name: "Standard" },
                    frontendIPConfigurations: [
                        { name: "internal", subnet: { id: "/subscriptions/0000/…/subnets/apps" } },
                    ],
                } satisfies Partial<LoadBalancerArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:network:LoadBalancer",
                properties: {
                    sku: { name: "Standard" },
                    frontendIPConfigurations: [
                        {
                            name: "public",
                            publicIPAddress: { id: "/subscriptions/0000/…/publicIPAddresses/pip" },
                        },
                    ],
                } satisfies Partial<LoadBalancerArgs>,
            },
        ],
    },
    check(balancer) {
        // Not set means "Basic", which is open by default and retired.
        balancer.expect("sku.name", anyCase("Standard", "Gateway"));
        balancer.each("frontendIPConfigurations", (frontend) => {
            for (const property of ["publicIPAddress", "publicIPPrefix"]) {
                const reading = frontend.read(property);
                // An address that is not known yet is one all the same; a frontend that is not may have none.
                if (
                    reading.state === "known" ||
                    (reading.state === "unknown" && reading.path === frontend.pathOf(property))
                ) {
                    frontend.violation(property, "attendu une adresse privée");
                } else {
                    frontend.note(reading);
                }
            }
        });
    },
});
