import type * as pulumi from "@pulumi/pulumi";
import { type Provider, StorageClass } from "../kubernetes/api";
import type { DiskEncryption } from "./disk-encryption";

/** Names of the storage classes in the cluster. */
export const STORAGE_CLASSES = {
    general: "premium-zone-redundant",
    database: "premium-zone-redundant-database",
} as const;

export interface StorageClassArgs {
    /** Name in the cluster. */
    readonly className: string;
    readonly encryption: DiskEncryption;

    /** Whether a disk outlives its claim. */
    readonly keepData: boolean;

    /** Deploys into the cluster. */
    readonly provider: Provider;
}

/**
 * A class of disks: a copy in each of three zones, reachable from the cluster's nodes alone, under a key of the
 * platform.
 */
export function zoneRedundantStorage(
    name: string,
    { className, encryption, keepData, provider }: StorageClassArgs,
    parent: pulumi.Resource,
): StorageClass {
    return new StorageClass(
        name,
        {
            metadata: { name: className },
            provisioner: "disk.csi.azure.com",
            parameters: {
                skuName: "Premium_ZRS",
                networkAccessPolicy: "DenyAll",
                publicNetworkAccess: "Disabled",
                diskEncryptionSetID: encryption.setId,
                // The driver takes one layer for granted, and Azure refuses a disk that is not of its set's type.
                diskEncryptionType: encryption.encryptionType,
            },
            reclaimPolicy: keepData ? "Retain" : "Delete",
            volumeBindingMode: "WaitForFirstConsumer",
            allowVolumeExpansion: true,
        },
        {
            parent,
            provider,
            // Kubernetes lets nobody change it, and has no two classes of one name. Disks and claims outlive their class.
            replaceOnChanges: ["reclaimPolicy"],
            deleteBeforeReplace: true,
        },
    );
}
