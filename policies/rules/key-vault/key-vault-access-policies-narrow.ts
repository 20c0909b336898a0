import type { VaultArgs } from "@pulumi/azure-native/keyvault/vault";

import { such } from "../../expectation";
import type { Inspection } from "../../inspection";
import { defineRule } from "../../rule";

const VAULT = "azure-native:keyvault:Vault";

const KINDS: readonly string[] = ["keys", "secrets", "certificates", "storage"];

const narrow = such(
    "un droit autre que « all » et « purge »",
    (value) => typeof value === "string" && !["all", "purge"].includes(value.toLowerCase()),
);

export const keyVaultAccessPoliciesNarrow = defineRule({
    id: "key-vault-access-policies-narrow",
    title: {
        fr: "Aucune stratégie d’accès ne donne tous les droits sur le coffre",
        en: "No access policy gives all rights on the vault",
    },
    why: {
        fr: "Qui peut vider le coffre, ou tout y faire, peut rendre toutes les données illisibles.",
        en: "Whoever may purge the vault, or do everything in it, can make all the data unreadable.",
    },
    remediation: {
        fr: "Remplacer « all » par les droits utiles, sans « purge » ; mieux, passer aux rôles d’Azure.",
        en: 'Replace "all" by the rights that are needed, without "purge"; better, use Azure roles.',
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/key-vault/general/assign-access-policy",
    appliesTo: ["azure-native:keyvault:AccessPolicy", VAULT],
    examples: {
        compliant: [
            {
                type: "azure-native:keyvault:Vault",
                properties: {
                    properties: {
                        sku: { family: "A", name: "premium" },
                        tenantId: "00000000-0000-0000-0000-000000000000",
                        accessPolicies: [
                            {
                                tenantId: "00000000-0000-0000-0000-000000000000",
                                objectId: "00000000-0000-0000-0000-000000000001",
                                permissions: { keys: ["get", "wrapKey", "unwrapKey"] },
                            },
                        ],
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
                        accessPolicies: [
                            {
                                tenantId: "00000000-0000-0000-0000-000000000000",
                                objectId: "00000000-0000-0000-0000-000000000001",
                                permissions: { keys: ["all"] },
                            },
                        ],
                    },
                } satisfies Partial<VaultArgs>,
            },
        ],
    },
    check(properties, { type }) {
        if (type === VAULT) {
            properties.each("properties.accessPolicies", checkPolicy);
        } else {
            checkPolicy(properties.at("policy"));
        }
    },
});

function checkPolicy(policy: Inspection): void {
    for (const kind of KINDS) {
        policy.each(["permissions", kind], (right) => {
            right.expect("", narrow);
        });
    }
}
