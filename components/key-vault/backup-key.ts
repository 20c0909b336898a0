import * as pulumi from "@pulumi/pulumi";
import { type PlatformNames, vaultUri } from "../naming";
import { pairOf } from "../regions";
import { customerKey, type CustomerKey } from "./customer-key";
import { EncryptionIdentity } from "./encryption-identity";
import { hardenedVault, type VaultSettings } from "./hardened-vault";

export interface BackupKeyArgs extends VaultSettings {
    readonly names: PlatformNames;
    readonly subscriptionId: string;
}

/**
 * What a database encrypts the copy of its backups with: a key, its vault and the identity that uses it, all three in the
 * paired region, since none of them crosses regions and the copy is for the day when this one is lost.
 *
 * Throws a ResourceError in a region without a pair.
 */
export class BackupKey extends pulumi.ComponentResource {
    /** Azure resource id of the vault. */
    public readonly vaultId: pulumi.Output<string>;

    public readonly key: CustomerKey;
    public readonly identity: EncryptionIdentity;

    constructor(name: string, args: BackupKeyArgs, opts?: pulumi.ComponentResourceOptions) {
        super("audioprothese:key-vault:BackupKey", name, {}, opts);
        const { names, location, subscriptionId } = args;
        const region = pairOf(location);
        if (region === undefined) {
            const message = `location: expected a region with a pair, got "${location}"`;
            throw new pulumi.ResourceError(message, this, true);
        }
        const there = { ...args, location: region };
        const vaultName = names.backupVault;

        const vault = hardenedVault(
            name,
            { ...there, vaultName, endpointName: names.backupVaultEndpoint, endpointRegion: location },
            this,
        );
        this.vaultId = vault.id;
        this.key = customerKey(
            name,
            "database",
            { ...there, vaultName, vault, vaultUri: vaultUri({ vault: vaultName }) },
            this,
        );
        const { resourceGroupName, tags } = args;
        this.identity = new EncryptionIdentity(
            `${name}-encryption`,
            {
                resourceGroupName,
                location: region,
                tags,
                identityName: names.backupIdentity,
                subscriptionId,
                key: this.key,
            },
            { parent: this },
        );
        this.registerOutputs({ vaultId: this.vaultId });
    }
}
