import * as pulumi from "@pulumi/pulumi";
import { DiskEncryptionSet } from "../azure";
import { type AzureScope, resourceGroupId } from "../azure-scope";
import { EncryptionIdentity } from "../key-vault/encryption-identity";
import type { CustomerKey } from "../key-vault/customer-key";

/** Layers of encryption under a disk: the platform's own key alone, or over one of Azure's. */
export type EncryptionType =
    "EncryptionAtRestWithCustomerKey" | "EncryptionAtRestWithPlatformAndCustomerKeys";

export interface DiskEncryptionArgs extends AzureScope {
    readonly setName: string;
    readonly identityName: string;
    readonly subscriptionId: string;
    readonly key: CustomerKey;

    /** Azure never changes it afterwards. */
    readonly encryptionType: EncryptionType;

    /** Whether Pulumi refuses to delete the set, without which its disks cannot be read. */
    readonly protectData: boolean;
}

/** What encrypts disks under one key of the vault, and follows the key's rotations. */
export class DiskEncryption extends pulumi.ComponentResource {
    /** Name of the set. */
    public readonly setName: string;

    /**
     * Azure resource id of the set. Plain, since Azure derives it from the names: the cluster and its storage classes
     * are replaced when it changes. What uses it depends on this component.
     */
    public readonly setId: string;

    public readonly encryptionType: EncryptionType;

    constructor(name: string, args: DiskEncryptionArgs, opts?: pulumi.ComponentResourceOptions) {
        super("audioprothese:cluster:DiskEncryption", name, {}, opts);
        const { setName, identityName, resourceGroupName, location, tags, subscriptionId, key } = args;
        const scope: AzureScope = { resourceGroupName, location, tags };

        const identity = new EncryptionIdentity(
            `${name}-identity`,
            { ...scope, identityName, subscriptionId, key },
            { parent: this },
        );
        new DiskEncryptionSet(
            name,
            {
                ...scope,
                diskEncryptionSetName: setName,
                encryptionType: args.encryptionType,
                identity: { type: "UserAssigned", userAssignedIdentities: [identity.id] },
                // Azure wants a version even where it looks for newer ones by itself.
                activeKey: { keyUrl: key.uriWithVersion, sourceVault: { id: key.vaultId } },
                rotationToLatestKeyVersionEnabled: true,
            },
            { parent: this, dependsOn: identity, protect: args.protectData },
        );

        this.setName = setName;
        this.setId =
            resourceGroupId(subscriptionId, resourceGroupName) +
            `/providers/Microsoft.Compute/diskEncryptionSets/${setName}`;
        this.encryptionType = args.encryptionType;
        this.registerOutputs({ setId: this.setId });
    }
}
