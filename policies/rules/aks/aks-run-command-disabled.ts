import type { ManagedClusterArgs } from "@pulumi/azure-native/containerservice/managedCluster";

import { exactly } from "../../expectation";
import { defineRule } from "../../rule";

export const aksRunCommandDisabled = defineRule({
    id: "aks-run-command-disabled",
    title: {
        fr: "L’exécution de commandes dans AKS par l’API Azure est désactivée",
        en: "Running commands in AKS through the Azure API is disabled",
    },
    why: {
        fr: "« run command » contourne l’API privée : un rôle Azure suffit pour agir dans le cluster depuis Internet.",
        en: "Run command bypasses the private API: an Azure role is enough to act in the cluster from the Internet.",
    },
    remediation: {
        fr: "Mettre apiServerAccessProfile.disableRunCommand à true.",
        en: "Set apiServerAccessProfile.disableRunCommand to true.",
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/aks/access-private-cluster",
    appliesTo: ["azure-native:containerservice:ManagedCluster"],
    examples: {
        compliant: [
            {
                type: "azure-native:containerservice:ManagedCluster",
                properties: {
                    apiServerAccessProfile: { disableRunCommand: true },
                } satisfies Partial<ManagedClusterArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:containerservice:ManagedCluster",
                properties: {
                    apiServerAccessProfile: { enablePrivateCluster: true },
                } satisfies Partial<ManagedClusterArgs>,
            },
        ],
    },
    remedies: () => [{ path: "apiServerAccessProfile.disableRunCommand", value: true }],
    check(cluster) {
        cluster.expect("apiServerAccessProfile.disableRunCommand", exactly(true));
    },
});
