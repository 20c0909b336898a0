import * as pulumi from "@pulumi/pulumi";
import { FlowLog, UserAssignedIdentity } from "../azure";
import type { AzureScope } from "../azure-scope";
import { assignRole } from "../identity/role";
import type { CustomerKey } from "../key-vault/customer-key";
import type { EncryptionIdentity } from "../key-vault/encryption-identity";
import type { PlatformNames } from "../naming";
import type { PrivateEndpoints } from "../network/private-link";
import { PrivateStorage, type Redundancy } from "./private-storage";

export interface FlowLogsArgs extends AzureScope {
    readonly names: PlatformNames;
    readonly subscriptionId: string;

    /** Azure resource id of the network whose traffic is recorded. */
    readonly virtualNetworkId: pulumi.Input<string>;

    /** Days that the records are kept, at most 365. */
    readonly retentionDays: number;

    readonly redundancy: Redundancy;
    readonly key: CustomerKey;
    readonly keyIdentity: EncryptionIdentity;
    readonly privateEndpoints: PrivateEndpoints;

    /** Workspace that analyses the traffic, and keeps the audit log of the records. */
    readonly workspaceId: pulumi.Input<string>;

    readonly protectData: boolean;
}

/**
 * Who spoke to whom in the virtual network, refused attempts included. Not write-once: Azure writes the hour's record
 * anew each minute.
 */
export class FlowLogs extends pulumi.ComponentResource {
    /** Azure resource id of their storage account. */
    public readonly accountId: pulumi.Output<string>;

    constructor(name: string, args: FlowLogsArgs, opts?: pulumi.ComponentResourceOptions) {
        super("audioprothese:archive:FlowLogs", name, {}, opts);
        const { names, resourceGroupName, location, tags, workspaceId } = args;

        const storage = new PrivateStorage(
            name,
            {
                resourceGroupName,
                location,
                tags,
                accountName: names.flowsAccount,
                endpointName: names.flowsEndpoint,
                rewritten: true,
                redundancy: args.redundancy,
                key: args.key,
                keyIdentity: args.keyIdentity,
                privateEndpoints: args.privateEndpoints,
                workspaceId,
                protectData: args.protectData,
            },
            { parent: this },
        );
        const identity = new UserAssignedIdentity(
            `${name}-identity`,
            { resourceName: names.flowsIdentity, resourceGroupName, location, tags },
            { parent: this },
        );
        const role = assignRole(
            `${name}-role`,
            {
                role: "storageBlobDataContributor",
                scope: storage.accountId,
                principalId: identity.principalId,
                subscriptionId: args.subscriptionId,
                identityName: names.flowsIdentity,
                scopeName: names.flowsAccount,
            },
            this,
        );
        new FlowLog(
            name,
            {
                flowLogName: names.flowLog,
                networkWatcherName: names.networkWatcher,
                resourceGroupName,
                location,
                targetResourceId: args.virtualNetworkId,
                storageId: storage.accountId,
                enabled: true,
                format: { type: "JSON", version: 2 },
                retentionPolicy: { enabled: true, days: args.retentionDays },
                flowAnalyticsConfiguration: {
                    networkWatcherFlowAnalyticsConfiguration: {
                        enabled: true,
                        workspaceResourceId: workspaceId,
                        workspaceRegion: location,
                        // Minutes.
                        trafficAnalyticsInterval: 60,
                    },
                },
                // Without an identity Network Watcher would write with the account's key, which is not accepted.
                identity: { type: "UserAssigned", userAssignedIdentities: [identity.id] },
                tags,
            },
            { parent: this, dependsOn: role },
        );
        this.accountId = storage.accountId;
        this.registerOutputs({ accountId: this.accountId });
    }
}
