import type { AgentPoolArgs } from "@pulumi/azure-native/containerservice/agentPool";

import { eachNodePool, nodePoolTypes } from "../../azure/node-pools";
import { anyCase } from "../../expectation";
import { defineRule } from "../../rule";

const dedicated = anyCase("CriticalAddonsOnly=true:NoSchedule", "CriticalAddonsOnly=true:NoExecute");

export const nodePoolSystemDedicated = defineRule({
    id: "node-pool-system-dedicated",
    title: {
        fr: "Le pool système ne porte que les composants du cluster",
        en: "The system pool carries the cluster's own parts only",
    },
    why: {
        fr: "Une application qui épuise ces nœuds emporte le DNS, le réseau et la supervision de toute la plateforme.",
        en: "An application that exhausts those nodes takes along DNS, network and monitoring of the whole platform.",
    },
    remediation: {
        fr: "Poser la teinte CriticalAddonsOnly=true:NoSchedule sur les pools « System ».",
        en: 'Put the taint CriticalAddonsOnly=true:NoSchedule on "System" pools.',
    },
    severity: "low",
    url: "https://learn.microsoft.com/azure/aks/use-system-pools",
    appliesTo: nodePoolTypes,
    examples: {
        compliant: [
            {
                type: "azure-native:containerservice:AgentPool",
                properties: {
                    mode: "System",
                    nodeTaints: ["CriticalAddonsOnly=true:NoSchedule"],
                } satisfies Partial<AgentPoolArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:containerservice:AgentPool",
                properties: { mode: "System" } satisfies Partial<AgentPoolArgs>,
            },
        ],
    },
    check(properties, { type }) {
        eachNodePool(properties, type, (pool) => {
            // Not set means "User".
            pool.given("mode", (mode) => {
                if (anyCase("System").accepts(mode)) {
                    pool.includes("nodeTaints", dedicated);
                }
            });
        });
    },
});
