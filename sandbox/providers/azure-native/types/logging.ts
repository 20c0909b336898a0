import { CREATED, GROUP, guid } from "../arm";
import type { ArmType } from "../arm-type";

/** Logs, and who may see them. */
export const loggingTypes: Readonly<Record<string, ArmType>> = {
    "azure-native:operationalinsights:Workspace": {
        path: `${GROUP}/providers/Microsoft.OperationalInsights/workspaces/{workspaceName}`,
        outputs: {
            createdDate: CREATED,
            customerId: ({ id }) => guid(`${id}/customer`),
            features: { enableLogAccessUsingOnlyResourcePermissions: true, legacy: 0, searchVersion: 1 },
            modifiedDate: CREATED,
            privateLinkScopedResources: [],
            publicNetworkAccessForIngestion: "Enabled",
            publicNetworkAccessForQuery: "Enabled",
            retentionInDays: 30,
            sku: { name: "PerGB2018", lastSkuUpdate: CREATED },
            "sku.lastSkuUpdate": CREATED,
            workspaceCapping: {
                dailyQuotaGb: -1,
                dataIngestionStatus: "RespectQuota",
                quotaNextResetTime: CREATED,
            },
            "workspaceCapping.dataIngestionStatus": "RespectQuota",
            "workspaceCapping.quotaNextResetTime": CREATED,
        },
        unset: `defaultDataCollectionRuleResourceId features.unifiedSentinelBillingOnly forceCmkForQuery identity
            tags`,
    },
    "azure-native:monitor:DiagnosticSetting": {
        path: "/{resourceUri}/providers/Microsoft.Insights/diagnosticSettings/{name}",
        outputs: { logs: [], metrics: [] },
        unset: `eventHubAuthorizationRuleId eventHubName logAnalyticsDestinationType marketplacePartnerId
            serviceBusRuleId storageAccountId workspaceId`,
    },
};
