import type { ManagedClusterArgs } from "@pulumi/azure-native/containerservice/managedCluster";

import { anyCase, falseOrUnset } from "../../expectation";
import { defineRule } from "../../rule";

/** What Azure writes where there is no service principal. */
const managed = anyCase("msi");

export const aksManagedIdentity = defineRule({
    id: "aks-managed-identity",
    title: {
        fr: "AKS agit sous une identité managée, sans mot de passe",
        en: "AKS acts under a managed identity, without a password",
    },
    why: {
        fr: "Le secret d’un principal de service expire, fuit, et se retrouve dans l’état du cluster et les scripts.",
        en: "The secret of a service principal expires, leaks, and ends up in the cluster's state and in scripts.",
    },
    remediation: {
        fr: "Donner au cluster une identité « UserAssigned » ; retirer servicePrincipalProfile et podIdentityProfile.",
        en: 'Give the cluster a "UserAssigned" identity; remove servicePrincipalProfile and podIdentityProfile.',
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/aks/use-managed-identity",
    appliesTo: ["azure-native:containerservice:ManagedCluster"],
    examples: {
        compliant: [
            {
                type: "azure-native:containerservice:ManagedCluster",
                properties: { identity: { type: "SystemAssigned" } } satisfies Partial<ManagedClusterArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:containerservice:ManagedCluster",
                properties: {
                    servicePrincipalProfile: { clientId: "00000000-0000-0000-0000-000000000001" },
                } satisfies Partial<ManagedClusterArgs>,
            },
        ],
    },
    check(cluster) {
        cluster.expect("identity.type", anyCase("UserAssigned", "SystemAssigned"));
        if (cluster.read("servicePrincipalProfile").state !== "unset") {
            cluster.expect("servicePrincipalProfile.clientId", managed);
        }
        // Superseded by workload identity: its agent hands the identities of others to who forges an address.
        cluster.expect("podIdentityProfile.enabled", falseOrUnset);
    },
});
