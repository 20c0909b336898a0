import type { VaultArgs } from "@pulumi/azure-native/keyvault/vault";

import { such } from "../../expectation";
import { defineRule } from "../../rule";

/** The least and the most that Azure keeps a deleted vault, in days; unset, it is the most. */
const [LEAST, MOST] = [7, 90];

interface Config {
    readonly minDays: number;
}

export const keyVaultDeletionRetained = defineRule<Config>({
    id: "key-vault-deletion-retained",
    title: {
        fr: "Une clé supprimée se récupère pendant 90 jours",
        en: "A deleted key can be recovered for 90 days",
    },
    why: {
        fr: "Une suppression par malveillance ne se remarque parfois qu’au bout de semaines, quand les données sont déjà illisibles.",
        en: "A malicious deletion is sometimes noticed after weeks only, when the data is unreadable already.",
    },
    remediation: {
        fr: "Recréer le coffre avec softDeleteRetentionInDays à 90 : la durée ne se change pas après coup.",
        en: "Recreate the vault with softDeleteRetentionInDays 90: the duration cannot be changed afterwards.",
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/key-vault/general/soft-delete-overview",
    appliesTo: ["azure-native:keyvault:ManagedHsm", "azure-native:keyvault:Vault"],
    examples: {
        compliant: [
            {
                type: "azure-native:keyvault:Vault",
                properties: {
                    properties: {
                        sku: { family: "A", name: "premium" },
                        tenantId: "00000000-0000-0000-0000-000000000000",
                        softDeleteRetentionInDays: 90,
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
                        softDeleteRetentionInDays: 7,
                    },
                } satisfies Partial<VaultArgs>,
            },
        ],
    },
    config: {
        minDays: {
            type: "integer",
            minimum: LEAST,
            maximum: MOST,
            description:
                "Durée la plus courte pendant laquelle une clé supprimée se récupère, en jours ; Azure en garde 90 au plus.",
            default: MOST,
        },
    },
    check(vault, _resource, { minDays }) {
        vault.expect(
            "properties.softDeleteRetentionInDays",
            such(
                `au moins ${String(minDays)} jours`,
                (days) => days === undefined || (typeof days === "number" && days >= minDays),
            ),
        );
    },
});
