import type { VaultArgs } from "@pulumi/azure-native/keyvault/vault";

import { falseOrUnset } from "../../expectation";
import { defineRule } from "../../rule";

export const keyVaultNoPlatformRetrieval = defineRule({
    id: "key-vault-no-platform-retrieval",
    title: {
        fr: "Azure ne lit pas les secrets du coffre pour des déploiements",
        en: "Azure does not read the secrets of the vault for deployments",
    },
    why: {
        fr: "Avec ces options, quiconque déploie une machine ou un modèle lit les secrets sans droit sur le coffre.",
        en: "With these options, whoever deploys a machine or a template reads secrets without a right on the vault.",
    },
    remediation: {
        fr: "Laisser enabledForDeployment et enabledForTemplateDeployment à false.",
        en: "Leave enabledForDeployment and enabledForTemplateDeployment false.",
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/azure-resource-manager/templates/key-vault-parameter",
    appliesTo: ["azure-native:keyvault:Vault"],
    examples: {
        compliant: [
            {
                type: "azure-native:keyvault:Vault",
                properties: {
                    properties: {
                        sku: { family: "A", name: "premium" },
                        tenantId: "00000000-0000-0000-0000-000000000000",
                        enabledForDeployment: false,
                    },
                } satisfies Partial<VaultArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:keyvault:Vault",
                properties: {
                    properties: {
                        sku: { family: "A", name: "premium" },
                        tenantId: "00000000-0000-0000-0000-000000000000",
                        enabledForTemplateDeployment: true,
                    },
                } satisfies Partial<VaultArgs>,
            },
        ],
    },
    check(vault) {
        // The provider's own defaults are false.
        vault.expect("properties.enabledForDeployment", falseOrUnset);
        vault.expect("properties.enabledForTemplateDeployment", falseOrUnset);
    },
});
