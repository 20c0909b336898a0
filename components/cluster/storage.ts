import type * as pulumi from "@pulumi/pulumi";
import { StorageClass } from "../kubernetes/api";

/** Name of the storage class in the cluster. */
export const ZONE_REDUNDANT = "premium-zone-redundant";

/**
 * The class of every disk of the platform: a copy in each of three zones, reachable from the cluster's nodes alone.
 *
 * @param keepData whether a disk outlives its claim.
 */
export function zoneRedundantStorage(
    name: string,
    keepData: boolean,
    opts: pulumi.CustomResourceOptions,
): StorageClass {
    return new StorageClass(
        name,
        {
            metadata: { name: ZONE_REDUNDANT },
            provisioner: "disk.csi.azure.com",
            parameters: {
                skuName: "Premium_ZRS",
                networkAccessPolicy: "DenyAll",
                publicNetworkAccess: "Disabled",
            },
            reclaimPolicy: keepData ? "Retain" : "Delete",
            volumeBindingMode: "WaitForFirstConsumer",
            allowVolumeExpansion: true,
        },
        opts,
    );
}
