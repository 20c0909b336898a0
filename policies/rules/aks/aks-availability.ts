import type { AgentPoolArgs } from "@pulumi/azure-native/containerservice/agentPool";

import { eachNodePool, nodePoolTypes } from "../../azure/node-pools";
import { anyCase } from "../../expectation";
import { defineRule } from "../../rule";

const ZONES = 3;

export const aksAvailability = defineRule({
    id: "aks-availability",
    title: {
        fr: "Le cluster AKS survit à la perte d’une zone",
        en: "The AKS cluster survives the loss of a zone",
    },
    why: {
        fr: "Des nœuds dans un seul bâtiment, ou une API sans engagement, arrêtent les soins à la première panne.",
        en: "Nodes in a single building, or an API without commitment, stop care at the first failure.",
    },
    remediation: {
        fr: "Répartir chaque pool sur trois zones et choisir le niveau « Standard » ou « Premium ».",
        en: 'Spread every pool over three zones and choose the "Standard" or "Premium" tier.',
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/aks/availability-zones",
    appliesTo: nodePoolTypes,
    examples: {
        compliant: [
            {
                type: "azure-native:containerservice:AgentPool",
                properties: { availabilityZones: ["1", "2", "3"] } satisfies Partial<AgentPoolArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:containerservice:AgentPool",
                properties: { availabilityZones: ["1"] } satisfies Partial<AgentPoolArgs>,
            },
        ],
    },
    check(properties, { type }) {
        if (type === "azure-native:containerservice:ManagedCluster") {
            properties.expect("sku.tier", anyCase("Standard", "Premium"));
        }
        eachNodePool(properties, type, (pool) => {
            const zones = pool.readings("availabilityZones");
            if (zones.length < ZONES && pool.read("availabilityZones").state !== "unknown") {
                pool.violation("availabilityZones", "attendu trois zones");
            }
            zones.forEach((zone) => {
                pool.note(zone);
            });
        });
    },
});
