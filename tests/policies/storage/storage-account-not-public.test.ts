import { storageAccountNotPublic } from "../../../policies/rules/storage/storage-account-not-public";
import { type Case, compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";
import { describeRemedies } from "../../support/remedies";

const container = (sample: Case): Case => ({ ...sample, type: "azure-native:storage:BlobContainer" });
const MODES = "« Disabled » ou « SecuredByPerimeter »";

describeRule(storageAccountNotPublic, {
    type: "azure-native:storage:StorageAccount",
    accepts: {
        "an account closed to the Internet": compliant({
            publicNetworkAccess: "Disabled",
            allowBlobPublicAccess: false,
        }),
        "a closed container": container(compliant({ publicAccess: "None" })),
        "an account inside a perimeter": compliant({ publicNetworkAccess: "SecuredByPerimeter" }),
    },
    rejects: {
        "a container that anybody may read": container(
            violation({ publicAccess: "Blob" }, "publicAccess : attendu « None », obtenu « Blob »"),
        ),
        "a public account with anonymous reads": violation(
            { publicNetworkAccess: "Enabled", allowBlobPublicAccess: true },
            `publicNetworkAccess : attendu ${MODES}, obtenu « Enabled »`,
            "allowBlobPublicAccess : attendu false, obtenu true",
        ),
    },
    unset: {
        "public access": violation({}, `publicNetworkAccess : attendu ${MODES}, non défini`),
        "public access of a container, which then has none,": container(compliant({})),
    },
    unknown: { "public access": undecided({ publicNetworkAccess: UNKNOWN }, "publicNetworkAccess") },
    otherType: "azure-native:storage:ManagementPolicy",
});

describeRemedies(storageAccountNotPublic, {
    "azure-native:storage:StorageAccount": [{ path: "allowBlobPublicAccess", value: false }],
    "azure-native:storage:BlobContainer": [{ path: "publicAccess", value: "None" }],
});
