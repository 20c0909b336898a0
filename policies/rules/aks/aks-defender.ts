import type { ManagedClusterArgs } from "@pulumi/azure-native/containerservice/managedCluster";

import { exactly, reference } from "../../expectation";
import { defineRule } from "../../rule";

export const aksDefender = defineRule({
    id: "aks-defender",
    title: {
        fr: "Le cluster AKS est surveillé par Defender",
        en: "The AKS cluster is watched by Defender",
    },
    why: {
        fr: "Sans détection à l’exécution, un conteneur compromis agit jusqu’à ce que quelqu’un s’en aperçoive.",
        en: "Without detection at run time, a compromised container acts until somebody happens to notice.",
    },
    remediation: {
        fr: "Activer securityProfile.defender.securityMonitoring, vers l’espace de travail des journaux.",
        en: "Turn on securityProfile.defender.securityMonitoring, to the workspace of the logs.",
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/defender-for-cloud/defender-for-containers-introduction",
    appliesTo: ["azure-native:containerservice:ManagedCluster"],
    examples: {
        compliant: [
            {
                type: "azure-native:containerservice:ManagedCluster",
                properties: {
                    securityProfile: {
                        defender: {
                            logAnalyticsWorkspaceResourceId:
                                "/subscriptions/0/resourceGroups/rg/providers/Microsoft.OperationalInsights/workspaces/log",
                            securityMonitoring: { enabled: true },
                        },
                    },
                } satisfies Partial<ManagedClusterArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:containerservice:ManagedCluster",
                properties: {
                    securityProfile: {
                        defender: {
                            logAnalyticsWorkspaceResourceId:
                                "/subscriptions/0/resourceGroups/rg/providers/Microsoft.OperationalInsights/workspaces/log",
                            securityMonitoring: { enabled: false },
                        },
                    },
                } satisfies Partial<ManagedClusterArgs>,
            },
        ],
    },
    check(cluster) {
        const defender = cluster.at("securityProfile.defender");
        defender.expect("securityMonitoring.enabled", exactly(true));
        defender.expectReference(
            "logAnalyticsWorkspaceResourceId",
            reference("un espace de travail de journaux"),
        );
    },
});
