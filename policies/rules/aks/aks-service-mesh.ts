import type { ManagedClusterArgs } from "@pulumi/azure-native/containerservice/managedCluster";

import { anyCase } from "../../expectation";
import { defineRule } from "../../rule";

export const aksServiceMesh = defineRule({
    id: "aks-service-mesh",
    title: {
        fr: "Le trafic entre pods d’AKS est chiffré par un maillage",
        en: "Traffic between AKS pods is encrypted by a mesh",
    },
    why: {
        fr: "Sans maillage, les dossiers circulent en clair entre les pods, et rien ne prouve qui appelle qui.",
        en: "Without a mesh, records travel in clear between pods, and nothing proves who calls whom.",
    },
    remediation: {
        fr: "Mettre serviceMeshProfile.mode à « Istio » et imposer mTLS « STRICT » par PeerAuthentication.",
        en: 'Set serviceMeshProfile.mode to "Istio" and impose "STRICT" mTLS by PeerAuthentication.',
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/aks/istio-about",
    appliesTo: ["azure-native:containerservice:ManagedCluster"],
    examples: {
        compliant: [
            {
                type: "azure-native:containerservice:ManagedCluster",
                properties: {
                    serviceMeshProfile: { mode: "Istio", istio: { revisions: ["asm-1-28"] } },
                } satisfies Partial<ManagedClusterArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:containerservice:ManagedCluster",
                properties: {
                    serviceMeshProfile: { mode: "Disabled" },
                } satisfies Partial<ManagedClusterArgs>,
            },
        ],
    },
    check(cluster) {
        cluster.expect("serviceMeshProfile.mode", anyCase("Istio"));
    },
});
