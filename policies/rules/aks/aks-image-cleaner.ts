import type { ManagedClusterArgs } from "@pulumi/azure-native/containerservice/managedCluster";

import { between, exactly, mismatch } from "../../expectation";
import { defineRule } from "../../rule";

const WEEK = 7 * 24;

export const aksImageCleaner = defineRule({
    id: "aks-image-cleaner",
    title: {
        fr: "AKS retire des nœuds les images qui ne servent plus",
        en: "AKS removes unused images from the nodes",
    },
    why: {
        fr: "Une image vulnérable qui reste sur un nœud peut encore y être lancée sans passer par le registre.",
        en: "A vulnerable image left on a node can still be started there without going through the registry.",
    },
    remediation: {
        fr: "Activer securityProfile.imageCleaner, au moins une fois par semaine.",
        en: "Turn on securityProfile.imageCleaner, at least once a week.",
    },
    severity: "low",
    url: "https://learn.microsoft.com/azure/aks/image-cleaner",
    appliesTo: ["azure-native:containerservice:ManagedCluster"],
    examples: {
        compliant: [
            {
                type: "azure-native:containerservice:ManagedCluster",
                properties: {
                    securityProfile: { imageCleaner: { enabled: true, intervalHours: 48 } },
                } satisfies Partial<ManagedClusterArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:containerservice:ManagedCluster",
                properties: {
                    securityProfile: { imageCleaner: { enabled: true, intervalHours: 720 } },
                } satisfies Partial<ManagedClusterArgs>,
            },
        ],
    },
    config: {
        maxHours: {
            type: "integer",
            minimum: 24,
            description: "Nombre d’heures entre deux passages, au plus.",
            default: WEEK,
        },
    },
    check(cluster, _resource, { maxHours }) {
        const cleaner = cluster.at("securityProfile.imageCleaner");
        cleaner.expect("enabled", exactly(true));
        // In hours; not set means a week.
        cleaner.given("intervalHours", (hours) => {
            const often = between(1, maxHours);
            if (!often.accepts(hours ?? WEEK)) {
                cleaner.violation("intervalHours", mismatch(often.text, hours ?? WEEK));
            }
        });
    },
});
