import type { FlowLogArgs } from "@pulumi/azure-native/network/flowLog";

import { between, exactly, such } from "../../expectation";
import { isEeaRegion } from "../../regions";
import { defineRule } from "../../rule";

const FLOW_LOG = "azure-native:network:FlowLog";
const ANALYTICS = "flowAnalyticsConfiguration.networkWatcherFlowAnalyticsConfiguration";

const eeaRegionIfGiven = such(
    "une région Azure de l’Espace économique européen",
    (value) => value === undefined || (typeof value === "string" && isEeaRegion(value)),
);

interface Config {
    readonly minDays: number;
    readonly maxDays: number;
}

const flowLog = (days: number) => ({
    type: FLOW_LOG,
    properties: {
        retentionPolicy: { enabled: true, days },
        flowAnalyticsConfiguration: {
            networkWatcherFlowAnalyticsConfiguration: { enabled: true, workspaceRegion: "francecentral" },
        },
    } satisfies Partial<FlowLogArgs>,
});

export const flowLogRetention = defineRule<Config>({
    id: "flow-log-retention",
    title: {
        fr: "Les journaux de flux sont analysés, et conservés de six mois à un an",
        en: "Flow logs are analysed, and kept from six months to one year",
    },
    why: {
        fr: "Sans durée, ils restent à jamais ; sans analyse, nul ne remarque une fuite de données.",
        en: "Without a limit, they stay for ever; without analysis, nobody notices data leaving.",
    },
    remediation: {
        fr: "Mettre retentionPolicy.enabled à true, days entre 180 et 365, et activer Traffic Analytics dans l’EEE.",
        en: "Set retentionPolicy.enabled to true, days between 180 and 365, and enable Traffic Analytics in the EEA.",
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/network-watcher/traffic-analytics",
    appliesTo: [FLOW_LOG],
    examples: { compliant: [flowLog(180)], violation: [flowLog(0)] },
    config: {
        // CNIL, délibération 2021-122: six months to one year.
        minDays: {
            type: "integer",
            minimum: 1,
            description: "Jours de conservation des journaux de flux, au moins.",
            default: 180,
        },
        maxDays: {
            type: "integer",
            minimum: 1,
            description: "Jours de conservation des journaux de flux, au plus.",
            default: 365,
        },
    },
    check(log, _resource, { minDays, maxDays }) {
        // Not set, or 0 days, means for ever.
        log.expect("retentionPolicy.enabled", exactly(true));
        log.expect("retentionPolicy.days", between(minDays, maxDays));
        log.expect(`${ANALYTICS}.enabled`, exactly(true));
        log.expect(`${ANALYTICS}.workspaceRegion`, eeaRegionIfGiven);
    },
});
