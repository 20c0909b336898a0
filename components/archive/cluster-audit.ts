import * as pulumi from "@pulumi/pulumi";
import { BlobContainer } from "../azure";
import type { AzureScope } from "../azure-scope";
import { type CustomRole, customRole } from "../identity/custom-role";
import { assignRole } from "../identity/role";
import { WorkloadIdentity, type WorkloadIdentityArgs } from "../identity/workload-identity";
import type { PlatformNames } from "../naming";

/** Where the audit logs go that the cluster's own collector writes. */
export interface ClusterAudit {
    readonly accountName: string;
    readonly container: string;

    /** Azure resource id of the container. */
    readonly containerId: pulumi.Output<string>;

    /** Adds blobs, and does nothing else. */
    readonly writerRole: CustomRole;
}

export interface ClusterAuditArgs {
    readonly names: PlatformNames;
    readonly subscriptionId: string;
    readonly resourceGroupName: string;

    /** Azure resource id of the resource group, which the role may be given in. */
    readonly resourceGroupId: string;

    readonly accountId: pulumi.Input<string>;
    readonly protectData: boolean;
}

const CONTAINER = "cluster-audit";

/** Makes the container of the cluster's audit logs in the archive, and the right to add to it. */
export function clusterAudit(
    name: string,
    args: ClusterAuditArgs,
    opts: pulumi.CustomResourceOptions & { readonly parent: pulumi.Resource },
): ClusterAudit {
    const { names, accountId } = args;
    const accountName = names.archiveAccount;
    new BlobContainer(
        name,
        {
            accountName,
            resourceGroupName: args.resourceGroupName,
            containerName: CONTAINER,
            publicAccess: "None",
        },
        { ...opts, protect: args.protectData },
    );
    const writerRole = customRole(
        `${name}-writer`,
        {
            roleName: names.archiveRole,
            scope: args.resourceGroupId,
            subscriptionId: args.subscriptionId,
            description: "Collecteur de journaux : ajouter des blobs à l’archive, sans lire ni réécrire.",
            dataActions: ["Microsoft.Storage/storageAccounts/blobServices/containers/blobs/add/action"],
        },
        opts.parent,
    );
    return {
        accountName,
        container: CONTAINER,
        containerId: pulumi.interpolate`${accountId}/blobServices/default/containers/${CONTAINER}`,
        writerRole,
    };
}

export interface ClusterAuditWriterArgs
    extends AzureScope, Pick<WorkloadIdentityArgs, "identityName" | "serviceAccount" | "oidcIssuerUrl"> {
    readonly subscriptionId: string;
    readonly clusterAudit: ClusterAudit;
}

/** The identity of the one workload that may add to the archive. */
export class ClusterAuditWriter extends pulumi.ComponentResource {
    /** Application id that the workload asks for its tokens under. */
    public readonly clientId: pulumi.Output<string>;

    constructor(name: string, args: ClusterAuditWriterArgs, opts?: pulumi.ComponentResourceOptions) {
        super("audioprothese:archive:ClusterAuditWriter", name, {}, opts);
        const { subscriptionId, clusterAudit: audit, ...identityArgs } = args;

        const identity = new WorkloadIdentity(name, identityArgs, { parent: this });
        assignRole(
            name,
            {
                role: audit.writerRole,
                scope: audit.containerId,
                principalId: identity.principalId,
                subscriptionId,
                identityName: args.identityName,
                scopeName: `${audit.accountName}/${audit.container}`,
            },
            this,
        );
        this.clientId = identity.clientId;
        this.registerOutputs({ clientId: this.clientId });
    }
}
