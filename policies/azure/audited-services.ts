/** What an audited service calls its resources, and the log categories that record access to them. */
export interface AuditedService {
    /** The property that names the resource. */
    readonly name: string;
    /** The type as resource ids spell it, in lower case. */
    readonly resourceType: string;
    readonly categories: readonly [string, ...string[]];
}

/** Services that hold, open or carry health data, by type. */
export const auditedServices: Readonly<Record<string, AuditedService>> = {
    "azure-native:containerregistry:Registry": {
        name: "registryName",
        resourceType: "microsoft.containerregistry/registries",
        categories: ["ContainerRegistryLoginEvents", "ContainerRegistryRepositoryEvents"],
    },
    "azure-native:containerservice:ManagedCluster": {
        name: "resourceName",
        resourceType: "microsoft.containerservice/managedclusters",
        categories: ["kube-audit", "kube-audit-admin"],
    },
    "azure-native:dbformysql:Server": {
        name: "serverName",
        resourceType: "microsoft.dbformysql/flexibleservers",
        categories: ["MySqlAuditLogs"],
    },
    "azure-native:dbforpostgresql:Server": {
        name: "serverName",
        resourceType: "microsoft.dbforpostgresql/flexibleservers",
        categories: ["PostgreSQLLogs"],
    },
    "azure-native:keyvault:Vault": {
        name: "vaultName",
        resourceType: "microsoft.keyvault/vaults",
        categories: ["AuditEvent"],
    },
    "azure-native:sql:Server": {
        name: "serverName",
        resourceType: "microsoft.sql/servers",
        categories: ["SQLSecurityAuditEvents"],
    },
    "azure-native:storage:StorageAccount": {
        name: "accountName",
        resourceType: "microsoft.storage/storageaccounts",
        categories: ["StorageRead", "StorageWrite", "StorageDelete"],
    },
};
