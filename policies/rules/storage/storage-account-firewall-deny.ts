import type { StorageAccountArgs } from "@pulumi/azure-native/storage/storageAccount";

import { narrowBlock } from "../../azure/address-range";
import { anyCase } from "../../expectation";
import { defineRule } from "../../rule";

export const storageAccountFirewallDeny = defineRule({
    id: "storage-account-firewall-deny",
    title: {
        fr: "Le pare-feu du compte de stockage refuse tout par défaut",
        en: "The firewall of the storage account denies everything by default",
    },
    why: {
        fr: "Que l’accès public soit rouvert un jour, et le compte s’ouvrirait à tout Internet.",
        en: "Should public access be opened again one day, the account would be open to all of the Internet.",
    },
    remediation: {
        fr: "Mettre networkRuleSet.defaultAction à « Deny », et n’autoriser que des plages d’au plus 256 adresses.",
        en: 'Set networkRuleSet.defaultAction to "Deny", and allow ranges of at most 256 addresses only.',
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/storage/common/storage-network-security",
    appliesTo: ["azure-native:storage:StorageAccount"],
    examples: {
        compliant: [
            {
                type: "azure-native:storage:StorageAccount",
                properties: {
                    networkRuleSet: {
                        defaultAction: "Deny",
                        ipRules: [{ iPAddressOrRange: "203.0.113.0/24" }],
                    },
                } satisfies Partial<StorageAccountArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:storage:StorageAccount",
                properties: {
                    networkRuleSet: { defaultAction: "Allow" },
                } satisfies Partial<StorageAccountArgs>,
            },
        ],
    },
    check(account) {
        // Not set means "Allow".
        account.expect("networkRuleSet.defaultAction", anyCase("Deny"));
        account.each("networkRuleSet.ipRules", (rule) => {
            rule.expect("iPAddressOrRange", narrowBlock);
        });
    },
});
