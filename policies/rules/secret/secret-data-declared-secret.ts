import type { core } from "@pulumi/kubernetes/types/input";

import { defineRule } from "../../rule";

/** Certificates and nothing else are public: a file may hold the key behind them. */
const CERTIFICATES = /^(\s*-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----)+\s*$/;

export const secretDataDeclaredSecret = defineRule({
    id: "secret-data-declared-secret",
    title: {
        fr: "Le contenu d’un Secret Kubernetes est un secret Pulumi",
        en: "The content of a Kubernetes Secret is a Pulumi secret",
    },
    why: {
        fr: "Un contenu en clair se lit dans l’état Pulumi, l’aperçu et ses journaux ; le base64 n’est pas un chiffrement.",
        en: "Content in clear can be read in the Pulumi state, the preview and its logs; base64 is no encryption.",
    },
    remediation: {
        fr: "Lire la valeur par config.requireSecret ou la passer à pulumi.secret ; mieux, la laisser au coffre (CSI).",
        en: "Read the value with config.requireSecret or pass it to pulumi.secret; better, leave it in the vault (CSI).",
    },
    severity: "critical",
    url: "https://www.pulumi.com/docs/iac/concepts/secrets/",
    appliesTo: ["kubernetes:core:Secret"],
    examples: {
        compliant: [
            {
                type: "kubernetes:core/v1:Secret",
                properties: {
                    metadata: { name: "authority" },
                    stringData: { "ca.crt": "-----BEGIN CERTIFICATE-----\n…\n-----END CERTIFICATE-----" },
                } satisfies core.v1.Secret,
            },
        ],
        violation: [
            {
                type: "kubernetes:core/v1:Secret",
                properties: { stringData: { password: "hunter2" } } satisfies core.v1.Secret,
            },
        ],
    },
    check(secret) {
        for (const field of ["data", "stringData"]) {
            // Pulumi's Kubernetes SDKs declare the whole field as a secret, so that it is unknown while one value is,
            // and the engine does not tell secrets among unknown values. It is judged once known, at the update, before
            // the Secret is created.
            if (secret.read(field).state === "unknown") {
                continue;
            }
            secret.entries(field, (_, entry) => {
                const reading = entry.read("");
                const isPublic =
                    reading.state === "known" &&
                    typeof reading.value === "string" &&
                    CERTIFICATES.test(textOf(reading.value, field));
                if (!isPublic) {
                    entry.expectSecret("");
                }
            });
        }
    },
});

/** What a Secret holds: `data` is written in base64, `stringData` as it is. */
function textOf(value: string, field: string): string {
    return field === "data" ? Buffer.from(value, "base64").toString() : value;
}
