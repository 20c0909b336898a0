import type { AgentPoolArgs } from "@pulumi/azure-native/containerservice/agentPool";

import { eachNodePool, nodePoolTypes } from "../../azure/node-pools";
import { anyCase, such } from "../../expectation";
import { defineRule } from "../../rule";

const retired = anyCase("CBLMariner", "Windows2019");

/** Not set means the current Ubuntu, or Windows Server 2022. */
const supported = such(
    "un système qui n’est ni CBLMariner ni Windows2019",
    (value) => !retired.accepts(value),
);

export const nodePoolSystemSupported = defineRule({
    id: "node-pool-system-supported",
    title: {
        fr: "Les nœuds ont un système que l’éditeur corrige encore",
        en: "Nodes run a system that its publisher still fixes",
    },
    why: {
        fr: "Un système arrivé en fin de vie garde ses failles publiées, mises à jour automatiques ou non.",
        en: "A system past its end of life keeps its published flaws, automatic updates or not.",
    },
    remediation: {
        fr: "Choisir osSKU « AzureLinux », « AzureLinux3 », « Ubuntu » ou « Windows2022 ».",
        en: 'Choose osSKU "AzureLinux", "AzureLinux3", "Ubuntu" or "Windows2022".',
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/aks/upgrade-os-version",
    appliesTo: nodePoolTypes,
    examples: {
        compliant: [
            {
                type: "azure-native:containerservice:AgentPool",
                properties: { osType: "Linux", osSKU: "AzureLinux3" } satisfies Partial<AgentPoolArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:containerservice:AgentPool",
                properties: { osType: "Windows", osSKU: "Windows2019" } satisfies Partial<AgentPoolArgs>,
            },
        ],
    },
    check(properties, { type }) {
        eachNodePool(properties, type, (pool) => {
            pool.expect("osSKU", supported);
        });
    },
});
