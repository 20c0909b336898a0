import { catalogue as rule } from "../../catalogue";
import type { Link } from "../../framework";
import { iso, sources } from "../sources";

/** What there is, whose it is, and how sensitive. */
export const inventory: Link = {
    sources: [...iso("A.5.9", "A.5.12", "A.5.13"), sources.tags],
    rules: [rule.resourceTags],
};

/** What runs is what is declared. */
export const configuration: Link = {
    sources: iso("A.8.9", "A.8.32"),
    rules: [
        rule.ignoredChangesVisible,
        rule.aksNodeResourceGroupLocked,
        rule.webhookFailsClosed,
        rule.resourceApiVersionStable,
        rule.meshNoRawProxyConfig,
    ],
};

const judgement: Link = {
    sources: iso("A.5.36"),
    rules: [
        rule.aksPolicyAddOn,
        rule.ignoredChangesVisible,
        rule.policyAssignmentEnforced,
        rule.resourceCovered,
    ],
};

const exemptions: Link = {
    sources: [...iso("A.5.36"), sources.exemptionPeriod],
    rules: [rule.policyExemptionExpires],
};

/** Whether rules are kept is verified, and exceptions end. */
export const compliance: readonly Link[] = [judgement, exemptions];

/** Who did what is recorded. */
export const auditLogs: Link = {
    sources: [...iso("A.8.15"), sources.cnilTraces],
    rules: [
        rule.resourceAuditLog,
        rule.databaseAuditLog,
        rule.databaseConnectionsLogged,
        rule.sqlServerAuditing,
        rule.virtualNetworkFlowLog,
        rule.activityLogComplete,
        rule.logExportEnabled,
    ],
};

/** Records last as long as they may, and no longer. */
export const logRetention: Link = {
    sources: [...iso("A.5.33"), sources.cnilLogs, sources.logRetention],
    rules: [rule.logRetention, rule.storageArchiveImmutable, rule.flowLogRetention],
};

/** Records cannot be changed or erased. */
export const logImmutability: Link = {
    sources: [...iso("A.5.28", "A.5.33", "A.8.15"), sources.logIntegrity],
    rules: [rule.storageArchiveImmutable],
};

/** Records are neither read nor written from outside. */
export const logIsolation: Link = {
    sources: [...iso("A.8.15"), sources.logIsolation],
    rules: [rule.logWorkspacePrivate, rule.applicationInsightsPrivate],
};

/** Malicious software is noticed. */
export const malware: Link = {
    sources: iso("A.8.7", "A.8.16"),
    rules: [rule.aksDefender, rule.defenderPlanStandard],
};

/** Intrusions are noticed. */
export const intrusions: Link = {
    sources: iso("A.8.16"),
    rules: [rule.firewallThreatProtection, rule.sqlThreatDetection],
};

/** Someone is told. */
export const alerts: Link = {
    sources: iso("A.5.24", "A.8.16"),
    rules: [rule.alertRecipients, rule.alertReceiversAuthenticated, rule.alertSensitiveOperations],
};
