import * as pulumi from "@pulumi/pulumi";
import { DataExport, ManagementPolicy } from "../azure";
import { type AzureScope, resourceGroupId } from "../azure-scope";
import type { CustomerKey } from "../key-vault/customer-key";
import { EncryptionIdentity } from "../key-vault/encryption-identity";
import { archivedLog, AUDIT_TABLES } from "../logging/audit-log";
import type { PlatformNames } from "../naming";
import type { PrivateEndpoints } from "../network/private-link";
import { type ClusterAudit, clusterAudit } from "./cluster-audit";
import { expiry } from "./expiry";
import { FlowLogs } from "./flow-logs";
import { PrivateStorage, type Redundancy, type WriteOnce } from "./private-storage";

export interface ArchiveArgs extends AzureScope {
    readonly names: PlatformNames;
    readonly subscriptionId: string;

    /** Key that encrypts both accounts. */
    readonly key: CustomerKey;

    /** Days that the audit logs can be neither changed nor deleted; then they are deleted. */
    readonly retentionDays: number;

    readonly redundancy: Redundancy;
    readonly immutability: WriteOnce["state"];

    /** Days that the flow logs are kept. */
    readonly logRetentionDays: number;

    /** Azure resource id of the network whose traffic is recorded. */
    readonly virtualNetworkId: pulumi.Input<string>;

    readonly privateEndpoints: PrivateEndpoints;

    /** Azure resource id of the workspace that the audit logs come from. */
    readonly workspaceId: pulumi.Input<string>;

    /** Whether Pulumi refuses to delete the archive. */
    readonly protectData: boolean;
}

/** Where the logs are out of everybody's reach: the audit logs write-once, and the records of the network's traffic. */
export class Archive extends pulumi.ComponentResource {
    /** Name of the storage account that holds the audit logs. */
    public readonly accountName: string;

    /** Azure resource ids of both storage accounts. */
    public readonly accountIds: Readonly<Record<"archive" | "flows", pulumi.Output<string>>>;

    /** Where the cluster's own collector adds the audit logs of what runs there. */
    public readonly clusterAudit: ClusterAudit;

    constructor(name: string, args: ArchiveArgs, opts?: pulumi.ComponentResourceOptions) {
        super("audioprothese:archive:Archive", name, {}, opts);
        const { names, resourceGroupName, location, tags, subscriptionId, key, retentionDays } = args;

        const keyIdentity = new EncryptionIdentity(
            `${name}-key`,
            { resourceGroupName, location, tags, identityName: names.storageIdentity, subscriptionId, key },
            { parent: this },
        );
        const shared = {
            resourceGroupName,
            location,
            tags,
            redundancy: args.redundancy,
            key,
            keyIdentity,
            privateEndpoints: args.privateEndpoints,
            workspaceId: args.workspaceId,
            protectData: args.protectData,
        };
        const storage = new PrivateStorage(
            name,
            {
                ...shared,
                accountName: names.archiveAccount,
                endpointName: names.archiveEndpoint,
                writeOnce: { state: args.immutability, days: retentionDays },
            },
            { parent: this },
        );
        new ManagementPolicy(
            `${name}-expiry`,
            {
                accountName: names.archiveAccount,
                resourceGroupName,
                managementPolicyName: "default",
                policy: {
                    rules: [
                        expiry({
                            // No cooler tier before that: Azure has none for append blobs, which exports are.
                            blobTypes: ["appendBlob", "blockBlob"],
                            days: retentionDays,
                            versionDays: retentionDays,
                        }),
                    ],
                },
            },
            { parent: this, dependsOn: storage },
        );
        new DataExport(
            `${name}-export`,
            {
                dataExportName: "audit",
                workspaceName: names.workspace,
                resourceGroupName,
                resourceId: storage.accountId,
                // The account's own log is among them: an export is logged, and so is in the next one. It ends there, as
                // each export is few writes of many lines.
                tableNames: [...AUDIT_TABLES],
                enable: true,
            },
            { parent: this },
        );
        archivedLog(
            `${name}-activity`,
            {
                service: "subscription",
                resourceId: `/subscriptions/${subscriptionId}`,
                accountId: storage.accountId,
            },
            this,
        );
        this.clusterAudit = clusterAudit(
            `${name}-cluster`,
            {
                names,
                subscriptionId,
                resourceGroupName,
                resourceGroupId: resourceGroupId(subscriptionId, resourceGroupName),
                accountId: storage.accountId,
                protectData: args.protectData,
            },
            { parent: this, dependsOn: storage },
        );
        const flows = new FlowLogs(
            `${name}-flows`,
            {
                ...shared,
                names,
                subscriptionId,
                virtualNetworkId: args.virtualNetworkId,
                retentionDays: args.logRetentionDays,
            },
            { parent: this },
        );

        this.accountName = names.archiveAccount;
        this.accountIds = { archive: storage.accountId, flows: flows.accountId };
        this.registerOutputs({ accountName: this.accountName, accountIds: this.accountIds });
    }
}
