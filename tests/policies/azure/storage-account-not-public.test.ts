import { storageAccountNotPublic } from "../../../policies/rules/azure/storage-account-not-public";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const MODES = "« Disabled » ou « SecuredByPerimeter »";

describeRule(storageAccountNotPublic, {
    type: "azure-native:storage:StorageAccount",
    accepts: {
        "an account closed to the Internet": compliant({
            publicNetworkAccess: "Disabled",
            allowBlobPublicAccess: false,
        }),
        "an account inside a perimeter": compliant({ publicNetworkAccess: "SecuredByPerimeter" }),
    },
    rejects: {
        "a public account with anonymous reads": violation(
            { publicNetworkAccess: "Enabled", allowBlobPublicAccess: true },
            `publicNetworkAccess : attendu ${MODES}, obtenu « Enabled »`,
            "allowBlobPublicAccess : attendu false, obtenu true",
        ),
    },
    unset: { "public access": violation({}, `publicNetworkAccess : attendu ${MODES}, non défini`) },
    unknown: { "public access": undecided({ publicNetworkAccess: UNKNOWN }, "publicNetworkAccess") },
    otherType: "azure-native:storage:BlobContainer",
});
