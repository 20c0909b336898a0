import type { VaultArgs } from "@pulumi/azure-native/keyvault/vault";

import { narrowBlock } from "../../azure/address-range";
import { anyCase } from "../../expectation";
import { defineRule } from "../../rule";

export const keyVaultFirewallDeny = defineRule({
    id: "key-vault-firewall-deny",
    title: {
        fr: "Le pare-feu du coffre refuse tout par défaut",
        en: "The firewall of the vault denies everything by default",
    },
    why: {
        fr: "Que l’accès public soit rouvert un jour, et les clés seraient à la portée de tout Internet.",
        en: "Should public access be opened again one day, the keys would be within reach of all of the Internet.",
    },
    remediation: {
        fr: "Mettre networkAcls.defaultAction à « Deny », et n’autoriser que des plages d’au plus 256 adresses.",
        en: 'Set networkAcls.defaultAction to "Deny", and allow ranges of at most 256 addresses only.',
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/key-vault/general/network-security",
    appliesTo: ["azure-native:keyvault:Vault"],
    examples: {
        compliant: [
            {
                type: "azure-native:keyvault:Vault",
                properties: {
                    properties: {
                        sku: { family: "A", name: "premium" },
                        tenantId: "00000000-0000-0000-0000-000000000000",
                        networkAcls: { defaultAction: "Deny", bypass: "AzureServices" },
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
                        networkAcls: { defaultAction: "Allow" },
                    },
                } satisfies Partial<VaultArgs>,
            },
        ],
    },
    check(vault) {
        // Not set means "Allow".
        vault.expect("properties.networkAcls.defaultAction", anyCase("Deny"));
        vault.each("properties.networkAcls.ipRules", (rule) => {
            rule.expect("value", narrowBlock);
        });
    },
});
