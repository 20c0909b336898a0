import type { VaultArgs } from "@pulumi/azure-native/keyvault/vault";

import { exactly } from "../../expectation";
import { defineRule } from "../../rule";

export const keyVaultRbac = defineRule({
    id: "key-vault-rbac",
    title: {
        fr: "L’accès au coffre de clés passe par les rôles Azure",
        en: "Access to the key vault goes through Azure roles",
    },
    why: {
        fr: "Les stratégies d’accès du coffre échappent à la revue des habilitations et à la séparation des rôles.",
        en: "The vault’s own access policies escape the review of access rights and the separation of duties.",
    },
    remediation: {
        fr: "Mettre properties.enableRbacAuthorization à true et attribuer des rôles.",
        en: "Set properties.enableRbacAuthorization to true and assign roles.",
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/key-vault/general/rbac-guide",
    appliesTo: ["azure-native:keyvault:Vault"],
    examples: {
        compliant: [
            {
                type: "azure-native:keyvault:Vault",
                properties: {
                    properties: {
                        enableRbacAuthorization: true,
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
                        enableRbacAuthorization: false,
                        sku: { family: "A", name: "premium" },
                        tenantId: "00000000-0000-0000-0000-000000000000",
                    },
                } satisfies Partial<VaultArgs>,
            },
        ],
    },
    check(vault) {
        vault.expect("properties.enableRbacAuthorization", exactly(true));
    },
});
