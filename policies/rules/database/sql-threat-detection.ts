import type { ServerSecurityAlertPolicyArgs } from "@pulumi/azure-native/sql/serverSecurityAlertPolicy";

import { anyCase } from "../../expectation";
import { defineRule } from "../../rule";

const ALERTS = "azure-native:sql:ServerSecurityAlertPolicy";
const ASSESSMENT = "azure-native:sql:SqlVulnerabilityAssessmentsSetting";

export const sqlThreatDetection = defineRule({
    id: "sql-threat-detection",
    title: {
        fr: "La détection des menaces et l’analyse des failles d’un serveur SQL sont actives et entières",
        en: "Threat detection and vulnerability assessment of a SQL server are on and whole",
    },
    why: {
        fr: "Une injection ou une extraction massive doit donner l’alerte pendant qu’elle a lieu.",
        en: "An injection or a mass extraction must raise the alarm while it happens.",
    },
    remediation: {
        fr: "Mettre state à « Enabled » et ôter disabledAlerts.",
        en: 'Set state to "Enabled" and drop disabledAlerts.',
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/azure-sql/database/azure-defender-for-sql",
    appliesTo: [ALERTS, ASSESSMENT, "azure-native:sql:DatabaseSecurityAlertPolicy"],
    examples: {
        compliant: [
            {
                type: ALERTS,
                properties: { state: "Enabled" } satisfies Partial<ServerSecurityAlertPolicyArgs>,
            },
        ],
        violation: [
            {
                type: ALERTS,
                properties: {
                    state: "Enabled",
                    disabledAlerts: ["Sql_Injection"],
                } satisfies Partial<ServerSecurityAlertPolicyArgs>,
            },
        ],
    },
    remedies: () => [{ path: "state", value: "Enabled" }],
    check(policy, { type }) {
        policy.expect("state", anyCase("Enabled"));
        if (type !== ASSESSMENT) {
            policy.each("disabledAlerts", (alert) => {
                // Azure writes an empty list as one empty text.
                alert.given("", (name) => {
                    if (name !== "") {
                        alert.violation("", "attendu aucune alerte éteinte");
                    }
                });
            });
        }
    },
});
