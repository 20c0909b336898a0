import type { ManagedClusterArgs } from "@pulumi/azure-native/containerservice/managedCluster";

import { oneOf } from "../../expectation";
import { defineRule } from "../../rule";

export const aksOutboundControlled = defineRule({
    id: "aks-outbound-controlled",
    title: {
        fr: "Les sorties d’AKS passent par un point déclaré",
        en: "What leaves AKS passes a declared point",
    },
    why: {
        fr: "Par défaut, AKS s’ouvre lui-même une sortie vers tout Internet, par une adresse que nul n’a déclarée.",
        en: "By default AKS opens its own way out to all of the Internet, through an address that nobody declared.",
    },
    remediation: {
        fr: "Mettre networkProfile.outboundType à « userDefinedRouting », avec une route vers un pare-feu, ou à « userAssignedNATGateway ».",
        en: 'Set networkProfile.outboundType to "userDefinedRouting", with a route to a firewall, or to "userAssignedNATGateway".',
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/aks/egress-outboundtype",
    appliesTo: ["azure-native:containerservice:ManagedCluster"],
    examples: {
        compliant: [
            {
                type: "azure-native:containerservice:ManagedCluster",
                properties: {
                    networkProfile: { outboundType: "userDefinedRouting" },
                } satisfies Partial<ManagedClusterArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:containerservice:ManagedCluster",
                properties: {
                    networkProfile: { outboundType: "loadBalancer" },
                } satisfies Partial<ManagedClusterArgs>,
            },
        ],
    },
    config: {
        outboundTypes: {
            type: "array",
            items: { type: "string" },
            description:
                "Types de sortie admis ; userAssignedNATGateway donne une adresse connue, mais ne filtre rien.",
            default: ["userDefinedRouting", "userAssignedNATGateway", "none"],
        },
    },
    check(cluster, _resource, { outboundTypes }) {
        // Not set means "loadBalancer".
        cluster.expect("networkProfile.outboundType", oneOf(outboundTypes));
    },
});
