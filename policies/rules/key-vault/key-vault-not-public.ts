import type { VaultArgs } from "@pulumi/azure-native/keyvault/vault";

import { anyCase } from "../../expectation";
import { defineRule } from "../../rule";

export const keyVaultNotPublic = defineRule({
    id: "key-vault-not-public",
    title: {
        fr: "Le coffre de clés n’est pas joignable depuis Internet",
        en: "The key vault cannot be reached from the Internet",
    },
    why: {
        fr: "Les clés et secrets qui protègent les données de santé seraient exposés à toute tentative d’accès.",
        en: "The keys and secrets that protect health data would face every attempt at access.",
    },
    remediation: {
        fr: "Mettre properties.publicNetworkAccess à « Disabled » et passer par un point de terminaison privé.",
        en: 'Set properties.publicNetworkAccess to "Disabled" and use a private endpoint.',
    },
    severity: "critical",
    url: "https://learn.microsoft.com/azure/key-vault/general/network-security",
    appliesTo: ["azure-native:keyvault:Vault"],
    examples: {
        compliant: [
            {
                type: "azure-native:keyvault:Vault",
                properties: {
                    properties: {
                        publicNetworkAccess: "Disabled",
                        sku: { family: "A", name: "premium" },
                        tenantId: "00000000-0000-0000-0000-000000000000",
                    },
                } satisfies Partial<VaultArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:keyvault:Vault",
                properties: {
                    properties: {
                        publicNetworkAccess: "Enabled",
                        sku: { family: "A", name: "premium" },
                        tenantId: "00000000-0000-0000-0000-000000000000",
                    },
                } satisfies Partial<VaultArgs>,
            },
        ],
    },
    check(vault) {
        // A free string for Azure, which reads "enabled" where it is not set.
        vault.expect("properties.publicNetworkAccess", anyCase("Disabled"));
    },
});
