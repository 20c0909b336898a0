import { CREATED, GROUP, guid } from "../arm";
import type { ArmType } from "../arm-type";
import { clientId, principalId } from "../outputs";

/** Groups, identities, rights, logs and keys. */
export const managementTypes: Readonly<Record<string, ArmType>> = {
    "azure-native:resources:ResourceGroup": {
        path: GROUP,
        outputs: { properties: { provisioningState: "Succeeded" } },
        unset: "managedBy tags",
    },
    "azure-native:managedidentity:UserAssignedIdentity": {
        path: `${GROUP}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{resourceName}`,
        outputs: {
            clientId: ({ id }) => clientId(id),
            principalId: ({ id }) => principalId(id),
            tenantId: ({ tenantId }) => tenantId,
        },
        unset: "tags",
    },
    "azure-native:managedidentity:FederatedIdentityCredential": {
        path:
            `${GROUP}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{resourceName}` +
            "/federatedIdentityCredentials/{federatedIdentityCredentialResourceName}",
        outputs: {},
    },
    "azure-native:authorization:RoleAssignment": {
        path: "/{scope}/providers/Microsoft.Authorization/roleAssignments/{roleAssignmentName}",
        forceNew: ["principalId"],
        immutable: ["principalType", "roleDefinitionId"],
        outputs: {
            createdBy: ({ tenantId }) => guid(`${tenantId}/operator`),
            createdOn: CREATED,
            updatedBy: ({ tenantId }) => guid(`${tenantId}/operator`),
            updatedOn: CREATED,
        },
        unset: "condition conditionVersion delegatedManagedIdentityResourceId description principalType",
    },
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
    "azure-native:keyvault:Vault": {
        path: `${GROUP}/providers/Microsoft.KeyVault/vaults/{vaultName}`,
        immutable: ["properties.enableSoftDelete", "properties.softDeleteRetentionInDays"],
        outputs: {
            "properties.privateEndpointConnections": [],
            "properties.vaultUri": ({ name }) => `https://${name}.vault.azure.net/`,
        },
        unset: "location properties.hsmPoolResourceId tags",
    },
};
