import { CREATED, GROUP, guid } from "../arm";
import type { ArmType } from "../arm-type";

const INSIGHTS = `${GROUP}/providers/Microsoft.Insights`;

/** Policies, locks, costs and alerts. */
export const governanceTypes: Readonly<Record<string, ArmType>> = {
    "azure-native:authorization:PolicyAssignment": {
        path: "/{scope}/providers/Microsoft.Authorization/policyAssignments/{policyAssignmentName}",
        immutable: ["policyDefinitionId"],
        outputs: {
            assignmentType: "Custom",
            effectiveDefinitionVersion: "1.*.*",
            enforcementMode: "Default",
            instanceId: ({ id }) => guid(`${id}/instance`),
            latestDefinitionVersion: "1.*.*",
            metadata: ({ tenantId }) => ({ createdBy: guid(`${tenantId}/operator`), createdOn: CREATED }),
            notScopes: [],
        },
        unset: `definitionVersion description displayName identity location nonComplianceMessages overrides
            parameters policyDefinitionId resourceSelectors`,
    },
    "azure-native:authorization:ManagementLockByScope": {
        path: "/{scope}/providers/Microsoft.Authorization/locks/{lockName}",
        outputs: {},
        unset: "notes owners",
    },
    "azure-native:security:Pricing": {
        path: "/{scopeId}/providers/Microsoft.Security/pricings/{pricingName}",
        outputs: {
            deprecated: false,
            enablementTime: CREATED,
            enforce: "False",
            "extensions[].operationStatus": { code: "Succeeded", message: "" },
            freeTrialRemainingTime: "P30D",
            inherited: "False",
            inheritedFrom: "",
            replacedBy: [],
            resourcesCoverageStatus: "FullyCovered",
        },
        unset: "extensions subPlan",
    },
    "azure-native:security:SecurityContact": {
        path: "/subscriptions/{subscriptionId}/providers/Microsoft.Security/securityContacts/{securityContactName}",
        outputs: { isEnabled: true },
        unset: "emails notificationsByRole notificationsSources phone",
    },
    "azure-native:consumption:Budget": {
        path: "/{scope}/providers/Microsoft.Consumption/budgets/{budgetName}",
        outputs: {
            currentSpend: { amount: 0, unit: "EUR" },
            forecastSpend: { amount: 0, unit: "EUR" },
        },
        unset: "filter notifications",
    },
    "azure-native:monitor:ActionGroup": {
        path: `${INSIGHTS}/actionGroups/{actionGroupName}`,
        outputs: {
            armRoleReceivers: [],
            automationRunbookReceivers: [],
            azureAppPushReceivers: [],
            azureFunctionReceivers: [],
            emailReceivers: [],
            "emailReceivers[].status": "Enabled",
            eventHubReceivers: [],
            incidentReceivers: [],
            itsmReceivers: [],
            logicAppReceivers: [],
            smsReceivers: [],
            voiceReceivers: [],
            webhookReceivers: [],
        },
        unset: "identity tags",
    },
    "azure-native:monitor:ActivityLogAlert": {
        path: `${INSIGHTS}/activityLogAlerts/{activityLogAlertName}`,
        outputs: { enabled: true, location: "global" },
        unset: "description tags",
    },
    "azure-native:monitor:ScheduledQueryRule": {
        path: `${INSIGHTS}/scheduledQueryRules/{ruleName}`,
        immutable: ["kind"],
        outputs: {
            createdWithApiVersion: "2023-12-01",
            enabled: true,
            isLegacyLogAnalyticsRule: false,
            isWorkspaceAlertsStorageConfigured: false,
            kind: "LogAlert",
        },
        unset: `actions autoMitigate checkWorkspaceAlertsStorageConfigured criteria description displayName
            evaluationFrequency identity muteActionsDuration overrideQueryTimeRange resolveConfiguration scopes severity
            skipQueryValidation tags targetResourceTypes windowSize`,
    },
};
