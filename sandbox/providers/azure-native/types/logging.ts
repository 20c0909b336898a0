import { CREATED, GROUP, guid } from "../arm";
import type { ArmResource, ArmType } from "../arm-type";

const WORKSPACE = `${GROUP}/providers/Microsoft.OperationalInsights/workspaces/{workspaceName}`;
const LINK_SCOPE = `${GROUP}/providers/Microsoft.Insights/privateLinkScopes/{scopeName}`;

/** Logs, and who may see them. */
export const loggingTypes: Readonly<Record<string, ArmType>> = {
    "azure-native:operationalinsights:Workspace": {
        path: WORKSPACE,
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
    "azure-native:operationalinsights:Table": {
        path: `${WORKSPACE}/tables/{tableName}`,
        outputs: {
            archiveRetentionInDays: (table) => kept(table) - searchable(table),
            lastPlanModifiedDate: CREATED,
            plan: "Analytics",
            retentionInDays: searchable,
            totalRetentionInDays: kept,
            retentionInDaysAsDefault: ({ inputs }) => inputs.retentionInDays === undefined,
            totalRetentionInDaysAsDefault: ({ inputs }) => inputs.totalRetentionInDays === undefined,
        },
        unset: "restoredLogs resultStatistics schema searchResults",
    },
    "azure-native:operationalinsights:DataExport": {
        path: `${WORKSPACE}/dataExports/{dataExportName}`,
        outputs: {
            createdDate: CREATED,
            dataExportId: ({ id }) => guid(`${id}/export`),
            enable: true,
            lastModifiedDate: CREATED,
        },
        unset: "eventHubName",
    },
    "azure-native:monitor:PrivateLinkScope": {
        path: LINK_SCOPE,
        outputs: { "accessModeSettings.exclusions": [], privateEndpointConnections: [] },
        unset: "tags",
    },
    "azure-native:monitor:PrivateLinkScopedResource": {
        path: `${LINK_SCOPE}/scopedResources/{name}`,
        immutable: ["linkedResourceId"],
        outputs: { kind: "Resource" },
        unset: "linkedResourceId subscriptionLocation",
    },
    "azure-native:monitor:DiagnosticSetting": {
        path: "/{resourceUri}/providers/Microsoft.Insights/diagnosticSettings/{name}",
        outputs: { logs: [], metrics: [] },
        unset: `eventHubAuthorizationRuleId eventHubName logAnalyticsDestinationType marketplacePartnerId
            serviceBusRuleId storageAccountId workspaceId`,
    },
};

/** Days that a table's logs can be searched: of a table that does not say, those of a new workspace. */
function searchable({ inputs }: ArmResource): number {
    return typeof inputs.retentionInDays === "number" ? inputs.retentionInDays : 30;
}

/** Days that they are kept in all. */
function kept(table: ArmResource): number {
    const { totalRetentionInDays: total } = table.inputs;
    return typeof total === "number" ? total : searchable(table);
}
