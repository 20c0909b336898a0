import type { ManagedClusterArgs } from "@pulumi/azure-native/containerservice/managedCluster";

import { anyCase } from "../../expectation";
import { defineRule } from "../../rule";

export const aksNetworkPolicy = defineRule({
    id: "aks-network-policy",
    title: {
        fr: "AKS applique les politiques réseau",
        en: "AKS enforces network policies",
    },
    why: {
        fr: "Sans moteur, les NetworkPolicy déclarées sont ignorées sans message et tout pod joint la base de données.",
        en: "Without an engine, declared network policies are silently ignored and any pod reaches the database.",
    },
    remediation: {
        fr: "Mettre networkProfile.networkPolicy à « cilium », « calico » ou « azure ».",
        en: 'Set networkProfile.networkPolicy to "cilium", "calico" or "azure".',
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/aks/use-network-policies",
    appliesTo: ["azure-native:containerservice:ManagedCluster"],
    examples: {
        compliant: [
            {
                type: "azure-native:containerservice:ManagedCluster",
                properties: {
                    networkProfile: { networkPolicy: "cilium" },
                } satisfies Partial<ManagedClusterArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:containerservice:ManagedCluster",
                properties: {
                    networkProfile: { networkPlugin: "azure" },
                } satisfies Partial<ManagedClusterArgs>,
            },
        ],
    },
    check(cluster) {
        // Not set means "none", which is itself a value of the enumeration.
        cluster.expect("networkProfile.networkPolicy", anyCase("cilium", "calico", "azure"));
    },
});
