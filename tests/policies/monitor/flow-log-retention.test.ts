import { flowLogRetention } from "../../../policies/rules/monitor/flow-log-retention";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const PATH = "flowAnalyticsConfiguration.networkWatcherFlowAnalyticsConfiguration";
const log = (days: unknown, enabled: unknown = true, analytics: object = { enabled: true }) => ({
    retentionPolicy: { enabled, days },
    flowAnalyticsConfiguration: { networkWatcherFlowAnalyticsConfiguration: analytics },
});
const days = (text: string) => `retentionPolicy.days : attendu un nombre de 180 à 365, ${text}`;
const config = { minDays: 30, maxDays: 31 };

describeRule(flowLogRetention, {
    type: "azure-native:network:FlowLog",
    accepts: {
        "six months": compliant(log(180)),
        "one year, analysed in France": compliant(
            log(365, true, { enabled: true, workspaceRegion: "francecentral" }),
        ),
        "what the users want": { ...compliant(log(30)), config },
    },
    rejects: {
        "a day too little": violation(log(179), days("obtenu 179")),
        "a day too much": violation(log(366), days("obtenu 366")),
        "a log that is kept for ever": violation(log(0), days("obtenu 0")),
        "more than the users want": {
            ...violation(log(32), "retentionPolicy.days : attendu un nombre de 30 à 31, obtenu 32"),
            config,
        },
        "a policy that is off": violation(
            log(180, false),
            "retentionPolicy.enabled : attendu true, obtenu false",
        ),
        "no analysis": violation(
            log(180, true, { enabled: false }),
            `${PATH}.enabled : attendu true, obtenu false`,
        ),
        "an analysis outside": violation(
            log(180, true, { enabled: true, workspaceRegion: "uksouth" }),
            `${PATH}.workspaceRegion : attendu une région Azure de l’Espace économique européen, obtenu « uksouth »`,
        ),
        "an analysis in a region that is a number": violation(
            log(180, true, { enabled: true, workspaceRegion: 1 }),
            `${PATH}.workspaceRegion : attendu une région Azure de l’Espace économique européen, obtenu 1`,
        ),
    },
    unset: {
        everything: violation(
            {},
            "retentionPolicy.enabled : attendu true, non défini",
            days("non défini"),
            `${PATH}.enabled : attendu true, non défini`,
        ),
    },
    unknown: { "the days": undecided(log(UNKNOWN), "retentionPolicy.days") },
    otherType: "azure-native:network:NetworkWatcher",
});
