import { between } from "../../expectation";
import { defineRule } from "../../rule";

export const logRetention = defineRule({
    id: "log-retention",
    title: {
        fr: "Les journaux sont conservés de six mois à un an",
        en: "Logs are kept from six months to one year",
    },
    why: {
        fr: "Trop court, une intrusion ne peut être retracée ; trop long, la conservation dépasse la finalité.",
        en: "Too short, an intrusion cannot be traced; too long, retention exceeds its purpose.",
    },
    remediation: {
        fr: "Mettre retentionInDays entre 180 et 365.",
        en: "Set retentionInDays between 180 and 365.",
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/azure-monitor/logs/data-retention-configure",
    appliesTo: ["azure-native:operationalinsights:Workspace"],
    check(workspace) {
        // CNIL, délibération 2021-122: six months to one year. Not set means the 30 days of the plan.
        workspace.expect("retentionInDays", between(180, 365));
    },
});
