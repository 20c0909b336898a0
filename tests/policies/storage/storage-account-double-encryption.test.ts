import { storageAccountDoubleEncryption } from "../../../policies/rules/storage/storage-account-double-encryption";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const PATH = "encryption.requireInfrastructureEncryption";
describeRule(storageAccountDoubleEncryption, {
    type: "azure-native:storage:StorageAccount",
    accepts: { "both layers": compliant({ encryption: { requireInfrastructureEncryption: true } }) },
    rejects: {
        "one layer": violation(
            { encryption: { requireInfrastructureEncryption: false } },
            `${PATH} : attendu true, obtenu false`,
        ),
    },
    unset: {
        "the second layer": violation({ encryption: {} }, `${PATH} : attendu true, non défini`),
        encryption: violation({}, `${PATH} : attendu true, non défini`),
    },
    unknown: {
        "the second layer": undecided({ encryption: { requireInfrastructureEncryption: UNKNOWN } }, PATH),
        encryption: undecided({ encryption: UNKNOWN }, "encryption"),
    },
    otherType: "azure-native:storage:BlobContainer",
});
