import * as pulumi from "@pulumi/pulumi";
import { Vault } from "../azure";
import type { AzureScope } from "../azure-scope";
import { auditLog } from "../logging/audit-log";
import { type PlatformNames, vaultUri } from "../naming";
import { type PrivateEndpoints, PrivateLink } from "../network/private-link";
import { type CustomerKeys, customerKeys } from "./customer-key";

export interface KeyVaultArgs extends AzureScope {
    readonly names: PlatformNames;

    /** Entra tenant that the vault trusts. */
    readonly tenantId: string;

    readonly privateEndpoints: PrivateEndpoints;

    /** Workspace that keeps the audit log. */
    readonly workspaceId: pulumi.Input<string>;

    /** Whether Pulumi refuses to delete the vault and its keys. */
    readonly protectData: boolean;
}

/** The vault of keys, secrets and certificates: hardware-backed, private, every right given by Entra roles. */
export class KeyVault extends pulumi.ComponentResource {
    /** Azure resource id. */
    public readonly vaultId: pulumi.Output<string>;

    /** Address of the vault. Plain, since Azure derives it from the name. */
    public readonly vaultUri: string;

    /** The platform's own encryption keys, one for each kind of data: taking one away closes that kind alone. */
    public readonly keys: CustomerKeys;

    constructor(name: string, args: KeyVaultArgs, opts?: pulumi.ComponentResourceOptions) {
        super("audioprothese:key-vault:KeyVault", name, {}, opts);
        const { names, resourceGroupName, location, tags, protectData } = args;
        const scope: AzureScope = { resourceGroupName, location, tags };

        const vault = new Vault(
            name,
            {
                ...scope,
                vaultName: names.vault,
                properties: {
                    // Keys in hardware security modules are Premium's.
                    sku: { family: "A", name: "premium" },
                    tenantId: args.tenantId,
                    enableRbacAuthorization: true,
                    enableSoftDelete: true,
                    softDeleteRetentionInDays: 90,
                    enablePurgeProtection: true,
                    publicNetworkAccess: "Disabled",
                    // Storage, disks and the registry unwrap their keys as trusted services, from outside the network.
                    networkAcls: { bypass: "AzureServices", defaultAction: "Deny" },
                },
            },
            { parent: this, protect: protectData },
        );
        new PrivateLink(
            `${name}-link`,
            {
                ...scope,
                endpointName: names.vaultEndpoint,
                serviceId: vault.id,
                groupId: "vault",
                zones: ["vault"],
                privateEndpoints: args.privateEndpoints,
            },
            { parent: this },
        );
        auditLog(
            `${name}-audit`,
            { service: "keyVault", resourceId: vault.id, workspaceId: args.workspaceId },
            this,
        );

        this.vaultId = vault.id;
        this.vaultUri = vaultUri(names);
        this.keys = customerKeys(name, { ...args, vault, vaultUri: this.vaultUri }, this);
        this.registerOutputs({ vaultId: this.vaultId, vaultUri: this.vaultUri });
    }
}
