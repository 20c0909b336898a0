import type { ManagedClusterArgs } from "@pulumi/azure-native/containerservice/managedCluster";

import { exactly, trueOrUnset } from "../../expectation";
import { defineRule } from "../../rule";

export const aksLocalAccountsDisabled = defineRule({
    id: "aks-local-accounts-disabled",
    title: {
        fr: "AKS n’accepte que des identités Entra, sans compte local",
        en: "AKS accepts Entra identities only, no local account",
    },
    why: {
        fr: "Un compte local est un certificat d’administration anonyme et irrévocable : ni imputabilité ni revue des accès.",
        en: "A local account is an anonymous, irrevocable administrator certificate: no traceability, no access review.",
    },
    remediation: {
        fr: "Mettre disableLocalAccounts, aadProfile.managed et aadProfile.enableAzureRBAC à true, et ne pas mettre enableRBAC à false.",
        en: "Set disableLocalAccounts, aadProfile.managed and aadProfile.enableAzureRBAC to true, and do not set enableRBAC to false.",
    },
    severity: "critical",
    url: "https://learn.microsoft.com/azure/aks/manage-local-accounts-managed-azure-ad",
    appliesTo: ["azure-native:containerservice:ManagedCluster"],
    examples: {
        compliant: [
            {
                type: "azure-native:containerservice:ManagedCluster",
                properties: {
                    disableLocalAccounts: true,
                    aadProfile: { managed: true, enableAzureRBAC: true },
                } satisfies Partial<ManagedClusterArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:containerservice:ManagedCluster",
                properties: {
                    aadProfile: { managed: true, enableAzureRBAC: true },
                } satisfies Partial<ManagedClusterArgs>,
            },
        ],
    },
    check(cluster) {
        cluster.expect("disableLocalAccounts", exactly(true));
        cluster.expect("aadProfile.managed", exactly(true));
        cluster.expect("aadProfile.enableAzureRBAC", exactly(true));
        // Without it every identity may do everything. Not set is left to Azure.
        cluster.expect("enableRBAC", trueOrUnset);
    },
});
