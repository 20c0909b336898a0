import type { TokenArgs } from "@pulumi/azure-native/containerregistry/token";

import { type Scalar, such } from "../../expectation";
import { defineRule } from "../../rule";

export const containerRegistryTokenExpires = defineRule({
    id: "container-registry-token-expires",
    title: {
        fr: "Le mot de passe d’un jeton du registre expire",
        en: "The password of a registry token expires",
    },
    why: {
        fr: "Un mot de passe sans échéance, oublié dans un poste ou une chaîne de livraison, ouvre le registre pour toujours.",
        en: "A password without end, forgotten on a workstation or in a pipeline, opens the registry for ever.",
    },
    remediation: {
        fr: "Donner une date expiry à chaque élément de credentials.passwords, ou préférer une identité Entra.",
        en: "Give each element of credentials.passwords an expiry date, or prefer an Entra identity.",
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/container-registry/container-registry-token-based-repository-permissions",
    appliesTo: ["azure-native:containerregistry:Token"],
    examples: {
        compliant: [
            {
                type: "azure-native:containerregistry:Token",
                properties: {
                    credentials: { passwords: [{ name: "password1", expiry: "2026-12-31T00:00:00Z" }] },
                } satisfies Partial<TokenArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:containerregistry:Token",
                properties: {
                    credentials: { passwords: [{ name: "password1" }] },
                } satisfies Partial<TokenArgs>,
            },
        ],
    },
    check(token) {
        token.each("credentials.passwords", (password) => {
            // Not set means never.
            password.expect("expiry", such("une date d’échéance", isDate));
        });
    },
});

function isDate(value: Scalar): boolean {
    return typeof value === "string" && !Number.isNaN(Date.parse(value));
}
