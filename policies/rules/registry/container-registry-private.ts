import type { RegistryArgs } from "@pulumi/azure-native/containerregistry/registry";

import { anyCase, falseOrUnset } from "../../expectation";
import { defineRule } from "../../rule";

export const containerRegistryPrivate = defineRule({
    id: "container-registry-private",
    title: {
        fr: "Le registre d’images est privé et sans compte partagé",
        en: "The image registry is private and has no shared account",
    },
    why: {
        fr: "Un registre public ou un compte partagé permet de lire, voire de remplacer, les images de production.",
        en: "A public registry or a shared account lets others read, or replace, production images.",
    },
    remediation: {
        fr: "Mettre publicNetworkAccess à « Disabled », adminUserEnabled et anonymousPullEnabled à false.",
        en: 'Set publicNetworkAccess to "Disabled", adminUserEnabled and anonymousPullEnabled to false.',
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/container-registry/container-registry-private-link",
    appliesTo: ["azure-native:containerregistry:Registry"],
    examples: {
        compliant: [
            {
                type: "azure-native:containerregistry:Registry",
                properties: { publicNetworkAccess: "Disabled" } satisfies Partial<RegistryArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:containerregistry:Registry",
                properties: {
                    publicNetworkAccess: "Disabled",
                    adminUserEnabled: true,
                } satisfies Partial<RegistryArgs>,
            },
        ],
    },
    check(registry) {
        registry.expect("publicNetworkAccess", anyCase("Disabled"));
        registry.expect("adminUserEnabled", falseOrUnset);
        registry.expect("anonymousPullEnabled", falseOrUnset);
    },
});
