import { storageAccountNoSharedKey } from "../../../policies/rules/storage/storage-account-no-shared-key";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

describeRule(storageAccountNoSharedKey, {
    type: "azure-native:storage:StorageAccount",
    accepts: { "Entra identities alone": compliant({ allowSharedKeyAccess: false }) },
    rejects: {
        "shared keys and SFTP accounts": violation(
            { allowSharedKeyAccess: true, isSftpEnabled: true },
            "allowSharedKeyAccess : attendu false, obtenu true",
            "isSftpEnabled : attendu false, obtenu true",
        ),
    },
    unset: {
        "shared keys, which are then accepted,": violation(
            {},
            "allowSharedKeyAccess : attendu false, non défini",
        ),
    },
    unknown: { "shared keys": undecided({ allowSharedKeyAccess: UNKNOWN }, "allowSharedKeyAccess") },
    otherType: "azure-native:storage:BlobContainer",
});
