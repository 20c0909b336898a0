import type { ManagedClusterArgs } from "@pulumi/azure-native/containerservice/managedCluster";

import { addOnOf } from "../../azure/add-ons";
import { anyCase } from "../../expectation";
import { defineRule } from "../../rule";

export const aksSecretRotation = defineRule({
    id: "aks-secret-rotation",
    title: {
        fr: "Les secrets montés du coffre suivent leur rotation",
        en: "Secrets mounted from the vault follow their rotation",
    },
    why: {
        fr: "Sans rotation, un secret changé ou révoqué dans le coffre reste en usage dans les pods.",
        en: "Without rotation, a secret changed or revoked in the vault stays in use in the pods.",
    },
    remediation: {
        fr: "Mettre enableSecretRotation à « true » dans la config du module azureKeyvaultSecretsProvider.",
        en: 'Set enableSecretRotation to "true" in the config of the add-on azureKeyvaultSecretsProvider.',
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/aks/csi-secrets-store-configuration-options",
    appliesTo: ["azure-native:containerservice:ManagedCluster"],
    examples: {
        compliant: [
            {
                type: "azure-native:containerservice:ManagedCluster",
                properties: {
                    addonProfiles: {
                        azureKeyvaultSecretsProvider: {
                            enabled: true,
                            config: { enableSecretRotation: "true" },
                        },
                    },
                } satisfies Partial<ManagedClusterArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:containerservice:ManagedCluster",
                properties: {
                    addonProfiles: { azureKeyvaultSecretsProvider: { enabled: true } },
                } satisfies Partial<ManagedClusterArgs>,
            },
        ],
    },
    check(cluster) {
        const addOn = addOnOf(cluster, "azureKeyvaultSecretsProvider");
        addOn.given("enabled", (enabled) => {
            if (enabled === true) {
                // A text, like all that configures an add-on; not set means "false".
                addOn.expect("config.enableSecretRotation", anyCase("true"));
            } else {
                cluster.dismiss();
            }
        });
    },
});
