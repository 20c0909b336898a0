/** The log categories that record who did what to a service that holds, opens or carries health data, by type. */
export const auditedServices: Readonly<Record<string, readonly [string, ...string[]]>> = {
    "azure-native:containerregistry:Registry": [
        "ContainerRegistryLoginEvents",
        "ContainerRegistryRepositoryEvents",
    ],
    // "kube-audit-admin" leaves out the reads: exec, port-forward and the reading of a secret among them.
    "azure-native:containerservice:ManagedCluster": ["kube-audit"],
    "azure-native:cosmosdb:DatabaseAccount": ["DataPlaneRequests"],
    "azure-native:dbformysql:Server": ["MySqlAuditLogs"],
    "azure-native:dbforpostgresql:Server": ["PostgreSQLLogs"],
    "azure-native:eventhub:Namespace": ["RuntimeAuditLogs"],
    "azure-native:keyvault:Vault": ["AuditEvent"],
    "azure-native:network:ApplicationGateway": [
        "ApplicationGatewayAccessLog",
        "ApplicationGatewayFirewallLog",
    ],
    "azure-native:network:AzureFirewall": ["AZFWNetworkRule", "AZFWApplicationRule"],
    "azure-native:network:BastionHost": ["BastionAuditLogs"],
    "azure-native:network:NetworkSecurityGroup": [
        "NetworkSecurityGroupEvent",
        "NetworkSecurityGroupRuleCounter",
    ],
    "azure-native:network:PublicIPAddress": [
        "DDoSProtectionNotifications",
        "DDoSMitigationFlowLogs",
        "DDoSMitigationReports",
    ],
    "azure-native:network:VirtualNetwork": ["VMProtectionAlerts"],
    "azure-native:operationalinsights:Workspace": ["Audit"],
    "azure-native:redis:Redis": ["ConnectedClientList"],
    "azure-native:servicebus:Namespace": ["RuntimeAuditLogs"],
    "azure-native:sql:ManagedInstance": ["SQLSecurityAuditEvents"],
    "azure-native:sql:Server": ["SQLSecurityAuditEvents"],
    "azure-native:storage:StorageAccount": ["StorageRead", "StorageWrite", "StorageDelete"],
};
