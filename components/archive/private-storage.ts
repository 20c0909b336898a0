import * as pulumi from "@pulumi/pulumi";
import { BlobServiceProperties, StorageAccount } from "../azure";
import type { AzureScope } from "../azure-scope";
import type { CustomerKey } from "../key-vault/customer-key";
import type { EncryptionIdentity } from "../key-vault/encryption-identity";
import { asGiven } from "../as-given";
import { auditLog } from "../logging/audit-log";
import { type PrivateEndpoints, PrivateLink } from "../network/private-link";

/** In the three zones of the region, and with GZRS in its paired region too, which lies in the EEA as well. */
export type Redundancy = "ZRS" | "GZRS";

/** Write once, read many: what an account's blobs are held to. */
export interface WriteOnce {
    /** Azure makes no account "Locked", and unlocks none: docs/archive.md. */
    readonly state: "Unlocked" | "Locked";

    /** Days after its last write in which a blob can be neither changed nor deleted. */
    readonly days: number;
}

export interface PrivateStorageArgs extends AzureScope {
    /** Name of the account, 3 to 24 lower-case letters or digits, unique in Azure. */
    readonly accountName: string;

    readonly endpointName: string;
    readonly redundancy: Redundancy;

    /** Key that the account's own keys are encrypted with, and the identity that may use it. */
    readonly key: CustomerKey;
    readonly keyIdentity: EncryptionIdentity;

    /** Without it blobs can be overwritten and deleted. */
    readonly writeOnce?: WriteOnce;

    /** Whether blobs are overwritten all the time, so that no trace is kept of what they were: each state would be charged. */
    readonly rewritten?: true;

    readonly privateEndpoints: PrivateEndpoints;

    /** Workspace that keeps the audit log. */
    readonly workspaceId: pulumi.Input<string>;

    /** Whether Pulumi refuses to delete the account. */
    readonly protectData: boolean;
}

/** Days in which a deletion by mistake can be undone. */
export const SOFT_DELETE_DAYS = 7;

const SOFT_DELETE = { enabled: true, days: SOFT_DELETE_DAYS };

/**
 * A storage account for what services write: no way in from the Internet, no key or password that opens it, its
 * encryption under a key of the platform's own.
 */
export class PrivateStorage extends pulumi.ComponentResource {
    /** Azure resource id of the account. */
    public readonly accountId: pulumi.Output<string>;

    constructor(name: string, args: PrivateStorageArgs, opts?: pulumi.ComponentResourceOptions) {
        super("audioprothese:archive:PrivateStorage", name, {}, opts);
        const {
            accountName,
            resourceGroupName,
            location,
            tags,
            key,
            keyIdentity,
            writeOnce,
            rewritten = false,
        } = args;
        const encrypted = { enabled: true, keyType: "Account" };

        const encryption = {
            keySource: "Microsoft.Keyvault",
            // Of no version: the account follows each rotation of the key.
            keyVaultProperties: { keyName: key.name, keyVaultUri: key.vaultUri },
            encryptionIdentity: { encryptionUserAssignedIdentity: keyIdentity.id },
            requireInfrastructureEncryption: true,
            services: { blob: encrypted, file: encrypted },
        };
        const account = new StorageAccount(
            name,
            {
                accountName,
                resourceGroupName,
                location,
                kind: "StorageV2",
                sku: { name: `Standard_${args.redundancy}` },
                accessTier: "Hot",
                // TLS 1.3 is in the API, but the service refuses to make it the minimum; clients negotiate it all the same.
                minimumTlsVersion: "TLS1_2",
                enableHttpsTrafficOnly: true,
                allowBlobPublicAccess: false,
                allowSharedKeyAccess: false,
                defaultToOAuthAuthentication: true,
                isLocalUserEnabled: false,
                allowCrossTenantReplication: false,
                allowedCopyScope: "PrivateLink",
                publicNetworkAccess: "Disabled",
                // Azure Monitor and Network Watcher, which write here, are trusted services: to them this stays open.
                networkRuleSet: { defaultAction: "Deny", bypass: "AzureServices" },
                identity: { type: "UserAssigned", userAssignedIdentities: [keyIdentity.id] },
                encryption,
                // Of the whole account, since Azure Monitor itself makes the containers.
                ...(writeOnce !== undefined && {
                    immutableStorageWithVersioning: {
                        enabled: true,
                        immutabilityPolicy: {
                            state: writeOnce.state,
                            immutabilityPeriodSinceCreationInDays: writeOnce.days,
                            // Logs are appended to for minutes; what is written stays as it is.
                            allowProtectedAppendWrites: true,
                        },
                    },
                }),
                tags,
            },
            {
                parent: this,
                dependsOn: keyIdentity,
                protect: args.protectData,
                transformations: [asGiven({ encryption })],
            },
        );
        new BlobServiceProperties(
            `${name}-blobs`,
            {
                accountName,
                resourceGroupName,
                blobServicesName: "default",
                isVersioningEnabled: !rewritten,
                deleteRetentionPolicy: rewritten ? { enabled: false } : SOFT_DELETE,
                containerDeleteRetentionPolicy: SOFT_DELETE,
                // The audit log tells who changed what.
                changeFeed: { enabled: false },
            },
            { parent: this, dependsOn: account },
        );
        new PrivateLink(
            `${name}-link`,
            {
                resourceGroupName,
                location,
                tags,
                endpointName: args.endpointName,
                serviceId: account.id,
                groupId: "blob",
                zones: ["blob"],
                privateEndpoints: args.privateEndpoints,
            },
            { parent: this },
        );
        auditLog(
            `${name}-audit`,
            {
                service: "storage",
                resourceId: pulumi.interpolate`${account.id}/blobServices/default`,
                workspaceId: args.workspaceId,
            },
            this,
        );

        this.accountId = account.id;
        this.registerOutputs({ accountId: this.accountId });
    }
}
