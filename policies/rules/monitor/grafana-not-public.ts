import type { GrafanaArgs } from "@pulumi/azure-native/dashboard/grafana";

import { anyCase, such } from "../../expectation";
import { defineRule } from "../../rule";

const GRAFANA = "azure-native:dashboard:Grafana";

const disabled = anyCase("Disabled");

export const grafanaNotPublic = defineRule({
    id: "grafana-not-public",
    title: {
        fr: "Un Grafana managé n’est joignable que par le réseau privé, sans clé d’API",
        en: "A managed Grafana is reached over the private network only, without API keys",
    },
    why: {
        fr: "Grafana lit les journaux et les mesures de tout ce qu’il surveille : une clé volée les ouvre toutes.",
        en: "Grafana reads the logs and measurements of all that it watches: one stolen key opens them all.",
    },
    remediation: {
        fr: "Mettre properties.publicNetworkAccess et properties.apiKey à « Disabled » et zoneRedundancy à « Enabled ».",
        en: 'Set properties.publicNetworkAccess and properties.apiKey to "Disabled" and zoneRedundancy to "Enabled".',
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/managed-grafana/how-to-set-up-private-access",
    appliesTo: [GRAFANA],
    examples: {
        compliant: [
            {
                type: GRAFANA,
                properties: {
                    properties: { publicNetworkAccess: "Disabled", zoneRedundancy: "Enabled" },
                } satisfies Partial<GrafanaArgs>,
            },
        ],
        violation: [
            {
                type: GRAFANA,
                properties: {
                    properties: {
                        publicNetworkAccess: "Disabled",
                        zoneRedundancy: "Enabled",
                        apiKey: "Enabled",
                    },
                } satisfies Partial<GrafanaArgs>,
            },
        ],
    },
    check(grafana) {
        // Not set means public, in one zone, and without keys.
        grafana.expect("properties.publicNetworkAccess", disabled);
        grafana.expect("properties.zoneRedundancy", anyCase("Enabled"));
        grafana.expect(
            "properties.apiKey",
            such(disabled.text, (value) => value === undefined || disabled.accepts(value)),
        );
    },
});
