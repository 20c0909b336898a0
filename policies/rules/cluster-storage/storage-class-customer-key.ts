import type { storage } from "@pulumi/kubernetes/types/input";

import { reference, such } from "../../expectation";
import type { Inspection } from "../../inspection";
import { defineRule } from "../../rule";

/** Volumes that somebody declares one by one: they are judged as PersistentVolumes. */
const NO_PROVISIONER: readonly unknown[] = ["kubernetes.io/no-provisioner"];

/**
 * What chooses the key, by driver of Azure. Shares and blobs are under their account's, which is judged with the
 * account; where none is named, the driver makes one that no rule sees.
 */
const KEY_BY_DRIVER: ReadonlyMap<unknown, { readonly name: string; readonly what: string }> = new Map([
    ["blob.csi.azure.com", { name: "storageAccount", what: "le nom d’un compte de stockage" }],
    ["disk.csi.azure.com", { name: "diskEncryptionSetID", what: "l’id d’un DiskEncryptionSet" }],
    ["file.csi.azure.com", { name: "storageAccount", what: "le nom d’un compte de stockage" }],
]);

const known = such("un pilote CSI d’Azure", (driver) => KEY_BY_DRIVER.has(driver));

const TYPE = "kubernetes:storage.k8s.io/v1:StorageClass";

export const storageClassCustomerKey = defineRule({
    id: "storage-class-customer-key",
    title: {
        fr: "Une classe de stockage Azure chiffre ses volumes par une clé du client",
        en: "An Azure storage class encrypts its volumes with a customer's key",
    },
    why: {
        fr: "Sans diskEncryptionSetID, le disque d’une base est chiffré par une clé de Microsoft, que le client ne peut révoquer.",
        en: "Without diskEncryptionSetID, a database's disk is encrypted with a key of Microsoft, which the host cannot revoke.",
    },
    remediation: {
        fr: "Mettre parameters.diskEncryptionSetID (disques) à l’id d’un DiskEncryptionSet, ou parameters.storageAccount (partages) au nom d’un compte de la pile.",
        en: "Set parameters.diskEncryptionSetID (disks) to the id of a DiskEncryptionSet, or parameters.storageAccount (shares) to the name of an account of the stack.",
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/aks/azure-disk-customer-managed-keys",
    appliesTo: ["kubernetes:storage.k8s.io:StorageClass"],
    examples: {
        compliant: [
            {
                type: TYPE,
                properties: {
                    provisioner: "disk.csi.azure.com",
                    parameters: {
                        diskEncryptionSetID:
                            "/subscriptions/0/resourceGroups/rg/providers/Microsoft.Compute/diskEncryptionSets/des",
                    },
                } satisfies storage.v1.StorageClass,
            },
        ],
        violation: [
            {
                type: TYPE,
                properties: {
                    provisioner: "disk.csi.azure.com",
                    parameters: { skuName: "Premium_ZRS" },
                } satisfies storage.v1.StorageClass,
            },
        ],
    },

    check(storageClass) {
        storageClass.given("provisioner", (provisioner) => {
            if (NO_PROVISIONER.includes(provisioner)) {
                storageClass.dismiss();
                return;
            }
            storageClass.expect("provisioner", known);
            const key = KEY_BY_DRIVER.get(provisioner);
            if (key !== undefined) {
                checkKey(storageClass, key.name, key.what);
            }
        });
    },
});

/** The driver reads the names of its parameters without regard to case. */
function checkKey(storageClass: Inspection, key: string, what: string): void {
    let given = key;
    storageClass.entries("parameters", (name) => {
        if (name.toLowerCase() === key.toLowerCase()) {
            given = name;
        }
    });
    storageClass.expectReference(["parameters", given], reference(what));
}
