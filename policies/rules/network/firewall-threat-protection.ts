import type { AzureFirewallArgs } from "@pulumi/azure-native/network/azureFirewall";
import type { FirewallPolicyArgs } from "@pulumi/azure-native/network/firewallPolicy";

import { anyCase, reference } from "../../expectation";
import { defineRule } from "../../rule";

const FIREWALL = "azure-native:network:AzureFirewall";

export const firewallThreatProtection = defineRule({
    id: "firewall-threat-protection",
    title: {
        fr: "Le pare-feu bloque les menaces connues",
        en: "The firewall blocks known threats",
    },
    why: {
        fr: "Par défaut, le pare-feu ne fait que signaler les adresses malveillantes et laisse passer les intrusions.",
        en: "By default, the firewall only reports malicious addresses and lets intrusions through.",
    },
    remediation: {
        fr: "Associer au pare-feu une stratégie dont threatIntelMode et intrusionDetection.mode valent « Deny ».",
        en: 'Give the firewall a policy whose threatIntelMode and intrusionDetection.mode are "Deny".',
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/firewall/threat-intel",
    appliesTo: [FIREWALL, "azure-native:network:FirewallPolicy"],
    examples: {
        compliant: [
            {
                type: "azure-native:network:FirewallPolicy",
                properties: {
                    threatIntelMode: "Deny",
                    intrusionDetection: { mode: "Deny" },
                } satisfies Partial<FirewallPolicyArgs>,
            },
            {
                type: "azure-native:network:AzureFirewall",
                properties: {
                    firewallPolicy: {
                        id: "/subscriptions/0000/resourceGroups/rg-example/providers/Microsoft.Network/firewallPolicies/afwp-example",
                    },
                } satisfies Partial<AzureFirewallArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:network:FirewallPolicy",
                properties: { threatIntelMode: "Alert" } satisfies Partial<FirewallPolicyArgs>,
            },
        ],
    },
    check(properties, { type }) {
        if (type === FIREWALL) {
            properties.expectReference("firewallPolicy.id", reference("une stratégie de pare-feu"));
            return;
        }
        // Not set means "Alert", and no detection.
        properties.expect("threatIntelMode", anyCase("Deny"));
        properties.expect("intrusionDetection.mode", anyCase("Deny"));
    },
});
