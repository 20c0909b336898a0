import { storageClassCustomerKey } from "../../../policies/rules/cluster-storage/storage-class-customer-key";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const AT = "parameters.diskEncryptionSetID";
const KEY = "/subscriptions/0/diskEncryptionSets/des";
const disk = (parameters: unknown) => ({ provisioner: "disk.csi.azure.com", parameters });
const share = (provisioner: string, storageAccount: unknown) => ({
    provisioner,
    parameters: { storageAccount },
});

describeRule(storageClassCustomerKey, {
    type: "kubernetes:storage.k8s.io/v1:StorageClass",
    accepts: {
        "a disk under a key": compliant(disk({ diskEncryptionSetID: KEY })),
        "a parameter in another case": compliant(disk({ diskencryptionsetid: KEY })),
        "a share, encrypted as its account": compliant(share("file.csi.azure.com", "stemr")),
        "a blob, encrypted as its account": compliant(share("blob.csi.azure.com", "stemr")),
    },
    rejects: {
        "a disk without a key": violation(
            disk({ skuName: "Premium_ZRS" }),
            `${AT} : attendu l’id d’un DiskEncryptionSet, non défini`,
        ),
        "an empty key": violation(
            disk({ diskEncryptionSetID: "" }),
            `${AT} : attendu l’id d’un DiskEncryptionSet, obtenu «  »`,
        ),
        "a share of an account that the driver makes": violation(
            share("file.csi.azure.com", null),
            "parameters.storageAccount : attendu le nom d’un compte de stockage, non défini",
        ),
        "a blob of an account that the driver makes": violation(
            share("blob.csi.azure.com", null),
            "parameters.storageAccount : attendu le nom d’un compte de stockage, non défini",
        ),
        "another driver": violation(
            { provisioner: "example.org/nfs" },
            "provisioner : attendu un pilote CSI d’Azure, obtenu « example.org/nfs »",
        ),
    },
    unset: {
        "the parameters": violation(
            { provisioner: "disk.csi.azure.com" },
            `${AT} : attendu l’id d’un DiskEncryptionSet, non défini`,
        ),
        "the driver of volumes declared one by one": {
            ...compliant({ provisioner: "kubernetes.io/no-provisioner" }),
            status: "notApplicable",
        },
        "the driver": violation({}, "provisioner : attendu un pilote CSI d’Azure, non défini"),
    },
    unknown: {
        "the key, given all the same": compliant(disk({ diskEncryptionSetID: UNKNOWN })),
        "the parameters": undecided(disk(UNKNOWN), "parameters"),
        "the driver": undecided({ provisioner: UNKNOWN }, "provisioner"),
    },
    otherType: "kubernetes:core/v1:PersistentVolumeClaim",
});
