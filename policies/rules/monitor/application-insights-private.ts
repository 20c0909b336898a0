import type { ComponentArgs } from "@pulumi/azure-native/applicationinsights/component";

import { anyCase, between, exactly, falseOrUnset, reference, such } from "../../expectation";
import { defineRule } from "../../rule";

const COMPONENT = "azure-native:applicationinsights:Component";

const workspaceResourceId =
    "/subscriptions/0/resourceGroups/rg/providers/Microsoft.OperationalInsights/workspaces/log-records";

/** CNIL, délibération 2021-122: one year at most. */
const kept = between(30, 365);

const keptOrUnset = such(kept.text, (value) => value === undefined || kept.accepts(value));

export const applicationInsightsPrivate = defineRule({
    id: "application-insights-private",
    title: {
        fr: "Les traces d’une application ne s’écrivent et ne se lisent que par le réseau privé, sans clé",
        en: "Traces of an application are written and read over the private network only, without a key",
    },
    why: {
        fr: "Une trace porte des adresses, des identifiants et parfois des données de santé ; sa clé d’écriture est publique.",
        en: "A trace bears addresses, identifiers and at times health data; its writing key is public.",
    },
    remediation: {
        fr: "Mettre publicNetworkAccessForIngestion et ForQuery à « Disabled », disableLocalAuth à true, garder le masquage des adresses et donner workspaceResourceId.",
        en: 'Set publicNetworkAccessForIngestion and ForQuery to "Disabled", disableLocalAuth to true, keep addresses masked and give workspaceResourceId.',
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/azure-monitor/app/azure-ad-authentication",
    appliesTo: [COMPONENT],
    examples: {
        compliant: [
            {
                type: COMPONENT,
                properties: {
                    publicNetworkAccessForIngestion: "Disabled",
                    publicNetworkAccessForQuery: "Disabled",
                    disableLocalAuth: true,
                    workspaceResourceId,
                } satisfies Partial<ComponentArgs>,
            },
        ],
        violation: [
            {
                type: COMPONENT,
                properties: { disableLocalAuth: true, workspaceResourceId } satisfies Partial<ComponentArgs>,
            },
        ],
    },
    check(component) {
        // Not set means enabled.
        component.expect("publicNetworkAccessForIngestion", anyCase("Disabled"));
        component.expect("publicNetworkAccessForQuery", anyCase("Disabled"));
        component.expect("disableLocalAuth", exactly(true));
        component.expect("disableIpMasking", falseOrUnset);
        component.expectReference("workspaceResourceId", reference("un espace de journaux"));
        // Not set means 90 days, or what the workspace keeps.
        component.expect("retentionInDays", keptOrUnset);
    },
});
