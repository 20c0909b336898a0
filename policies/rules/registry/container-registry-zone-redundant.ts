import type { RegistryArgs } from "@pulumi/azure-native/containerregistry/registry";

import { anyCase } from "../../expectation";
import { defineRule } from "../../rule";

export const containerRegistryZoneRedundant = defineRule({
    id: "container-registry-zone-redundant",
    title: {
        fr: "Le registre d’images survit à la perte d’une zone",
        en: "The image registry survives the loss of a zone",
    },
    why: {
        fr: "Sans le registre, un pod qui redémarre ailleurs ne retrouve pas son image : la panne d’un bâtiment s’étend.",
        en: "Without the registry, a pod that restarts elsewhere finds no image: the failure of one building spreads.",
    },
    remediation: {
        fr: "Mettre zoneRedundancy à « Enabled », avec le niveau « Premium ».",
        en: 'Set zoneRedundancy to "Enabled", with the "Premium" tier.',
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/container-registry/zone-redundancy",
    appliesTo: ["azure-native:containerregistry:Registry"],
    examples: {
        compliant: [
            {
                type: "azure-native:containerregistry:Registry",
                properties: {
                    sku: { name: "Premium" },
                    zoneRedundancy: "Enabled",
                } satisfies Partial<RegistryArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:containerregistry:Registry",
                properties: {
                    sku: { name: "Premium" },
                    zoneRedundancy: "Disabled",
                } satisfies Partial<RegistryArgs>,
            },
        ],
    },
    check(registry) {
        registry.expect("zoneRedundancy", anyCase("Enabled"));
    },
});
