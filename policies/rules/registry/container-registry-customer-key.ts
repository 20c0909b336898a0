import type { RegistryArgs } from "@pulumi/azure-native/containerregistry/registry";

import { anyCase, such } from "../../expectation";
import { defineRule } from "../../rule";

/** With a version, the registry would not follow the rotation of the key. */
const unversionedKey = such(
    "l’URI d’une clé, sans version",
    (value) => typeof value === "string" && /^https:\/\/[^/]+\/keys\/[^/]+\/?$/i.test(value),
);

export const containerRegistryCustomerKey = defineRule({
    id: "container-registry-customer-key",
    title: {
        fr: "Le registre d’images est chiffré par une clé du client",
        en: "The image registry is encrypted by a key of the customer",
    },
    why: {
        fr: "Sans clé à soi, on ne peut ni la révoquer ni prouver l’effacement des images.",
        en: "Without a key of one’s own, nobody can revoke it or prove the erasure of images.",
    },
    remediation: {
        fr: "Mettre encryption.status à « enabled », avec l’URI d’une clé du coffre sans version.",
        en: 'Set encryption.status to "enabled", with the URI of a key of the vault without version.',
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/container-registry/tutorial-enable-customer-managed-keys",
    appliesTo: ["azure-native:containerregistry:Registry"],
    examples: {
        compliant: [
            {
                type: "azure-native:containerregistry:Registry",
                properties: {
                    encryption: {
                        status: "enabled",
                        keyVaultProperties: { keyIdentifier: "https://kv.vault.azure.net/keys/registry" },
                    },
                } satisfies Partial<RegistryArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:containerregistry:Registry",
                properties: {
                    encryption: {
                        status: "enabled",
                        keyVaultProperties: { keyIdentifier: "https://kv.vault.azure.net/keys/registry/0" },
                    },
                } satisfies Partial<RegistryArgs>,
            },
        ],
    },
    check(registry) {
        registry.expect("encryption.status", anyCase("enabled"));
        registry.expectReference("encryption.keyVaultProperties.keyIdentifier", unversionedKey);
    },
});
