import * as assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { Archive, type ArchiveArgs } from "../../../components/archive/archive";
import { AUDIT_TABLES } from "../../../components/logging/audit-log";
import { all, only, settled, startRecording } from "../../support/recorder";
import { names, privateEndpoints, scope } from "../../support/scope";

const ACCOUNT = "azure-native:storage:StorageAccount";
const BLOBS = "azure-native:storage:BlobServiceProperties";
const ROLE = "azure-native:authorization:RoleAssignment";

const args: ArchiveArgs = {
    ...scope,
    names,
    subscriptionId: "subscription",
    key: {
        name: "storage",
        vaultUri: "https://vault.example/",
        uri: "https://vault.example/keys/storage",
        uriWithVersion: pulumi.output("https://vault.example/keys/storage/1"),
        id: pulumi.output("key-id"),
        vaultId: pulumi.output("vault-id"),
    },
    retentionDays: 400,
    redundancy: "ZRS",
    immutability: "Unlocked",
    logRetentionDays: 180,
    virtualNetworkId: "network",
    privateEndpoints,
    workspaceId: "workspace",
    protectData: false,
};

async function record(overrides: Partial<ArchiveArgs> = {}): Promise<Archive> {
    await startRecording();
    const archive = new Archive("archive", { ...args, ...overrides });
    await settled();
    return archive;
}

/** What both accounts are, but for what they hold their blobs to. */
const hardened = (accountName: string) => ({
    ...scope,
    accountName,
    kind: "StorageV2",
    sku: { name: "Standard_ZRS" },
    accessTier: "Hot",
    minimumTlsVersion: "TLS1_2",
    enableHttpsTrafficOnly: true,
    allowBlobPublicAccess: false,
    allowSharedKeyAccess: false,
    defaultToOAuthAuthentication: true,
    isLocalUserEnabled: false,
    allowCrossTenantReplication: false,
    allowedCopyScope: "PrivateLink",
    publicNetworkAccess: "Disabled",
    networkRuleSet: { defaultAction: "Deny", bypass: "AzureServices" },
    identity: { type: "UserAssigned", userAssignedIdentities: ["archive-key-id"] },
    encryption: {
        keySource: "Microsoft.Keyvault",
        keyVaultProperties: { keyName: "storage", keyVaultUri: "https://vault.example/" },
        encryptionIdentity: { encryptionUserAssignedIdentity: "archive-key-id" },
        requireInfrastructureEncryption: true,
        services: {
            blob: { enabled: true, keyType: "Account" },
            file: { enabled: true, keyType: "Account" },
        },
    },
});

