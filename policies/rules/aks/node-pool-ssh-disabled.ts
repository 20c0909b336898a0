import type { AgentPoolArgs } from "@pulumi/azure-native/containerservice/agentPool";

import { eachNodePool, nodePoolTypes } from "../../azure/node-pools";
import { anyCase } from "../../expectation";
import { defineRule } from "../../rule";

export const nodePoolSshDisabled = defineRule({
    id: "node-pool-ssh-disabled",
    title: {
        fr: "Aucun nœud n’accepte de connexion SSH",
        en: "No node accepts SSH connections",
    },
    why: {
        fr: "Un accès SSH au nœud donne les secrets et les disques de tous ses pods, hors des journaux du cluster.",
        en: "SSH access to a node gives the secrets and disks of all its pods, outside the cluster's logs.",
    },
    remediation: {
        fr: "Mettre securityProfile.sshAccess à « Disabled » sur chaque pool ; dépanner par kubectl debug.",
        en: 'Set securityProfile.sshAccess to "Disabled" on every pool; troubleshoot by kubectl debug.',
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/aks/manage-ssh-node-access",
    appliesTo: nodePoolTypes,
    examples: {
        compliant: [
            {
                type: "azure-native:containerservice:AgentPool",
                properties: { securityProfile: { sshAccess: "Disabled" } } satisfies Partial<AgentPoolArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:containerservice:AgentPool",
                properties: { securityProfile: { sshAccess: "LocalUser" } } satisfies Partial<AgentPoolArgs>,
            },
        ],
    },
    check(properties, { type }) {
        eachNodePool(properties, type, (pool) => {
            // Not set means "LocalUser".
            pool.expect("securityProfile.sshAccess", anyCase("Disabled"));
        });
    },
});
