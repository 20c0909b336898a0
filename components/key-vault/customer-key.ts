import type * as pulumi from "@pulumi/pulumi";
import { Key, type Vault } from "../azure";
import { IGNORED_CHANGES } from "../ignored-changes";
import type { Tags } from "../naming";

/** Azure's services put their own key under the customer's; the API server has the vault encrypt each of its keys. */
const WRAPS = ["wrapKey", "unwrapKey"];

/** What each key may be used for. */
const KEY_OPERATIONS = {
    disks: WRAPS,
    storage: WRAPS,
    registry: WRAPS,
    database: WRAPS,
    etcd: ["encrypt", "decrypt"],
} as const satisfies Record<string, readonly string[]>;

export type KeyName = keyof typeof KEY_OPERATIONS;

/** A key of the platform's own, under which a service keeps the keys that it encrypts with. */
export interface CustomerKey {
    readonly name: string;

    /** Address of the vault that holds it. */
    readonly vaultUri: string;

    /** Without a version: who encrypts by this address follows each rotation. Plain, since Azure derives it from the names. */
    readonly uri: string;

    /**
     * With the version of the last `pulumi refresh`, for services that take no other (the API server). A version is
     * good for two years after the next is made: see docs/rotation-cle-etcd.md.
     */
    readonly uriWithVersion: pulumi.Output<string>;

    /** Azure resource id of the key, the narrowest scope for a role. */
    readonly id: pulumi.Output<string>;

    /** Azure resource id of the vault. */
    readonly vaultId: pulumi.Output<string>;
}

export type CustomerKeys = Readonly<Record<KeyName, CustomerKey>>;

export interface CustomerKeysArgs {
    readonly resourceGroupName: string;
    readonly tags: Tags;
    readonly vaultName: string;
    readonly vault: Vault;
    readonly vaultUri: string;
    readonly protectData: boolean;
}

/**
 * The keys of the vault. Azure Resource Manager writes a key once: it answers a later change with success and changes
 * nothing, so size, uses and rotation are those of the first deployment, and only `az keyvault key` changes them.
 */
export function customerKeys(name: string, args: CustomerKeysArgs, parent: pulumi.Resource): CustomerKeys {
    return Object.fromEntries(
        (Object.keys(KEY_OPERATIONS) as KeyName[]).map((key) => [key, customerKey(name, key, args, parent)]),
    ) as Record<KeyName, CustomerKey>;
}

/** One of these keys. */
export function customerKey(
    name: string,
    keyName: KeyName,
    args: CustomerKeysArgs,
    parent: pulumi.Resource,
): CustomerKey {
    const { resourceGroupName, tags, vaultName, vault, vaultUri } = args;
    const key = new Key(
        `${name}-key-${keyName}`,
        {
            keyName,
            vaultName,
            resourceGroupName,
            properties: {
                kty: "RSA-HSM",
                // Good beyond 2030 (ANSSI, RGS B1); disks, storage, registry and API server take 2048, 3072 and 4096 bits.
                keySize: 3072,
                keyOps: [...KEY_OPERATIONS[keyName]],
                // A new version each year, each good for three: the API server is brought to the next within a year, and
                // then still reads with the one before what was not written anew. The very first version never expires: Azure
                // gives an end to those alone that the rotation makes. An event (Event Grid) where the next fails to come.
                rotationPolicy: {
                    attributes: { expiryTime: "P3Y" },
                    lifetimeActions: [
                        { action: { type: "rotate" }, trigger: { timeAfterCreate: "P1Y" } },
                        { action: { type: "notify" }, trigger: { timeBeforeExpiry: "P30D" } },
                    ],
                },
            },
            tags,
        },
        {
            parent,
            dependsOn: vault,
            protect: args.protectData,
            ignoreChanges: IGNORED_CHANGES.key.properties,
        },
    );
    return {
        name: keyName,
        vaultUri,
        uri: `${vaultUri}keys/${keyName}`,
        uriWithVersion: key.keyUriWithVersion,
        id: key.id,
        vaultId: vault.id,
    };
}