describe("Archive", () => {
    describe("the audit logs", () => {
        it("are out of the Internet's reach, under our own key, and write-once", async () => {
            await record();
            assert.deepEqual(only(ACCOUNT, "archive").inputs, {
                ...hardened("staplusauditdevfrc"),
                immutableStorageWithVersioning: {
                    enabled: true,
                    immutabilityPolicy: {
                        state: "Unlocked",
                        immutabilityPeriodSinceCreationInDays: 400,
                        allowProtectedAppendWrites: true,
                    },
                },
            });
        });

        it("are locked in when the stack says so", async () => {
            await record({ immutability: "Locked" });
            const { immutabilityPolicy } = only(ACCOUNT, "archive").inputs.immutableStorageWithVersioning as {
                immutabilityPolicy: { state: string };
            };
            assert.equal(immutabilityPolicy.state, "Locked");
        });

        it("are copied to another region when the stack says so", async () => {
            await record({ redundancy: "GZRS" });
            assert.deepEqual(
                all(ACCOUNT).map(({ inputs }) => inputs.sku),
                [{ name: "Standard_GZRS" }, { name: "Standard_GZRS" }],
            );
        });

        it("keep every state, and for a week what was deleted", async () => {
            await record();
            assert.deepEqual(only(BLOBS, "archive-blobs").inputs, {
                accountName: "staplusauditdevfrc",
                resourceGroupName: "rg-aplus-core-dev-frc",
                blobServicesName: "default",
                isVersioningEnabled: true,
                deleteRetentionPolicy: { enabled: true, days: 7 },
                containerDeleteRetentionPolicy: { enabled: true, days: 7 },
                changeFeed: { enabled: false },
            });
        });

        it("come from every audit table", async () => {
            await record();
            assert.deepEqual(only("azure-native:operationalinsights:DataExport").inputs, {
                dataExportName: "audit",
                workspaceName: "log-aplus-core-dev-frc",
                resourceGroupName: "rg-aplus-core-dev-frc",
                resourceId: "archive-id",
                tableNames: AUDIT_TABLES,
                enable: true,
            });
        });

        it("hold the subscription's activity whole, which no table exports so", async () => {
            await record();
            assert.deepEqual(only("azure-native:monitor:DiagnosticSetting", "archive-activity").inputs, {
                name: "archive",
                resourceUri: "/subscriptions/subscription",
                storageAccountId: "archive-id",
                logs: [
                    "Administrative",
                    "Security",
                    "ServiceHealth",
                    "Alert",
                    "Recommendation",
                    "Policy",
                    "ResourceHealth",
                ].map((category) => ({ category, enabled: true })),
            });
        });

        it("are deleted, with every earlier state, when nothing holds them any more", async () => {
            await record();
            assert.deepEqual(only("azure-native:storage:ManagementPolicy").inputs, {
                accountName: "staplusauditdevfrc",
                resourceGroupName: "rg-aplus-core-dev-frc",
                managementPolicyName: "default",
                policy: {
                    rules: [
                        {
                            name: "expiry",
                            type: "Lifecycle",
                            enabled: true,
                            definition: {
                                filters: { blobTypes: ["appendBlob", "blockBlob"] },
                                actions: {
                                    baseBlob: { delete: { daysAfterModificationGreaterThan: 400 } },
                                    version: { delete: { daysAfterCreationGreaterThan: 400 } },
                                },
                            },
                        },
                    ],
                },
            });
        });

        it("are joined by those of the cluster, in a container of their own", async () => {
            const { clusterAudit } = await record();
            assert.equal(
                only("azure-native:storage:BlobContainer").inputs.accountName,
                clusterAudit.accountName,
            );
        });

        it("lie in an account whose name is known before it exists", async () => {
            assert.equal((await record()).accountName, "staplusauditdevfrc");
        });
    });

    describe("the flow logs", () => {
        beforeEach(() => record());

        it("lie in an account as closed as the archive, whose blobs Azure can overwrite", () => {
            assert.deepEqual(only(ACCOUNT, "archive-flows").inputs, hardened("staplusflowsdevfrc"));
            const { isVersioningEnabled, deleteRetentionPolicy } = only(BLOBS, "archive-flows-blobs").inputs;
            assert.deepEqual([isVersioningEnabled, deleteRetentionPolicy], [false, { enabled: false }]);
        });

        it("record the whole virtual network, are analysed in the workspace, and written without a key", () => {
            assert.deepEqual(only("azure-native:network:FlowLog").inputs, {
                ...scope,
                flowLogName: "fl-aplus-core-dev-frc",
                networkWatcherName: "nw-aplus-core-dev-frc",
                targetResourceId: "network",
                storageId: "archive-flows-id",
                enabled: true,
                format: { type: "JSON", version: 2 },
                retentionPolicy: { enabled: true, days: 180 },
                flowAnalyticsConfiguration: {
                    networkWatcherFlowAnalyticsConfiguration: {
                        enabled: true,
                        workspaceResourceId: "workspace",
                        workspaceRegion: "francecentral",
                        trafficAnalyticsInterval: 60,
                    },
                },
                identity: { type: "UserAssigned", userAssignedIdentities: ["archive-flows-identity-id"] },
            });
        });

        it("are written by an identity that may do so in this account alone", () => {
            const { scope: account, principalId, roleDefinitionId } = only(ROLE, "archive-flows-role").inputs;
            assert.deepEqual(
                [account, principalId],
                ["archive-flows-id", "archive-flows-identity-principal"],
            );
            assert.match(String(roleDefinitionId), /\/ba92f5b4-2d11-453d-a403-e96b0029c9fe$/);
        });
    });

    describe("both accounts", () => {
        beforeEach(() => record());

        it("share an identity that may use their key alone", () => {
            const roles = all(ROLE).filter(({ inputs }) => inputs.principalId === "archive-key-principal");
            assert.deepEqual(
                roles.map(({ inputs }) => inputs.scope),
                ["key-id"],
            );
        });

        it("are reached through private endpoints", () => {
            const endpoints = all("azure-native:network:PrivateEndpoint").map(({ inputs }) => {
                const [connection] = inputs.privateLinkServiceConnections as Record<string, unknown>[];
                return [inputs.privateEndpointName, connection?.privateLinkServiceId, connection?.groupIds];
            });
            assert.deepEqual(endpoints.sort(), [
                ["pep-aplus-archive-dev-frc", "archive-id", ["blob"]],
                ["pep-aplus-flows-dev-frc", "archive-flows-id", ["blob"]],
            ]);
        });

        it("log who reads, writes and deletes", () => {
            assert.deepEqual(
                all("azure-native:monitor:DiagnosticSetting")
                    .filter(({ inputs }) => inputs.name === "audit")
                    .map(({ inputs }) => inputs.resourceUri)
                    .sort(),
                ["archive-flows-id/blobServices/default", "archive-id/blobServices/default"],
            );
        });
    });
});
