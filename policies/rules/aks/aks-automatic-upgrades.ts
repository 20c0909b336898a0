import type { ManagedClusterArgs } from "@pulumi/azure-native/containerservice/managedCluster";

import { anyCase, such } from "../../expectation";
import { defineRule } from "../../rule";

const patches = anyCase("NodeImage", "SecurityPatch");

/** Not set means "NodeImage". */
const patchedNodes = such(patches.text, (value) => value === undefined || patches.accepts(value));

export const aksAutomaticUpgrades = defineRule({
    id: "aks-automatic-upgrades",
    title: {
        fr: "Le cluster AKS et ses nœuds reçoivent les correctifs automatiquement",
        en: "The AKS cluster and its nodes receive fixes automatically",
    },
    why: {
        fr: "Une faille publiée de Kubernetes ou du noyau est exploitée avant qu’on ait pensé à la corriger.",
        en: "A published flaw of Kubernetes or of the kernel is exploited before anybody thought of the fix.",
    },
    remediation: {
        fr: "Mettre upgradeChannel à « patch » ou « stable » et nodeOSUpgradeChannel à « NodeImage » ou « SecurityPatch ».",
        en: 'Set upgradeChannel to "patch" or "stable" and nodeOSUpgradeChannel to "NodeImage" or "SecurityPatch".',
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/aks/auto-upgrade-cluster",
    appliesTo: ["azure-native:containerservice:ManagedCluster"],
    examples: {
        compliant: [
            {
                type: "azure-native:containerservice:ManagedCluster",
                properties: {
                    autoUpgradeProfile: { upgradeChannel: "patch", nodeOSUpgradeChannel: "NodeImage" },
                } satisfies Partial<ManagedClusterArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:containerservice:ManagedCluster",
                properties: {
                    autoUpgradeProfile: { upgradeChannel: "none" },
                } satisfies Partial<ManagedClusterArgs>,
            },
        ],
    },
    check(cluster) {
        cluster.expect("autoUpgradeProfile.upgradeChannel", anyCase("patch", "stable", "rapid"));
        cluster.expect("autoUpgradeProfile.nodeOSUpgradeChannel", patchedNodes);
    },
});
