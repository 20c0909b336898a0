import type { DataExportArgs } from "@pulumi/azure-native/operationalinsights/dataExport";

import { exactly } from "../../expectation";
import { defineRule } from "../../rule";

const EXPORT = "azure-native:operationalinsights:DataExport";

const dataExport = (enable: boolean) => ({
    type: EXPORT,
    properties: { enable } satisfies Partial<DataExportArgs>,
});

export const logExportEnabled = defineRule({
    id: "log-export-enabled",
    title: {
        fr: "L’export des journaux vers leur archive est actif",
        en: "The export of logs to their archive is active",
    },
    why: {
        fr: "Éteint, l’export reste déclaré, mais l’archive ne reçoit plus rien : qui modifie l’espace de journaux efface la seule trace.",
        en: "Turned off, the export is still declared, but the archive gets nothing: whoever alters the workspace erases the only trace.",
    },
    remediation: {
        fr: "Mettre enable à true.",
        en: "Set enable to true.",
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/azure-monitor/logs/logs-data-export",
    appliesTo: [EXPORT],
    examples: { compliant: [dataExport(true)], violation: [dataExport(false)] },
    check(properties) {
        // What it is where it is not set, Azure does not say.
        properties.expect("enable", exactly(true));
    },
});
