import type { AzureMonitorWorkspaceArgs } from "@pulumi/azure-native/monitor/azureMonitorWorkspace";

import { anyCase } from "../../expectation";
import { defineRule } from "../../rule";

const ENDPOINT = "azure-native:monitor:DataCollectionEndpoint";
const WORKSPACE = "azure-native:monitor:AzureMonitorWorkspace";

export const monitorWorkspaceNotPublic = defineRule({
    id: "monitor-workspace-not-public",
    title: {
        fr: "Les mesures et leurs points de collecte ne sont joints que par le réseau privé",
        en: "Measurements and the endpoints that collect them are reached over the private network only",
    },
    why: {
        fr: "Ouverts, ils se lisent ou se faussent depuis Internet, et une attaque s’y cache.",
        en: "Open, they can be read or falsified from the Internet, and an attack hides there.",
    },
    remediation: {
        fr: "Mettre publicNetworkAccess à « Disabled » (sous networkAcls pour un point de collecte).",
        en: 'Set publicNetworkAccess to "Disabled" (under networkAcls for a collection endpoint).',
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/azure-monitor/logs/private-link-security",
    appliesTo: [ENDPOINT, WORKSPACE],
    examples: {
        compliant: [
            {
                type: WORKSPACE,
                properties: { publicNetworkAccess: "Disabled" } satisfies Partial<AzureMonitorWorkspaceArgs>,
            },
        ],
        violation: [
            {
                type: WORKSPACE,
                properties: { publicNetworkAccess: "Enabled" } satisfies Partial<AzureMonitorWorkspaceArgs>,
            },
        ],
    },
    check(properties, { type }) {
        // Not set means that the Internet reaches it.
        properties.expect(
            type === ENDPOINT ? "networkAcls.publicNetworkAccess" : "publicNetworkAccess",
            anyCase("Disabled"),
        );
    },
});
