import type { VirtualNetworkGatewayConnectionArgs } from "@pulumi/azure-native/network/virtualNetworkGatewayConnection";

import { anyCase, isScalar } from "../../expectation";
import { defineRule } from "../../rule";

const curves = anyCase("ECP256", "ECP384");

/** ANSSI, recommandations de sécurité relatives à IPsec: AES, SHA-2, and groups of 3072 bits or elliptic curves. */
const STRONG = {
    ikeEncryption: anyCase("AES128", "AES192", "AES256", "GCMAES128", "GCMAES256"),
    ikeIntegrity: anyCase("SHA256", "SHA384", "GCMAES128", "GCMAES256"),
    dhGroup: curves,
    ipsecEncryption: anyCase("AES128", "AES192", "AES256", "GCMAES128", "GCMAES192", "GCMAES256"),
    ipsecIntegrity: anyCase("SHA256", "GCMAES128", "GCMAES192", "GCMAES256"),
    pfsGroup: curves,
};

export const vpnConnectionStrongEncryption = defineRule({
    id: "vpn-connection-strong-encryption",
    title: {
        fr: "Une liaison VPN n’emploie que des algorithmes robustes",
        en: "A VPN connection uses strong algorithms only",
    },
    why: {
        fr: "Par défaut, Azure accepte 3DES, SHA-1 et le groupe DH 2, à la portée d’un attaquant équipé.",
        en: "By default, Azure accepts 3DES, SHA-1 and DH group 2, within reach of a well-equipped attacker.",
    },
    remediation: {
        fr: "Déclarer ipsecPolicies en IKEv2, AES, SHA-2 et courbes elliptiques, et faire de sharedKey un secret Pulumi.",
        en: "Declare ipsecPolicies with IKEv2, AES, SHA-2 and elliptic curves, and make sharedKey a Pulumi secret.",
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-compliance-crypto",
    appliesTo: ["azure-native:network:VirtualNetworkGatewayConnection"],
    examples: {
        compliant: [
            {
                type: "azure-native:network:VirtualNetworkGatewayConnection",
                properties: {
                    connectionType: "IPsec",
                    connectionProtocol: "IKEv2",
                    ipsecPolicies: [
                        {
                            ikeEncryption: "AES256",
                            ikeIntegrity: "SHA384",
                            dhGroup: "ECP384",
                            ipsecEncryption: "GCMAES256",
                            ipsecIntegrity: "GCMAES256",
                            pfsGroup: "ECP384",
                            saDataSizeKilobytes: 102400000,
                            saLifeTimeSeconds: 3600,
                        },
                    ],
                } satisfies Partial<VirtualNetworkGatewayConnectionArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:network:VirtualNetworkGatewayConnection",
                properties: {
                    connectionType: "IPsec",
                    connectionProtocol: "IKEv1",
                } satisfies Partial<VirtualNetworkGatewayConnectionArgs>,
            },
        ],
    },
    check(connection) {
        const kind = connection.read("connectionType");
        if (kind.state === "known" && isScalar(kind.value) && anyCase("ExpressRoute").accepts(kind.value)) {
            connection.dismiss();
            return;
        }
        // What it is where it is not set, Azure does not say.
        connection.expect("connectionProtocol", anyCase("IKEv2"));
        connection.expectSecret("sharedKey");
        // Without a policy, Azure proposes the weak algorithms too.
        connection.each(
            "ipsecPolicies",
            (policy) => {
                for (const [property, strong] of Object.entries(STRONG)) {
                    policy.expect(property, strong);
                }
            },
            { required: true },
        );
    },
});
