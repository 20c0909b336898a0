import { storageAccountCopiesConfined } from "../../../policies/rules/storage/storage-account-copies-confined";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";
import { describeRemedies } from "../../support/remedies";

const SCOPES = "« AAD » ou « PrivateLink »";
describeRule(storageAccountCopiesConfined, {
    type: "azure-native:storage:StorageAccount",
    accepts: {
        "copies within the tenant": compliant({
            allowedCopyScope: "AAD",
            allowCrossTenantReplication: false,
        }),
        "copies within the private network": compliant({ allowedCopyScope: "privatelink" }),
    },
    rejects: {
        "replication to another tenant": violation(
            { allowedCopyScope: "AAD", allowCrossTenantReplication: true },
            "allowCrossTenantReplication : attendu false, obtenu true",
        ),
        "another scope": violation(
            { allowedCopyScope: "All" },
            `allowedCopyScope : attendu ${SCOPES}, obtenu « All »`,
        ),
    },
    unset: { "the scope": violation({}, `allowedCopyScope : attendu ${SCOPES}, non défini`) },
    unknown: {
        both: undecided(
            { allowedCopyScope: UNKNOWN, allowCrossTenantReplication: UNKNOWN },
            "allowCrossTenantReplication",
            "allowedCopyScope",
        ),
    },
    otherType: "azure-native:storage:BlobContainer",
});

describeRemedies(storageAccountCopiesConfined, {
    "azure-native:storage:StorageAccount": [{ path: "allowCrossTenantReplication", value: false }],
});
