import type { AgentPoolArgs } from "@pulumi/azure-native/containerservice/agentPool";

import { eachNodePool, nodePoolTypes } from "../../azure/node-pools";
import { exactly } from "../../expectation";
import { defineRule } from "../../rule";

export const nodePoolTrustedLaunch = defineRule({
    id: "node-pool-trusted-launch",
    title: {
        fr: "Les nœuds ne démarrent qu’un noyau signé et mesuré",
        en: "Nodes start a signed and measured kernel only",
    },
    why: {
        fr: "Un logiciel installé avant le noyau voit tout ce que traite le nœud et survit à sa réinstallation.",
        en: "Software installed below the kernel sees all that the node handles, and outlives a reinstallation.",
    },
    remediation: {
        fr: "Mettre securityProfile.enableSecureBoot et enableVTPM à true sur chaque pool.",
        en: "Set securityProfile.enableSecureBoot and enableVTPM to true on every pool.",
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/aks/use-trusted-launch",
    appliesTo: nodePoolTypes,
    examples: {
        compliant: [
            {
                type: "azure-native:containerservice:AgentPool",
                properties: {
                    securityProfile: { enableSecureBoot: true, enableVTPM: true },
                } satisfies Partial<AgentPoolArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:containerservice:AgentPool",
                properties: { securityProfile: { enableVTPM: true } } satisfies Partial<AgentPoolArgs>,
            },
        ],
    },
    check(properties, { type }) {
        eachNodePool(properties, type, (pool) => {
            // Not set means false, for both.
            pool.expect("securityProfile.enableSecureBoot", exactly(true));
            pool.expect("securityProfile.enableVTPM", exactly(true));
        });
    },
});
