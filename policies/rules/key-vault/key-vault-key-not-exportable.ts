import type { KeyArgs } from "@pulumi/azure-native/keyvault/key";

import { falseOrUnset } from "../../expectation";
import { defineRule } from "../../rule";

export const keyVaultKeyNotExportable = defineRule({
    id: "key-vault-key-not-exportable",
    title: { fr: "Aucune clé ne sort du coffre", en: "No key leaves the vault" },
    why: {
        fr: "Une clé exportable se copie : sa révocation ne protège plus les données qu’elle chiffre.",
        en: "An exportable key can be copied: revoking it no longer protects the data that it encrypts.",
    },
    remediation: {
        fr: "Laisser attributes.exportable à false, sans releasePolicy.",
        en: "Leave attributes.exportable false, without a releasePolicy.",
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/key-vault/keys/policy-grammar",
    appliesTo: ["azure-native:keyvault:Key"],
    examples: {
        compliant: [
            {
                type: "azure-native:keyvault:Key",
                properties: { properties: { attributes: { exportable: false } } } satisfies Partial<KeyArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:keyvault:Key",
                properties: { properties: { attributes: { exportable: true } } } satisfies Partial<KeyArgs>,
            },
        ],
    },
    check(key) {
        // The provider's own default is false.
        key.expect("properties.attributes.exportable", falseOrUnset);
        key.forbid("properties.releasePolicy", "attendu aucune politique de sortie de la clé");
    },
});
