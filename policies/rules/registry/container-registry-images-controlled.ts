import type { RegistryArgs } from "@pulumi/azure-native/containerregistry/registry";

import { anyCase } from "../../expectation";
import { defineRule } from "../../rule";

export const containerRegistryImagesControlled = defineRule({
    id: "container-registry-images-controlled",
    title: {
        fr: "Aucune image n’entre ni ne sort du registre sans contrôle",
        en: "No image enters or leaves the registry unchecked",
    },
    why: {
        fr: "Une image non vérifiée part aussitôt en production ; l’export copie les images hors de la plateforme.",
        en: "An unchecked image goes to production at once; export copies images out of the platform.",
    },
    remediation: {
        fr: "Mettre policies.quarantinePolicy.status à « enabled » et policies.exportPolicy.status à « disabled ».",
        en: 'Set policies.quarantinePolicy.status to "enabled" and policies.exportPolicy.status to "disabled".',
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/container-registry/data-loss-prevention",
    appliesTo: ["azure-native:containerregistry:Registry"],
    examples: {
        compliant: [
            {
                type: "azure-native:containerregistry:Registry",
                properties: {
                    policies: {
                        quarantinePolicy: { status: "enabled" },
                        exportPolicy: { status: "disabled" },
                    },
                } satisfies Partial<RegistryArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:containerregistry:Registry",
                properties: {
                    policies: { quarantinePolicy: { status: "enabled" } },
                } satisfies Partial<RegistryArgs>,
            },
        ],
    },
    check(registry) {
        registry.expect("policies.quarantinePolicy.status", anyCase("enabled"));
        // Not set means enabled.
        registry.expect("policies.exportPolicy.status", anyCase("disabled"));
    },
});
