import type { WorkspaceArgs } from "@pulumi/azure-native/operationalinsights/workspace";

import { anyCase, exactly } from "../../expectation";
import { defineRule } from "../../rule";

const WORKSPACE = "azure-native:operationalinsights:Workspace";
const LINK_SCOPE = "azure-native:monitor:PrivateLinkScope";

export const logWorkspacePrivate = defineRule({
    id: "log-workspace-private",
    title: {
        fr: "Les journaux ne s’écrivent et ne se lisent que par le réseau privé",
        en: "Logs are written and read over the private network only",
    },
    why: {
        fr: "Les journaux disent qui a consulté quel dossier ; ouverts, ils se lisent et se polluent depuis Internet.",
        en: "Logs tell who looked at which record; open, they can be read and polluted from the Internet.",
    },
    remediation: {
        fr: "Mettre publicNetworkAccessForIngestion et ForQuery à « Disabled », disableLocalAuth à true, et passer par un PrivateLinkScope « PrivateOnly ».",
        en: 'Set publicNetworkAccessForIngestion and ForQuery to "Disabled", disableLocalAuth to true, and use a "PrivateOnly" PrivateLinkScope.',
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/azure-monitor/logs/private-link-security",
    appliesTo: [WORKSPACE, LINK_SCOPE],
    examples: {
        compliant: [
            {
                type: WORKSPACE,
                properties: {
                    publicNetworkAccessForIngestion: "Disabled",
                    publicNetworkAccessForQuery: "Disabled",
                    features: { disableLocalAuth: true },
                } satisfies Partial<WorkspaceArgs>,
            },
        ],
        violation: [
            {
                type: WORKSPACE,
                properties: {
                    publicNetworkAccessForIngestion: "Disabled",
                    publicNetworkAccessForQuery: "Enabled",
                    features: { disableLocalAuth: true },
                } satisfies Partial<WorkspaceArgs>,
            },
        ],
    },
    check(properties, { type }) {
        if (type === LINK_SCOPE) {
            properties.expect("accessModeSettings.ingestionAccessMode", anyCase("PrivateOnly"));
            properties.expect("accessModeSettings.queryAccessMode", anyCase("PrivateOnly"));
            return;
        }
        // Not set means enabled.
        properties.expect("publicNetworkAccessForIngestion", anyCase("Disabled"));
        properties.expect("publicNetworkAccessForQuery", anyCase("Disabled"));
        properties.expect("features.disableLocalAuth", exactly(true));
    },
});
