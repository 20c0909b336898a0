import type { ManagedClusterArgs } from "@pulumi/azure-native/containerservice/managedCluster";

import { exactly } from "../../expectation";
import { defineRule } from "../../rule";

export const aksWorkloadIdentity = defineRule({
    id: "aks-workload-identity",
    title: {
        fr: "Les charges d’AKS s’authentifient par identité fédérée",
        en: "AKS workloads authenticate by federated identity",
    },
    why: {
        fr: "Sans identité de charge, les pods partagent celle du nœud ou portent des mots de passe de longue durée.",
        en: "Without workload identity, pods share the node's identity or carry long-lived passwords.",
    },
    remediation: {
        fr: "Mettre oidcIssuerProfile.enabled et securityProfile.workloadIdentity.enabled à true.",
        en: "Set oidcIssuerProfile.enabled and securityProfile.workloadIdentity.enabled to true.",
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/aks/workload-identity-overview",
    appliesTo: ["azure-native:containerservice:ManagedCluster"],
    examples: {
        compliant: [
            {
                type: "azure-native:containerservice:ManagedCluster",
                properties: {
                    oidcIssuerProfile: { enabled: true },
                    securityProfile: { workloadIdentity: { enabled: true } },
                } satisfies Partial<ManagedClusterArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:containerservice:ManagedCluster",
                properties: { oidcIssuerProfile: { enabled: true } } satisfies Partial<ManagedClusterArgs>,
            },
        ],
    },
    check(cluster) {
        cluster.expect("oidcIssuerProfile.enabled", exactly(true));
        cluster.expect("securityProfile.workloadIdentity.enabled", exactly(true));
    },
});
