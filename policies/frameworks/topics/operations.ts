import { catalogue as rule } from "../../catalogue";
import type { Link } from "../../framework";
import { iso, sources } from "../sources";

/** What there is, whose it is, and how sensitive. */
export const inventory: Link = {
    sources: iso("A.5.9", "A.5.12", "A.5.13"),
    rules: [rule.resourceTags, rule.resourceCovered],
};

/** What runs is what is declared, and the declaration is judged. */
export const configuration: Link = {
    sources: iso("A.8.9", "A.8.32"),
    rules: [
        rule.ignoredChangesVisible,
        rule.policyAssignmentEnforced,
        rule.aksPolicyAddOn,
        rule.resourceCovered,
        rule.webhookFailsClosed,
        rule.policyExemptionExpires,
        rule.resourceApiVersionStable,
        rule.meshNoRawProxyConfig,
    ],
};

/** Who did what is recorded. */
export const auditLogs: Link = {
    sources: [...iso("A.8.15"), sources.cnilGuide],
    rules: [
        rule.resourceAuditLog,
        rule.databaseAuditLog,
        rule.databaseConnectionsLogged,
        rule.sqlServerAuditing,
        rule.virtualNetworkFlowLog,
        rule.activityLogComplete,
    ],
};

/** Records last as long as they may, and no longer. */
export const logRetention: Link = {
    sources: [...iso("A.5.33"), sources.cnilLogs, sources.logRetention],
    rules: [rule.logRetention, rule.storageArchiveImmutable, rule.flowLogRetention],
};

/** Records cannot be changed or erased, nor read from outside. */
export const logIntegrity: Link = {
    sources: [...iso("A.5.28", "A.8.15"), sources.logIsolation, sources.logIntegrity],
    rules: [rule.storageArchiveImmutable, rule.logWorkspacePrivate, rule.applicationInsightsPrivate],
};

/** Attacks are noticed, and someone is told. */
export const detection: Link = {
    sources: iso("A.5.24", "A.8.7", "A.8.16"),
    rules: [
        rule.aksDefender,
        rule.alertRecipients,
        rule.defenderPlanStandard,
        rule.firewallThreatProtection,
        rule.sqlThreatDetection,
        rule.alertReceiversAuthenticated,
        rule.alertSensitiveOperations,
    ],
};
