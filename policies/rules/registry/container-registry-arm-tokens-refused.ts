import type { RegistryArgs } from "@pulumi/azure-native/containerregistry/registry";

import { anyCase } from "../../expectation";
import { defineRule } from "../../rule";

export const containerRegistryArmTokensRefused = defineRule({
    id: "container-registry-arm-tokens-refused",
    title: {
        fr: "Le registre refuse les jetons destinés à Azure Resource Manager",
        en: "The registry refuses tokens meant for Azure Resource Manager",
    },
    why: {
        fr: "Un jeton d’administration d’Azure volé, valable partout, permettrait aussi de tirer ou de pousser des images.",
        en: "A stolen Azure administration token, valid everywhere, would let its thief pull or push images too.",
    },
    remediation: {
        fr: "Mettre policies.azureADAuthenticationAsArmPolicy.status à « disabled ».",
        en: 'Set policies.azureADAuthenticationAsArmPolicy.status to "disabled".',
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/container-registry/container-registry-disable-authentication-as-arm",
    appliesTo: ["azure-native:containerregistry:Registry"],
    examples: {
        compliant: [
            {
                type: "azure-native:containerregistry:Registry",
                properties: {
                    policies: { azureADAuthenticationAsArmPolicy: { status: "disabled" } },
                } satisfies Partial<RegistryArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:containerregistry:Registry",
                properties: {
                    policies: { azureADAuthenticationAsArmPolicy: { status: "enabled" } },
                } satisfies Partial<RegistryArgs>,
            },
        ],
    },
    check(registry) {
        // Not set means "enabled".
        registry.expect("policies.azureADAuthenticationAsArmPolicy.status", anyCase("disabled"));
    },
});
