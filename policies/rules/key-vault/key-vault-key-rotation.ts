import type { KeyArgs } from "@pulumi/azure-native/keyvault/key";

import { anyCase, mismatch, such } from "../../expectation";
import { defineRule } from "../../rule";

const rsa = anyCase("RSA", "RSA-HSM");
const elliptic = anyCase("EC", "EC-HSM");
const curve = anyCase("P-256", "P-384", "P-521");

/** ANSSI, guide de sélection d'algorithmes cryptographiques: 3072 bits for use beyond 2030. */
const longEnough = such("au moins 3072 bits", (value) => typeof value === "number" && value >= 3072);

export const keyVaultKeyRotation = defineRule({
    id: "key-vault-key-rotation",
    title: {
        fr: "Les clés sont fortes et renouvelées automatiquement",
        en: "Keys are strong and renew themselves",
    },
    why: {
        fr: "Une clé courte finit par être cassée ; une clé jamais renouvelée, une fois volée, livre tout ce qu’elle chiffre.",
        en: "A short key ends up broken; a key that is never renewed, once stolen, gives away all that it encrypts.",
    },
    remediation: {
        fr: "Utiliser une clé RSA d’au moins 3072 bits ou EC, avec une rotationPolicy dont une action est « rotate ».",
        en: 'Use an RSA key of at least 3072 bits or an EC one, with a rotationPolicy of which an action is "rotate".',
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/key-vault/keys/how-to-configure-key-rotation",
    appliesTo: ["azure-native:keyvault:Key"],
    examples: {
        compliant: [
            {
                type: "azure-native:keyvault:Key",
                properties: {
                    properties: {
                        kty: "RSA",
                        keySize: 3072,
                        rotationPolicy: {
                            lifetimeActions: [
                                { action: { type: "rotate" }, trigger: { timeAfterCreate: "P1Y" } },
                            ],
                        },
                    },
                } satisfies Partial<KeyArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:keyvault:Key",
                properties: { properties: { kty: "RSA", keySize: 2048 } } satisfies Partial<KeyArgs>,
            },
        ],
    },
    check(vaultKey) {
        const key = vaultKey.at("properties");
        key.given("kty", (kind) => {
            if (rsa.accepts(kind)) {
                // Not set means 2048.
                key.expect("keySize", longEnough);
            } else if (elliptic.accepts(kind)) {
                // Not set means P-256.
                if (key.read("curveName").state !== "unset") {
                    key.expect("curveName", curve);
                }
            } else {
                key.violation("kty", mismatch(`${rsa.text} ou ${elliptic.text}`, kind));
            }
        });
        key.settle(
            key.anyItem("rotationPolicy.lifetimeActions", (action) =>
                action.meets("action.type", anyCase("rotate")),
            ),
            "rotationPolicy.lifetimeActions",
            "attendu une action « rotate »",
        );
    },
});
