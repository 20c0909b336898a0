import type { RegistryArgs } from "@pulumi/azure-native/containerregistry/registry";

import { anyCase, between, such } from "../../expectation";
import { defineRule } from "../../rule";

export const containerRegistryUntaggedPurged = defineRule({
    id: "container-registry-untagged-purged",
    title: {
        fr: "Le registre efface les images sans étiquette",
        en: "The registry erases untagged images",
    },
    why: {
        fr: "Une image remplacée garde ses failles, et parfois des données, sans que rien ne la désigne plus.",
        en: "An image that was replaced keeps its flaws, and sometimes data, with nothing pointing to it any more.",
    },
    remediation: {
        fr: "Mettre policies.retentionPolicy.status à « enabled », avec un nombre de jours.",
        en: 'Set policies.retentionPolicy.status to "enabled", with a number of days.',
    },
    severity: "low",
    url: "https://learn.microsoft.com/azure/container-registry/container-registry-retention-policy",
    appliesTo: ["azure-native:containerregistry:Registry"],
    examples: {
        compliant: [
            {
                type: "azure-native:containerregistry:Registry",
                properties: {
                    policies: { retentionPolicy: { status: "enabled", days: 30 } },
                } satisfies Partial<RegistryArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:containerregistry:Registry",
                properties: {
                    policies: { retentionPolicy: { status: "disabled" } },
                } satisfies Partial<RegistryArgs>,
            },
        ],
    },
    config: {
        maxDays: {
            type: "integer",
            minimum: 7,
            description: "Nombre de jours après lequel une image sans étiquette est effacée, au plus.",
            default: 90,
        },
    },
    check(registry, _resource, { maxDays }) {
        const retention = registry.at("policies.retentionPolicy");
        // Not set means "disabled".
        retention.expect("status", anyCase("enabled"));
        const soon = between(0, maxDays);
        // Not set means 7 days, fewer than any choice allows.
        retention.expect(
            "days",
            such(soon.text, (days) => days === undefined || soon.accepts(days)),
        );
    },
});
