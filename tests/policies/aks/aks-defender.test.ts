import { aksDefender } from "../../../policies/rules/aks/aks-defender";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const cluster = (enabled: unknown, workspace: unknown) => ({
    securityProfile: {
        defender: { securityMonitoring: { enabled }, logAnalyticsWorkspaceResourceId: workspace },
    },
});
const at = (path: string) => `securityProfile.defender.${path}`;

describeRule(aksDefender, {
    type: "azure-native:containerservice:ManagedCluster",
    accepts: { "a cluster that is watched": compliant(cluster(true, UNKNOWN)) },
    rejects: {
        "a cluster that is not": violation(
            cluster(false, "/subscriptions/0"),
            `${at("securityMonitoring.enabled")} : attendu true, obtenu false`,
        ),
    },
    unset: {
        "every property": violation(
            {},
            `${at("securityMonitoring.enabled")} : attendu true, non défini`,
            `${at("logAnalyticsWorkspaceResourceId")} : attendu un espace de travail de journaux, non défini`,
        ),
    },
    unknown: {
        "whether it is watched": undecided(
            cluster(UNKNOWN, "/subscriptions/0"),
            at("securityMonitoring.enabled"),
        ),
    },
    otherType: "azure-native:containerservice:AgentPool",
});
