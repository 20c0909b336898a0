import type { VirtualNetworkGatewayArgs } from "@pulumi/azure-native/network/virtualNetworkGateway";

import { anyCase, falseOrUnset, isScalar, such } from "../../expectation";
import { defineRule } from "../../rule";

/** Not set means "Basic". */
const recent = such("un modèle VpnGw", (value) => /^vpngw/i.test(String(value)));

export const vpnGatewayHardened = defineRule({
    id: "vpn-gateway-hardened",
    title: {
        fr: "La passerelle VPN n’accepte que des protocoles et un modèle récents",
        en: "The VPN gateway accepts only recent protocols and a recent model",
    },
    why: {
        fr: "Le modèle « Basic » n’a ni IKEv2 ni règles de chiffrement, et SSTP n’offre pas TLS 1.3 ; sans protection, un paquet capté se rejoue.",
        en: 'The "Basic" model has neither IKEv2 nor encryption policies, and SSTP has no TLS 1.3; without protection, a captured packet can be replayed.',
    },
    remediation: {
        fr: "Prendre un modèle VpnGwAZ, « RouteBased », avec IkeV2 ou OpenVPN, et garder la protection contre le rejeu.",
        en: 'Take a VpnGwAZ model, "RouteBased", with IkeV2 or OpenVPN, and keep replay protection.',
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpn-gateway-settings",
    appliesTo: ["azure-native:network:VirtualNetworkGateway"],
    examples: {
        compliant: [
            {
                type: "azure-native:network:VirtualNetworkGateway",
                properties: {
                    gatewayType: "Vpn",
                    vpnType: "RouteBased",
                    sku: { name: "VpnGw2AZ" },
                    vpnClientConfiguration: { vpnClientProtocols: ["OpenVPN"] },
                } satisfies Partial<VirtualNetworkGatewayArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:network:VirtualNetworkGateway",
                properties: {
                    gatewayType: "Vpn",
                    vpnType: "PolicyBased",
                    sku: { name: "Basic" },
                } satisfies Partial<VirtualNetworkGatewayArgs>,
            },
        ],
    },
    check(gateway) {
        const kind = gateway.read("gatewayType");
        if (kind.state === "known" && isScalar(kind.value) && anyCase("ExpressRoute").accepts(kind.value)) {
            gateway.dismiss();
            return;
        }
        gateway.expect("sku.name", recent);
        gateway.expect("vpnType", anyCase("RouteBased"));
        gateway.expect("disableIPSecReplayProtection", falseOrUnset);
        if (gateway.read("vpnClientConfiguration").state !== "unset") {
            // Without a list, Azure offers SSTP too.
            gateway.each(
                "vpnClientConfiguration.vpnClientProtocols",
                (protocol) => {
                    protocol.expect("", anyCase("IkeV2", "OpenVPN"));
                },
                { required: true },
            );
        }
    },
});
