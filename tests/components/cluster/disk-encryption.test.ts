import * as assert from "node:assert/strict";
import { Cluster } from "../../../components/cluster/cluster";
import { all, only, settled, startRecording } from "../../support/recorder";
import { scope } from "../../support/scope";
import { args } from "./cluster-args";

const SET = "azure-native:compute:DiskEncryptionSet";
const SETS =
    "/subscriptions/subscription/resourceGroups/rg-aplus-core-dev-frc/providers/Microsoft.Compute/diskEncryptionSets";

async function create(protectData: boolean): Promise<Cluster> {
    await startRecording();
    const cluster = new Cluster("cluster", { ...args, protectData });
    await settled();
    return cluster;
}

describe("the encryption of the cluster's disks", () => {
    it("has a key, an identity and a set for each kind of disk, and follows the key's rotations", async () => {
        await create(true);
        assert.deepEqual(only(SET, "cluster-disks").inputs, {
            ...scope,
            diskEncryptionSetName: "des-aplus-disks-dev-frc",
            encryptionType: "EncryptionAtRestWithCustomerKey",
            identity: { type: "UserAssigned", userAssignedIdentities: ["cluster-disks-identity-id"] },
            activeKey: {
                keyUrl: "https://kv.vault.azure.net/keys/disks/version",
                sourceVault: { id: "vault-id" },
            },
            rotationToLatestKeyVersionEnabled: true,
        });
        assert.deepEqual(only(SET, "cluster-database-disks").inputs, {
            ...scope,
            diskEncryptionSetName: "des-aplus-database-dev-frc",
            encryptionType: "EncryptionAtRestWithPlatformAndCustomerKeys",
            identity: {
                type: "UserAssigned",
                userAssignedIdentities: ["cluster-database-disks-identity-id"],
            },
            activeKey: {
                keyUrl: "https://kv.vault.azure.net/keys/database/version",
                sourceVault: { id: "vault-id" },
            },
            rotationToLatestKeyVersionEnabled: true,
        });
    });

    it("holds for the nodes' own disks", async () => {
        await create(true);
        assert.equal(
            only("azure-native:containerservice:ManagedCluster").inputs.diskEncryptionSetID,
            `${SETS}/des-aplus-disks-dev-frc`,
        );
    });

    it("holds for each class of disks: three copies, reachable from the nodes alone, of the type of its set", async () => {
        const cluster = await create(true);
        const classes = ["cluster-storage", "cluster-database-storage"].map((resource) => {
            const { inputs } = only("kubernetes:storage.k8s.io/v1:StorageClass", resource);
            const { apiVersion, kind, ...storage } = inputs;
            assert.deepEqual([apiVersion, kind], ["storage.k8s.io/v1", "StorageClass"]);
            return storage;
        });
        const storageClass = (name: string, set: string, type: string) => ({
            metadata: { name },
            provisioner: "disk.csi.azure.com",
            parameters: {
                skuName: "Premium_ZRS",
                networkAccessPolicy: "DenyAll",
                publicNetworkAccess: "Disabled",
                diskEncryptionSetID: `${SETS}/${set}`,
                diskEncryptionType: type,
            },
            reclaimPolicy: "Retain",
            volumeBindingMode: "WaitForFirstConsumer",
            allowVolumeExpansion: true,
        });
        assert.deepEqual(classes, [
            storageClass(
                cluster.storageClasses.general,
                "des-aplus-disks-dev-frc",
                "EncryptionAtRestWithCustomerKey",
            ),
            storageClass(
                cluster.storageClasses.database,
                "des-aplus-database-dev-frc",
                "EncryptionAtRestWithPlatformAndCustomerKeys",
            ),
        ]);
        assert.notEqual(cluster.storageClasses.general, cluster.storageClasses.database);
    });

    it("lets disks go with their claims where the data is worthless", async () => {
        await create(false);
        assert.deepEqual(
            all("kubernetes:storage.k8s.io/v1:StorageClass").map(({ inputs }) => inputs.reclaimPolicy),
            ["Delete", "Delete"],
        );
    });
});
