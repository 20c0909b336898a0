import { added, omit, remove, type Seeds, set } from "../seed";
import { azure, ARCHIVE } from "../targets";

const BLOBS = azure("storage:BlobServiceProperties", "archive-blobs");
const DISKS = azure("compute:DiskEncryptionSet", "cluster-disks");

export const storage: Seeds = {
    "disk-customer-key": set(DISKS, "rotationToLatestKeyVersionEnabled", false),
    "storage-account-copies-confined": omit(ARCHIVE, "allowedCopyScope"),
    "storage-account-customer-key": set(ARCHIVE, "encryption.keySource", "Microsoft.Storage"),
    "storage-account-double-encryption": set(ARCHIVE, "encryption.requireInfrastructureEncryption", false),
    "storage-account-firewall-deny": set(ARCHIVE, "networkRuleSet.defaultAction", "Allow"),
    "storage-account-no-shared-key": set(ARCHIVE, "allowSharedKeyAccess", true),
    "storage-account-not-public": set(ARCHIVE, "allowBlobPublicAccess", true),
    "storage-account-oauth-default": set(ARCHIVE, "isLocalUserEnabled", true),
    "storage-account-replication-eea": set(ARCHIVE, "location", "uksouth"),
    "storage-account-sas-bounded": omit(ARCHIVE, "allowSharedKeyAccess"),
    "storage-account-tls": set(ARCHIVE, "minimumTlsVersion", "TLS1_1"),
    "storage-archive-immutable": set(
        ARCHIVE,
        "immutableStorageWithVersioning.immutabilityPolicy.state",
        "Disabled",
    ),
    "storage-blob-recoverable": remove(BLOBS, ARCHIVE),
    "storage-container-recoverable": set(BLOBS, "containerDeleteRetentionPolicy.days", 1),
    "storage-cors-narrow": set(BLOBS, "cors", {
        corsRules: [
            {
                allowedOrigins: ["*"],
                allowedMethods: ["GET"],
                allowedHeaders: [],
                exposedHeaders: [],
                maxAgeInSeconds: 60,
            },
        ],
    }),
    "storage-file-share-recoverable": added,
    "storage-file-smb-strong": added,
    "storage-lifecycle-erases": set(
        azure("storage:ManagementPolicy", "archive-expiry"),
        "policy.rules.0.enabled",
        false,
    ),
    "storage-no-nfs": set(ARCHIVE, "enableNfsV3", true),
    "storage-replication-target-known": added,
};
