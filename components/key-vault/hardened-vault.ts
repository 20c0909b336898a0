import type * as pulumi from "@pulumi/pulumi";
import { Vault } from "../azure";
import type { AzureScope } from "../azure-scope";
import { auditLog } from "../logging/audit-log";
import { type PrivateEndpoints, PrivateLink } from "../network/private-link";

export interface VaultSettings extends AzureScope {
    /** Entra tenant that the vault trusts. */
    readonly tenantId: string;

    readonly privateEndpoints: PrivateEndpoints;

    /** Workspace that keeps the audit log. */
    readonly workspaceId: pulumi.Input<string>;

    /** Whether Pulumi refuses to delete the vault and its keys. */
    readonly protectData: boolean;
}

export interface HardenedVaultArgs extends VaultSettings {
    readonly vaultName: string;
    readonly endpointName: string;

    /** Region of the network that its private endpoint is in, whatever the vault's own. */
    readonly endpointRegion: string;
}

/** A vault that is hardware-backed and private, keeps what is deleted, and gives every right by Entra roles. */
export function hardenedVault(name: string, args: HardenedVaultArgs, parent: pulumi.Resource): Vault {
    const { resourceGroupName, location, tags, privateEndpoints, workspaceId } = args;
    const vault = new Vault(
        name,
        {
            resourceGroupName,
            location,
            tags,
            vaultName: args.vaultName,
            properties: {
                // Keys in hardware security modules are Premium's.
                sku: { family: "A", name: "premium" },
                tenantId: args.tenantId,
                enableRbacAuthorization: true,
                enableSoftDelete: true,
                softDeleteRetentionInDays: 90,
                enablePurgeProtection: true,
                publicNetworkAccess: "Disabled",
                // Storage, disks, the registry and databases unwrap their keys as trusted services, from outside the network.
                networkAcls: { bypass: "AzureServices", defaultAction: "Deny" },
            },
        },
        { parent, protect: args.protectData },
    );
    new PrivateLink(
        `${name}-link`,
        {
            resourceGroupName,
            location: args.endpointRegion,
            tags,
            endpointName: args.endpointName,
            serviceId: vault.id,
            groupId: "vault",
            zones: ["vault"],
            privateEndpoints,
        },
        { parent },
    );
    auditLog(`${name}-audit`, { service: "keyVault", resourceId: vault.id, workspaceId }, parent);
    return vault;
}
