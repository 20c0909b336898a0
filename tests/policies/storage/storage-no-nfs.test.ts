import { storageNoNfs } from "../../../policies/rules/storage/storage-no-nfs";
import { compliant, describeRule, type Case, undecided, UNKNOWN, violation } from "../../support/evaluate";

const share = (sample: Case): Case => ({ ...sample, type: "azure-native:storage:FileShare" });
describeRule(storageNoNfs, {
    type: "azure-native:storage:StorageAccount",
    accepts: {
        "an account without NFS": compliant({ enableNfsV3: false }),
        "a share over SMB": share(compliant({ enabledProtocols: "smb" })),
    },
    rejects: {
        "an account with NFS": violation({ enableNfsV3: true }, "enableNfsV3 : attendu false, obtenu true"),
        "a share over NFS": share(
            violation({ enabledProtocols: "NFS" }, "enabledProtocols : attendu « SMB », obtenu « NFS »"),
        ),
    },
    unset: {
        "NFS, which is then off,": compliant({}),
        "the protocol, which is then SMB,": share(compliant({})),
    },
    unknown: {
        NFS: undecided({ enableNfsV3: UNKNOWN }, "enableNfsV3"),
        "the protocol": share(undecided({ enabledProtocols: UNKNOWN }, "enabledProtocols")),
    },
    otherType: "azure-native:storage:BlobContainer",
});
