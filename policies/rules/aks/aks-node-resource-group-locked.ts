import type { ManagedClusterArgs } from "@pulumi/azure-native/containerservice/managedCluster";

import { anyCase } from "../../expectation";
import { defineRule } from "../../rule";

export const aksNodeResourceGroupLocked = defineRule({
    id: "aks-node-resource-group-locked",
    title: {
        fr: "Le groupe de ressources des nœuds est fermé aux modifications",
        en: "The resource group of the nodes is closed to changes",
    },
    why: {
        fr: "Un disque, une règle réseau ou une identité changés à la main dans ce groupe échappent à tout contrôle.",
        en: "A disk, a network rule or an identity changed by hand in that group escapes every control.",
    },
    remediation: {
        fr: "Mettre nodeResourceGroupProfile.restrictionLevel à « ReadOnly ».",
        en: 'Set nodeResourceGroupProfile.restrictionLevel to "ReadOnly".',
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/aks/node-resource-group-lockdown",
    appliesTo: ["azure-native:containerservice:ManagedCluster"],
    examples: {
        compliant: [
            {
                type: "azure-native:containerservice:ManagedCluster",
                properties: {
                    nodeResourceGroupProfile: { restrictionLevel: "ReadOnly" },
                } satisfies Partial<ManagedClusterArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:containerservice:ManagedCluster",
                properties: {
                    nodeResourceGroupProfile: { restrictionLevel: "Unrestricted" },
                } satisfies Partial<ManagedClusterArgs>,
            },
        ],
    },
    check(cluster) {
        // Not set means "Unrestricted".
        cluster.expect("nodeResourceGroupProfile.restrictionLevel", anyCase("ReadOnly"));
    },
});
