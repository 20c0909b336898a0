import * as pulumi from "@pulumi/pulumi";
import { UserAssignedIdentity } from "../azure";
import type { AzureScope } from "../azure-scope";
import { assignRole } from "../identity/role";
import type { CustomerKey } from "./customer-key";

export interface EncryptionIdentityArgs extends AzureScope {
    /** Name of the managed identity. */
    readonly identityName: string;

    readonly subscriptionId: string;

    /** The one key that it may use. */
    readonly key: CustomerKey;
}

/**
 * The identity by which a service uses its key, and nothing but that key. Whatever encrypts with it depends on this
 * component: Azure tries the key at once.
 */
export class EncryptionIdentity extends pulumi.ComponentResource {
    /** Azure resource id. */
    public readonly id: pulumi.Output<string>;

    /** Application id. */
    public readonly clientId: pulumi.Output<string>;

    constructor(name: string, args: EncryptionIdentityArgs, opts?: pulumi.ComponentResourceOptions) {
        super("audioprothese:key-vault:EncryptionIdentity", name, {}, opts);
        const { identityName, resourceGroupName, location, tags, subscriptionId, key } = args;

        const identity = new UserAssignedIdentity(
            name,
            { resourceName: identityName, resourceGroupName, location, tags },
            { parent: this },
        );
        assignRole(
            `${name}-role`,
            {
                role: "keyVaultCryptoEncryptionUser",
                scope: key.id,
                principalId: identity.principalId,
                subscriptionId,
                identityName,
                scopeName: key.uri,
            },
            this,
        );

        this.id = identity.id;
        this.clientId = identity.clientId;
        this.registerOutputs({ id: this.id, clientId: this.clientId });
    }
}
