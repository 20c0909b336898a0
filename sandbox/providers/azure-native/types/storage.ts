import { propertiesAt, textAt } from "../../protocol/values";
import { CREATED, digest, GROUP, guid, regionOf } from "../arm";
import type { ArmResource, ArmType } from "../arm-type";
import { pairOf } from "../refusals/regions";

const ACCOUNT = `${GROUP}/providers/Microsoft.Storage/storageAccounts/{accountName}`;
const WATCHER = `${GROUP}/providers/Microsoft.Network/networkWatchers/{networkWatcherName}`;

/** Azure encrypts in any case. */
const ENCRYPTED = { enabled: true, keyType: "Account", lastEnabledTime: CREATED };

/** Storage accounts, what is in them, and the flow logs that go there. */
export const storageTypes: Readonly<Record<string, ArmType>> = {
    "azure-native:storage:StorageAccount": {
        path: ACCOUNT,
        immutable: [
            "encryption.requireInfrastructureEncryption",
            "immutableStorageWithVersioning.enabled",
            "isHnsEnabled",
        ],
        outputs: {
            accessTier: "Hot",
            allowBlobPublicAccess: false,
            allowCrossTenantReplication: false,
            creationTime: CREATED,
            dnsEndpointType: "Standard",
            enableHttpsTrafficOnly: true,
            encryption: { keySource: "Microsoft.Storage", services: { blob: ENCRYPTED, file: ENCRYPTED } },
            "encryption.keyVaultProperties.currentVersionedKeyIdentifier": keyInUse,
            "encryption.keyVaultProperties.lastKeyRotationTimestamp": CREATED,
            "encryption.services.blob.lastEnabledTime": CREATED,
            "encryption.services.file.lastEnabledTime": CREATED,
            keyCreationTime: { key1: CREATED, key2: CREATED },
            largeFileSharesState: "Enabled",
            minimumTlsVersion: "TLS1_0",
            networkRuleSet: {
                bypass: "AzureServices",
                defaultAction: "Allow",
                ipRules: [],
                virtualNetworkRules: [],
            },
            "networkRuleSet.ipRules": [],
            "networkRuleSet.virtualNetworkRules": [],
            primaryEndpoints: endpoints,
            primaryLocation: ({ inputs }) => regionOf(inputs),
            privateEndpointConnections: [],
            secondaryLocation: (account) =>
                isCopied(account) ? pairOf(regionOf(account.inputs)) : undefined,
            "sku.tier": (account) => skuName(account).split("_", 1)[0],
            statusOfPrimary: "available",
            statusOfSecondary: (account) => (isCopied(account) ? "available" : undefined),
        },
        unset: `accountMigrationInProgress allowSharedKeyAccess allowedCopyScope
            azureFilesIdentityBasedAuthentication blobRestoreStatus customDomain defaultToOAuthAuthentication
            enableExtendedGroups enableNfsV3 encryption.keyVaultProperties.currentVersionedKeyExpirationTimestamp
            extendedLocation failoverInProgress geoReplicationStats identity
            immutableStorageWithVersioning isHnsEnabled isLocalUserEnabled isSftpEnabled isSkuConversionBlocked
            keyPolicy lastGeoFailoverTime publicNetworkAccess routingPreference sasPolicy secondaryEndpoints
            storageAccountSkuConversionStatus tags`,
    },
    "azure-native:storage:BlobServiceProperties": {
        path: `${ACCOUNT}/blobServices/{blobServicesName}`,
        outputs: {
            cors: { corsRules: [] },
            deleteRetentionPolicy: { allowPermanentDelete: false, enabled: false },
            "deleteRetentionPolicy.allowPermanentDelete": false,
            sku: { name: "Standard_ZRS", tier: "Standard" },
        },
        unset: `automaticSnapshotPolicyEnabled changeFeed containerDeleteRetentionPolicy defaultServiceVersion
            isVersioningEnabled lastAccessTimeTrackingPolicy restorePolicy`,
    },
    "azure-native:storage:BlobContainer": {
        path: `${ACCOUNT}/blobServices/default/containers/{containerName}`,
        immutable: ["defaultEncryptionScope"],
        outputs: {
            defaultEncryptionScope: "$account-encryption-key",
            deleted: false,
            deletedTime: "0001-01-01T00:00:00Z",
            denyEncryptionScopeOverride: false,
            // Azure makes the policy of the account the container's too.
            hasImmutabilityPolicy: false,
            hasLegalHold: false,
            immutabilityPolicy: { etag: "", updateHistory: [] },
            lastModifiedTime: CREATED,
            leaseState: "Available",
            leaseStatus: "Unlocked",
            legalHold: { hasLegalHold: false, tags: [] },
            publicAccess: "None",
            remainingRetentionDays: 0,
            version: "",
        },
        unset: `enableNfsV3AllSquash enableNfsV3RootSquash immutableStorageWithVersioning leaseDuration metadata`,
    },
    "azure-native:storage:ManagementPolicy": {
        path: `${ACCOUNT}/managementPolicies/{managementPolicyName}`,
        outputs: { lastModifiedTime: CREATED },
    },
    "azure-native:network:NetworkWatcher": { path: WATCHER, outputs: {}, unset: "location tags" },
    "azure-native:network:FlowLog": {
        path: `${WATCHER}/flowLogs/{flowLogName}`,
        immutable: ["targetResourceId"],
        outputs: {
            enabled: true,
            enabledFilteringCriteria: "",
            format: { type: "JSON", version: 2 },
            retentionPolicy: { days: 0, enabled: false },
            targetResourceGuid: ({ inputs }) => guid(`${textAt(inputs, "targetResourceId") ?? ""}/resource`),
        },
        unset: "flowAnalyticsConfiguration identity location tags",
    },
};

function skuName({ inputs }: ArmResource): string {
    return textAt(propertiesAt(inputs, "sku"), "name") ?? "";
}

/** Whether the account has a copy in another region. */
function isCopied(account: ArmResource): boolean {
    return skuName(account).includes("G");
}

function endpoints({ id, name }: ArmResource): Record<string, string> {
    const at = (service: string, zone = "") => `https://${name}.${zone}${service}.core.windows.net/`;
    return {
        blob: at("blob"),
        dfs: at("dfs"),
        file: at("file"),
        queue: at("queue"),
        table: at("table"),
        // The zone of web sites is one of about twenty.
        web: at("web", `z${(1 + (parseInt(digest(id, 4), 16) % 20)).toString()}.`),
    };
}

/** The newest version of the customer's key, with which the account encrypts. */
function keyInUse({ id, inputs }: ArmResource): string {
    const key = propertiesAt(propertiesAt(inputs, "encryption"), "keyVaultProperties");
    const version = textAt(key, "keyVersion") ?? digest(`${id}/key`, 32);
    return `${textAt(key, "keyVaultUri") ?? ""}keys/${textAt(key, "keyName") ?? ""}/${version}`;
}
