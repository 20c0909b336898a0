import type { ManagedClusterArgs } from "@pulumi/azure-native/containerservice/managedCluster";

import { addOnOf } from "../../azure/add-ons";
import { exactly } from "../../expectation";
import { defineRule } from "../../rule";

export const aksPolicyAddOn = defineRule({
    id: "aks-policy-add-on",
    title: {
        fr: "Azure Policy juge ce qui entre dans le cluster AKS",
        en: "Azure Policy judges what enters the AKS cluster",
    },
    why: {
        fr: "Un objet créé hors de ce code, à la main ou par un opérateur, échapperait à toute règle.",
        en: "An object made outside this code, by hand or by an operator, would escape every rule.",
    },
    remediation: {
        fr: "Activer le module addonProfiles.azurepolicy.",
        en: "Turn on the add-on addonProfiles.azurepolicy.",
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/governance/policy/concepts/policy-for-kubernetes",
    appliesTo: ["azure-native:containerservice:ManagedCluster"],
    examples: {
        compliant: [
            {
                type: "azure-native:containerservice:ManagedCluster",
                properties: {
                    addonProfiles: { azurepolicy: { enabled: true } },
                } satisfies Partial<ManagedClusterArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:containerservice:ManagedCluster",
                properties: {
                    addonProfiles: { azurepolicy: { enabled: false } },
                } satisfies Partial<ManagedClusterArgs>,
            },
        ],
    },
    check(cluster) {
        addOnOf(cluster, "azurepolicy").expect("enabled", exactly(true));
    },
});
