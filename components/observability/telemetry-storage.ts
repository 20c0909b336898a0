import * as pulumi from "@pulumi/pulumi";
import { expiry } from "../archive/expiry";
import { PrivateStorage, type Redundancy, SOFT_DELETE_DAYS } from "../archive/private-storage";
import { BlobContainer, ManagementPolicy } from "../azure";
import type { AzureScope } from "../azure-scope";
import { assignRole } from "../identity/role";
import { WorkloadIdentity } from "../identity/workload-identity";
import type { CustomerKey } from "../key-vault/customer-key";
import { EncryptionIdentity } from "../key-vault/encryption-identity";
import type { PlatformNames } from "../naming";
import type { PrivateEndpoints } from "../network/private-link";

/** Who writes to the account, each in a container of its own name. */
const WRITERS = ["loki", "tempo"] as const;

export type TelemetryWriter = (typeof WRITERS)[number];

export interface TelemetryStorageArgs extends AzureScope {
    readonly names: PlatformNames;
    readonly subscriptionId: string;

    /** Key that encrypts the account. */
    readonly key: CustomerKey;

    readonly redundancy: Redundancy;

    /** Days that the longest-lived logs are kept; Loki and Tempo delete what is theirs. */
    readonly retentionDays: number;

    readonly privateEndpoints: PrivateEndpoints;

    /** Workspace that keeps the audit log. */
    readonly workspaceId: pulumi.Input<string>;

    /** Issuer of the cluster's service account tokens. */
    readonly oidcIssuerUrl: pulumi.Input<string>;

    /** Namespace of the writers, whose accounts are called as they are. */
    readonly namespace: string;

    readonly protectData: boolean;
}

/** Days after which blobs go that Loki or Tempo forgot. */
const FORGOTTEN_DAYS = 30;

/** Where logs and traces are kept: a container for Loki and one for Tempo, which each may write to its own alone. */
export class TelemetryStorage extends pulumi.ComponentResource {
    /** Application id of the identity of each. */
    public readonly clientIds: Readonly<Record<TelemetryWriter, pulumi.Output<string>>>;

    /** Azure resource id of the account. */
    public readonly accountId: pulumi.Output<string>;

    constructor(name: string, args: TelemetryStorageArgs, opts?: pulumi.ComponentResourceOptions) {
        super("audioprothese:observability:TelemetryStorage", name, {}, opts);
        const { names, resourceGroupName, location, tags, subscriptionId, key } = args;
        const scope = { resourceGroupName, location, tags };
        const accountName = names.telemetryAccount;

        const storage = new PrivateStorage(
            name,
            {
                ...scope,
                accountName,
                endpointName: names.telemetryEndpoint,
                redundancy: args.redundancy,
                key,
                keyIdentity: new EncryptionIdentity(
                    `${name}-key`,
                    { ...scope, identityName: names.telemetryIdentity, subscriptionId, key },
                    { parent: this },
                ),
                privateEndpoints: args.privateEndpoints,
                workspaceId: args.workspaceId,
                protectData: args.protectData,
            },
            { parent: this },
        );
        const { accountId } = storage;
        new ManagementPolicy(
            `${name}-expiry`,
            {
                accountName,
                resourceGroupName,
                managementPolicyName: "default",
                policy: {
                    rules: [
                        expiry({
                            blobTypes: ["blockBlob"],
                            days: args.retentionDays + FORGOTTEN_DAYS,
                            // What was deleted or overwritten by mistake can be had back for a while.
                            versionDays: SOFT_DELETE_DAYS,
                        }),
                    ],
                },
            },
            { parent: this, dependsOn: storage },
        );
        const clientIds = WRITERS.map((writer) => {
            const identityName = names[`${writer}Identity`];
            const container = new BlobContainer(
                `${name}-${writer}`,
                { accountName, resourceGroupName, containerName: writer, publicAccess: "None" },
                { parent: this, dependsOn: storage, protect: args.protectData },
            );
            const identity = new WorkloadIdentity(
                `${name}-${writer}`,
                {
                    ...scope,
                    identityName,
                    serviceAccount: { namespace: args.namespace, name: writer },
                    oidcIssuerUrl: args.oidcIssuerUrl,
                },
                { parent: this, dependsOn: container },
            );
            assignRole(
                `${name}-${writer}`,
                {
                    role: "storageBlobDataContributor",
                    scope: pulumi.interpolate`${accountId}/blobServices/default/containers/${writer}`,
                    principalId: identity.principalId,
                    subscriptionId,
                    identityName,
                    scopeName: `${accountName}/${writer}`,
                },
                this,
            );
            return [writer, identity.clientId] as const;
        });

        this.clientIds = Object.fromEntries(clientIds) as TelemetryStorage["clientIds"];
        this.accountId = accountId;
        this.registerOutputs({ clientIds: this.clientIds, accountId });
    }
}
