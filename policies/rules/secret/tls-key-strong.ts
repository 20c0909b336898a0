import type { PrivateKeyArgs } from "@pulumi/tls/privateKey";

import { such } from "../../expectation";
import { defineRule } from "../../rule";

const TYPE = "tls:index/privateKey:PrivateKey";

/** What the provider takes where nothing is said. */
const DEFAULT_RSA_BITS = 2048;

// Not set means P224.
const strongCurve = such("« P256 », « P384 » ou « P521 »", (curve) =>
    ["P256", "P384", "P521"].includes(String(curve)),
);
// Keys of the others are as strong as their curve or size.
const known = such("« ECDSA », « ED25519 » ou « RSA »", (algorithm) => algorithm === "ED25519");

export const tlsKeyStrong = defineRule<{ readonly minimumRsaBits: number }>({
    id: "tls-key-strong",
    title: {
        fr: "Toute clé privée générée par le programme est forte",
        en: "Every private key that the program generates is strong",
    },
    why: {
        fr: "Une clé faible laisse imiter le serveur qu’elle identifie ; sans réglage, une clé ECDSA est sur P224.",
        en: "A weak key lets others pose as the server that it identifies; with nothing said, an ECDSA key is on P224.",
    },
    remediation: {
        fr: "Choisir ED25519, ECDSA sur P256, P384 ou P521, ou RSA de 3072 bits au moins.",
        en: "Choose ED25519, ECDSA on P256, P384 or P521, or RSA of 3072 bits at least.",
    },
    severity: "high",
    url: "https://www.pulumi.com/registry/packages/tls/api-docs/privatekey/",
    appliesTo: [TYPE],
    examples: {
        compliant: [
            {
                type: TYPE,
                properties: { algorithm: "ECDSA", ecdsaCurve: "P384" } satisfies PrivateKeyArgs,
            },
        ],
        violation: [
            { type: TYPE, properties: { algorithm: "ECDSA" } satisfies PrivateKeyArgs },
            { type: TYPE, properties: { algorithm: "RSA", rsaBits: 2048 } satisfies PrivateKeyArgs },
        ],
    },
    config: {
        minimumRsaBits: {
            type: "integer",
            minimum: 2048,
            description: "Taille la plus courte d’une clé RSA, en bits.",
            default: 3072,
        },
    },
    check(key, _, { minimumRsaBits }) {
        key.given("algorithm", (algorithm) => {
            if (algorithm === "ECDSA") {
                key.expect("ecdsaCurve", strongCurve);
            } else if (algorithm === "RSA") {
                key.expect(
                    "rsaBits",
                    such(
                        `au moins ${String(minimumRsaBits)} bits`,
                        (bits = DEFAULT_RSA_BITS) => typeof bits === "number" && bits >= minimumRsaBits,
                    ),
                );
            } else {
                key.expect("algorithm", known);
            }
        });
    },
});
