import type { AgentPoolArgs } from "@pulumi/azure-native/containerservice/agentPool";

import { eachNodePool, nodePoolTypes } from "../../azure/node-pools";
import { exactly } from "../../expectation";
import { defineRule } from "../../rule";

export const nodePoolEncryptionAtHost = defineRule({
    id: "node-pool-encryption-at-host",
    title: {
        fr: "Les disques des nœuds sont chiffrés sur l’hôte",
        en: "The disks of the nodes are encrypted at the host",
    },
    why: {
        fr: "Caches et disques temporaires des nœuds gardent en clair des données de santé lues par les pods.",
        en: "Caches and temporary disks of the nodes keep in clear the health data that pods read.",
    },
    remediation: {
        fr: "Mettre enableEncryptionAtHost à true sur chaque pool de nœuds.",
        en: "Set enableEncryptionAtHost to true on every node pool.",
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/aks/enable-host-encryption",
    appliesTo: nodePoolTypes,
    examples: {
        compliant: [
            {
                type: "azure-native:containerservice:AgentPool",
                properties: { enableEncryptionAtHost: true } satisfies Partial<AgentPoolArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:containerservice:AgentPool",
                properties: { vmSize: "Standard_D4ds_v5" } satisfies Partial<AgentPoolArgs>,
            },
        ],
    },
    check(properties, { type }) {
        eachNodePool(properties, type, (pool) => {
            pool.expect("enableEncryptionAtHost", exactly(true));
        });
    },
});
