import * as pulumi from "@pulumi/pulumi";
import { type PlatformNames, vaultUri } from "../naming";
import { type CustomerKeys, customerKeys } from "./customer-key";
import { hardenedVault, type VaultSettings } from "./hardened-vault";

export interface KeyVaultArgs extends VaultSettings {
    readonly names: PlatformNames;
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
        const vaultName = args.names.vault;
        const vault = hardenedVault(
            name,
            { ...args, vaultName, endpointName: args.names.vaultEndpoint, endpointRegion: args.location },
            this,
        );

        this.vaultId = vault.id;
        this.vaultUri = vaultUri(args.names);
        this.keys = customerKeys(name, { ...args, vaultName, vault, vaultUri: this.vaultUri }, this);
        this.registerOutputs({ vaultId: this.vaultId, vaultUri: this.vaultUri });
    }
}
