import type { RandomPasswordArgs } from "@pulumi/random/randomPassword";

import { such } from "../../expectation";
import { defineRule } from "../../rule";

const PASSWORD = "random:index/randomPassword:RandomPassword";
const BYTES = "random:index/randomBytes:RandomBytes";

export const randomSecretStrong = defineRule<{ readonly minimumLength: number }>({
    id: "random-secret-strong",
    title: {
        fr: "Tout secret tiré au sort est un RandomPassword assez long",
        en: "Every secret drawn by chance is a RandomPassword that is long enough",
    },
    why: {
        fr: "Un mot de passe court se devine ; l’identifiant d’un RandomBytes est le secret même, en clair dans l’état.",
        en: "A short password is guessed; the id of a RandomBytes is the secret itself, in clear in the state.",
    },
    remediation: {
        fr: "Tirer un RandomPassword de 22 caractères au moins (128 bits) ; pour des octets, en prendre l’empreinte SHA-256.",
        en: "Draw a RandomPassword of 22 characters at least (128 bits); for bytes, take its SHA-256 digest.",
    },
    severity: "high",
    url: "https://www.pulumi.com/registry/packages/random/api-docs/randompassword/",
    appliesTo: [PASSWORD, BYTES],
    examples: {
        compliant: [
            { type: PASSWORD, properties: { length: 32, special: false } satisfies RandomPasswordArgs },
        ],
        violation: [
            { type: PASSWORD, properties: { length: 12 } satisfies RandomPasswordArgs },
            { type: BYTES, properties: { length: 32 } },
        ],
    },
    config: {
        minimumLength: {
            type: "integer",
            minimum: 12,
            description: "Longueur la plus courte d’un mot de passe tiré au sort, en caractères.",
            default: 22,
        },
    },
    check(secret, { type }, { minimumLength }) {
        if (type === BYTES) {
            secret.violation("", "attendu un RandomPassword, obtenu un RandomBytes");
            return;
        }
        secret.expect(
            "length",
            such(
                `au moins ${String(minimumLength)} caractères`,
                (length) => typeof length === "number" && length >= minimumLength,
            ),
        );
    },
});
