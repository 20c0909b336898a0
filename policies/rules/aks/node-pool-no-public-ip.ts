import type { AgentPoolArgs } from "@pulumi/azure-native/containerservice/agentPool";

import { eachNodePool, nodePoolTypes } from "../../azure/node-pools";
import { falseOrUnset } from "../../expectation";
import { defineRule } from "../../rule";

export const nodePoolNoPublicIp = defineRule({
    id: "node-pool-no-public-ip",
    title: {
        fr: "Aucun nœud n’a d’adresse IP publique",
        en: "No node has a public IP address",
    },
    why: {
        fr: "Un nœud adressable depuis Internet expose ses services et contourne la passerelle.",
        en: "A node with an address on the Internet exposes its services and bypasses the gateway.",
    },
    remediation: {
        fr: "Retirer enableNodePublicIP des pools de nœuds.",
        en: "Remove enableNodePublicIP from the node pools.",
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/aks/use-node-public-ips",
    appliesTo: nodePoolTypes,
    examples: {
        compliant: [
            {
                type: "azure-native:containerservice:AgentPool",
                properties: { enableNodePublicIP: false } satisfies Partial<AgentPoolArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:containerservice:AgentPool",
                properties: { enableNodePublicIP: true } satisfies Partial<AgentPoolArgs>,
            },
        ],
    },
    check(properties, { type }) {
        eachNodePool(properties, type, (pool) => {
            pool.expect("enableNodePublicIP", falseOrUnset);
        });
    },
});
