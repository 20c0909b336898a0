import type { KeyArgs } from "@pulumi/azure-native/keyvault/key";
import type { SecretArgs } from "@pulumi/azure-native/keyvault/secret";

import { any } from "../../answer";
import { such } from "../../expectation";
import { defineRule } from "../../rule";

const SECRET = "azure-native:keyvault:Secret";

/** In seconds since 1970. */
const aDate = such("une date d’expiration", (value) => typeof value === "number" && value > 0);

/** ISO 8601: "P90D", "P1Y6M". */
const DURATION = /^P(\d+[YMD])+$/i;

export const keyVaultObjectExpires = defineRule({
    id: "key-vault-object-expires",
    title: {
        fr: "Les secrets et les clés du coffre expirent",
        en: "The secrets and keys of the vault expire",
    },
    why: {
        fr: "Un secret sans terme, une fois volé, sert pour toujours ; rien n’oblige à le renouveler.",
        en: "A secret without a term, once stolen, serves forever; nothing makes anybody renew it.",
    },
    remediation: {
        fr: "Donner à attributes.expires une date, ou à la clé une rotationPolicy.attributes.expiryTime.",
        en: "Give attributes.expires a date, or the key a rotationPolicy.attributes.expiryTime.",
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates",
    appliesTo: ["azure-native:keyvault:Key", SECRET],
    examples: {
        compliant: [
            {
                type: "azure-native:keyvault:Key",
                properties: {
                    properties: { kty: "RSA-HSM", rotationPolicy: { attributes: { expiryTime: "P2Y" } } },
                } satisfies Partial<KeyArgs>,
            },
            {
                type: "azure-native:keyvault:Secret",
                properties: {
                    properties: { attributes: { expires: 1893456000 } },
                } satisfies Partial<SecretArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:keyvault:Key",
                properties: { properties: { kty: "RSA-HSM" } } satisfies Partial<KeyArgs>,
            },
            {
                type: "azure-native:keyvault:Secret",
                properties: { properties: { contentType: "text/plain" } } satisfies Partial<SecretArgs>,
            },
        ],
    },
    check(object, { type }) {
        if (type === SECRET) {
            object.expect("properties.attributes.expires", aDate);
            return;
        }
        object.settle(
            any([
                object.meets("properties.attributes.expires", aDate),
                object.some(object.readings("properties.rotationPolicy.attributes.expiryTime"), (time) =>
                    DURATION.test(String(time)),
                ),
            ]),
            "properties.attributes.expires",
            `attendu ${aDate.text}, ou une durée dans rotationPolicy.attributes.expiryTime`,
        );
    },
});
