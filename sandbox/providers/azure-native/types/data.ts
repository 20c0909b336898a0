import { propertiesAt, textAt } from "../../protocol/values";
import { CREATED } from "../arm";
import type { ArmType } from "../arm-type";

const GROUP = "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}";

/** Storage and managed databases. */
export const dataTypes: Readonly<Record<string, ArmType>> = {
    "azure-native:storage:StorageAccount": {
        path: `${GROUP}/providers/Microsoft.Storage/storageAccounts/{accountName}`,
        forceNew: ["isHnsEnabled", "enableNfsV3", "immutableStorageWithVersioning"],
        outputs: {
            accessTier: "Hot",
            accountMigrationInProgress: false,
            allowBlobPublicAccess: false,
            allowCrossTenantReplication: false,
            allowSharedKeyAccess: true,
            creationTime: CREATED,
            defaultToOAuthAuthentication: false,
            enableHttpsTrafficOnly: true,
            encryption: { keySource: "Microsoft.Storage" },
            failoverInProgress: false,
            isSkuConversionBlocked: false,
            keyCreationTime: { key1: CREATED, key2: CREATED },
            minimumTlsVersion: "TLS1_0",
            networkRuleSet: {
                bypass: "AzureServices",
                defaultAction: "Allow",
                ipRules: [],
                virtualNetworkRules: [],
            },
            primaryEndpoints: ({ name }) =>
                Object.fromEntries(
                    ["blob", "dfs", "file", "queue", "table"].map((service) => [
                        service,
                        `https://${name}.${service}.core.windows.net/`,
                    ]),
                ),
            primaryLocation: ({ inputs }) => textAt(inputs, "location"),
            privateEndpointConnections: [],
            publicNetworkAccess: "Enabled",
            "sku.tier": ({ inputs }) => (textAt(propertiesAt(inputs, "sku"), "name") ?? "").split("_")[0],
            statusOfPrimary: "available",
        },
        unset: `allowedCopyScope azureFilesIdentityBasedAuthentication blobRestoreStatus customDomain
            dnsEndpointType enableExtendedGroups enableNfsV3 extendedLocation geoReplicationStats identity
            immutableStorageWithVersioning isHnsEnabled isLocalUserEnabled isSftpEnabled keyPolicy
            largeFileSharesState lastGeoFailoverTime routingPreference sasPolicy secondaryEndpoints
            secondaryLocation statusOfSecondary storageAccountSkuConversionStatus tags`,
    },
    "azure-native:dbformysql:Server": {
        path: `${GROUP}/providers/Microsoft.DBforMySQL/flexibleServers/{serverName}`,
        forceNew: ["administratorLogin", "createMode", "sourceServerResourceId"],
        outputs: {
            "backup.earliestRestoreDate": CREATED,
            fullyQualifiedDomainName: ({ name }) => `${name}.mysql.database.azure.com`,
            "highAvailability.state": "Healthy",
            privateEndpointConnections: [],
            replicaCapacity: 10,
            replicationRole: "None",
            state: "Ready",
            "storage.storageSku": "Premium_LRS",
        },
        unset: `administratorLogin availabilityZone backup dataEncryption highAvailability identity
            importSourceProperties maintenanceWindow network sku sourceServerResourceId storage tags version`,
    },
};
