import type { WorkspaceArgs } from "@pulumi/azure-native/operationalinsights/workspace";

import { between, such } from "../../expectation";
import { defineRule } from "../../rule";

const WORKSPACE = "azure-native:operationalinsights:Workspace";
const TABLE = "azure-native:operationalinsights:Table";

/** By which a table takes over a retention set elsewhere. */
const DEFER = -1;

interface Config {
    readonly minDays: number;
    readonly maxDays: number;
}

export const logRetention = defineRule<Config>({
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
        fr: "Mettre retentionInDays (et, sur une table, totalRetentionInDays) entre 180 et 365.",
        en: "Set retentionInDays (and, on a table, totalRetentionInDays) between 180 and 365.",
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/azure-monitor/logs/data-retention-configure",
    appliesTo: [WORKSPACE, TABLE],
    examples: {
        compliant: [
            { type: WORKSPACE, properties: { retentionInDays: 365 } satisfies Partial<WorkspaceArgs> },
        ],
        violation: [
            { type: WORKSPACE, properties: { retentionInDays: 30 } satisfies Partial<WorkspaceArgs> },
        ],
    },
    config: {
        // CNIL, délibération 2021-122: six months to one year.
        minDays: {
            type: "integer",
            minimum: 1,
            description: "Jours de conservation des journaux, au moins.",
            default: 180,
        },
        maxDays: {
            type: "integer",
            minimum: 1,
            description: "Jours de conservation des journaux, au plus.",
            default: 365,
        },
    },
    check(log, { type }, { minDays, maxDays }) {
        const kept = between(minDays, maxDays);
        if (type !== TABLE) {
            // Not set means the 30 days of the plan.
            log.expect("retentionInDays", kept);
            return;
        }
        // The total counts. Not set, or -1, it is the interactive retention, and that in turn is the workspace's.
        const total = log.read("totalRetentionInDays");
        const deferred = total.state === "unset" || (total.state === "known" && total.value === DEFER);
        const keptOrDeferred = such(
            kept.text,
            (value) => value === undefined || value === DEFER || kept.accepts(value),
        );
        log.expect(deferred ? "retentionInDays" : "totalRetentionInDays", keptOrDeferred);
    },
});
