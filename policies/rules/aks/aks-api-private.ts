import type { ManagedClusterArgs } from "@pulumi/azure-native/containerservice/managedCluster";

import { exactly, falseOrUnset } from "../../expectation";
import { defineRule } from "../../rule";

export const aksApiPrivate = defineRule({
    id: "aks-api-private",
    title: {
        fr: "L’API du cluster AKS est privée",
        en: "The API of the AKS cluster is private",
    },
    why: {
        fr: "Qui atteint l’API du cluster peut tenter de s’y authentifier ; une seule faille livre toute la plateforme.",
        en: "Whoever reaches the cluster's API can try to log in; one flaw there gives away the whole platform.",
    },
    remediation: {
        fr: "Mettre apiServerAccessProfile.enablePrivateCluster à true, sans nom de domaine public.",
        en: "Set apiServerAccessProfile.enablePrivateCluster to true, without a public domain name.",
    },
    severity: "critical",
    url: "https://learn.microsoft.com/azure/aks/private-clusters",
    appliesTo: ["azure-native:containerservice:ManagedCluster"],
    examples: {
        compliant: [
            {
                type: "azure-native:containerservice:ManagedCluster",
                properties: {
                    apiServerAccessProfile: { enablePrivateCluster: true },
                } satisfies Partial<ManagedClusterArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:containerservice:ManagedCluster",
                properties: {
                    apiServerAccessProfile: { authorizedIPRanges: ["203.0.113.0/24"] },
                } satisfies Partial<ManagedClusterArgs>,
            },
        ],
    },
    check(cluster) {
        cluster.expect("apiServerAccessProfile.enablePrivateCluster", exactly(true));
        cluster.expect("apiServerAccessProfile.enablePrivateClusterPublicFQDN", falseOrUnset);
    },
});
