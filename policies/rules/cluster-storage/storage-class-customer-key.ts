import type { storage } from "@pulumi/kubernetes/types/input";

import { nonEmpty, such } from "../../expectation";
import type { Inspection } from "../../inspection";
import { defineRule } from "../../rule";

/** Volumes that somebody declares one by one: they are judged as PersistentVolumes. */
const NO_PROVISIONER: readonly unknown[] = ["kubernetes.io/no-provisioner"];

/** Drivers of Azure that encrypt by the account's key, which is judged with the account. */
const ACCOUNT_DRIVERS: readonly unknown[] = ["blob.csi.azure.com", "file.csi.azure.com"];

const known = such("un pilote CSI d’Azure", (name) => ACCOUNT_DRIVERS.includes(name));

const TYPE = "kubernetes:storage.k8s.io/v1:StorageClass";

export const storageClassCustomerKey = defineRule({
    id: "storage-class-customer-key",
    title: {
        fr: "Une classe de stockage Azure chiffre ses disques par une clé du client",
        en: "An Azure storage class encrypts its disks with a customer's key",
    },
    why: {
        fr: "Sans diskEncryptionSetID, le disque d’une base est chiffré par une clé de Microsoft, que l’hébergeur ne peut révoquer.",
        en: "Without diskEncryptionSetID, a database's disk is encrypted with a key of Microsoft, which the host cannot revoke.",
    },
    remediation: {
        fr: "Mettre parameters.diskEncryptionSetID à l’id d’un DiskEncryptionSet, avec le pilote disk.csi.azure.com.",
        en: "Set parameters.diskEncryptionSetID to the id of a DiskEncryptionSet, with the driver disk.csi.azure.com.",
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
            } else if (provisioner === "disk.csi.azure.com") {
                checkParameters(storageClass);
            } else {
                storageClass.expect("provisioner", known);
            }
        });
    },
});

/** The driver reads the names of its parameters without regard to case. */
function checkParameters(storageClass: Inspection): void {
    let found = storageClass.read("parameters").state === "unknown";
    storageClass.entries("parameters", (name, value) => {
        if (name.toLowerCase() === "diskencryptionsetid") {
            found = true;
            value.expectReference("", nonEmpty);
        }
    });
    if (!found) {
        storageClass.expectGiven("parameters.diskEncryptionSetID", "l’id d’un DiskEncryptionSet");
    }
}
