import type { NetworkSecurityGroupArgs } from "@pulumi/azure-native/network/networkSecurityGroup";

import { all } from "../../answer";
import { isInternet } from "../../azure/internet";
import { lets, oneOrMany } from "../../azure/security-rule";
import type { Inspection } from "../../inspection";
import { defineRule } from "../../rule";

const ALONE = "azure-native:network:SecurityRule";

/** More ports than any service needs: the dynamic range of Windows has 16384. */
const MANY_PORTS = 16_384;

export const nsgOutboundNarrow = defineRule({
    id: "nsg-outbound-narrow",
    title: {
        fr: "Aucune règle ne laisse sortir vers tout Internet sur tous les ports",
        en: "No rule lets traffic out to all of the Internet on all ports",
    },
    why: {
        fr: "Une machine compromise exfiltre des dossiers par le premier port ouvert, souvent un port élevé que nul ne surveille.",
        en: "A compromised machine exfiltrates records through the first open port, often a high one that nobody watches.",
    },
    remediation: {
        fr: "Restreindre la destination à un service nommé, ou les ports à ceux qui servent.",
        en: "Restrict the destination to a named service, or the ports to those that serve.",
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview",
    appliesTo: ["azure-native:network:NetworkSecurityGroup", ALONE],
    examples: {
        compliant: [
            {
                type: "azure-native:network:NetworkSecurityGroup",
                properties: {
                    securityRules: [
                        {
                            name: "out",
                            priority: 100,
                            access: "Allow",
                            direction: "Outbound",
                            protocol: "Tcp",
                            destinationAddressPrefix: "Internet",
                            destinationPortRange: "443",
                        },
                    ],
                } satisfies Partial<NetworkSecurityGroupArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:network:NetworkSecurityGroup",
                properties: {
                    securityRules: [
                        {
                            name: "out",
                            priority: 100,
                            access: "Allow",
                            direction: "Outbound",
                            protocol: "Tcp",
                            destinationAddressPrefix: "Internet",
                            destinationPortRange: "*",
                        },
                    ],
                } satisfies Partial<NetworkSecurityGroupArgs>,
            },
        ],
    },
    check(properties, { type }) {
        if (type === ALONE) {
            checkSecurityRule(properties);
        } else {
            properties.each("securityRules", checkSecurityRule);
        }
    },
});

/** All of these must hold for a rule to open the way out; one that surely does not settles the matter. */
function checkSecurityRule(rule: Inspection): void {
    const destinations = oneOrMany(rule, "destinationAddressPrefix", "destinationAddressPrefixes");
    const toGroups =
        destinations.length === 0 && rule.readings("destinationApplicationSecurityGroups").length > 0;
    const opens = all([
        lets(rule, rule.readings("access"), (access) => access === "allow"),
        lets(rule, rule.readings("direction"), (direction) => direction === "outbound"),
        toGroups ? "no" : lets(rule, destinations, isInternet),
        lets(rule, oneOrMany(rule, "destinationPortRange", "destinationPortRanges"), isWide),
    ]);
    if (opens === "yes") {
        rule.violation(
            "",
            "attendu une destination ou des ports précis, obtenu tout Internet sur des milliers de ports",
        );
    } else if (opens !== "no") {
        opens.note();
    }
}

/** Whether "0-65535", "80,1024-65535" or "*" holds more ports than a service needs; what cannot be read is taken to. */
function isWide(ranges: string): boolean {
    return ranges.split(",").some((range) => {
        const [low = NaN, high = low] = range.trim().split("-").map(Number);
        return !(high - low < MANY_PORTS);
    });
}
