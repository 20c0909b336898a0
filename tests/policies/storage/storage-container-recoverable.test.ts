import { storageContainerRecoverable } from "../../../policies/rules/storage/storage-container-recoverable";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const service = (days: unknown, deleteRetentionPolicy: unknown = null) => ({
    containerDeleteRetentionPolicy: { enabled: true, days },
    deleteRetentionPolicy,
});
const DAYS = "containerDeleteRetentionPolicy.days : attendu un nombre de 7 à 365";

describeRule(storageContainerRecoverable, {
    type: "azure-native:storage:BlobServiceProperties",
    accepts: {
        "a month to recover": compliant(service(30)),
        "blobs that are not kept by themselves": compliant(service(30, { enabled: false })),
    },
    rejects: {
        "a day to recover": violation(service(1), `${DAYS}, obtenu 1`),
        "blobs that anybody may erase for good": violation(
            service(30, { enabled: true, days: 30, allowPermanentDelete: true }),
            "deleteRetentionPolicy.allowPermanentDelete : attendu false, obtenu true",
        ),
        "containers that are lost at once": violation(
            { containerDeleteRetentionPolicy: { enabled: false } },
            "containerDeleteRetentionPolicy.enabled : attendu true, obtenu false",
            `${DAYS}, non défini`,
        ),
    },
    unset: {
        recovery: violation(
            {},
            "containerDeleteRetentionPolicy.enabled : attendu true, non défini",
            `${DAYS}, non défini`,
        ),
    },
    unknown: { days: undecided(service(UNKNOWN), "containerDeleteRetentionPolicy.days") },
    otherType: "azure-native:storage:StorageAccount",
});
