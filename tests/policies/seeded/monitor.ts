import { added, omit, remove, type Seeds, set } from "./seed";
import { ARCHIVE, azure, VAULT, WORKSPACE } from "./targets";

const ACTIVITY = azure("monitor:DiagnosticSetting", "archive-activity");
const ALERTS = azure("monitor:ActionGroup", "governance-alerts");

export const monitor: Seeds = {
    "activity-log-complete": set(ACTIVITY, "logs.1.enabled", false),
    "alert-receivers-authenticated": set(ALERTS, "webhookReceivers", [
        { name: "on-call", serviceUri: "https://on-call.example/alerts" },
    ]),
    "alert-recipients": set(ALERTS, "enabled", false),
    "alert-sensitive-operations": set(
        azure("monitor:ActivityLogAlert", "governance-vault-removed"),
        "enabled",
        false,
        VAULT,
    ),
    "application-insights-private": added,
    "flow-log-retention": set(azure("network:FlowLog", "archive-flows"), "retentionPolicy.days", 30),
    "grafana-not-public": added,
    "log-destination-eea": set(
        WORKSPACE,
        "location",
        "eastus",
        azure("monitor:DiagnosticSetting", "vault-audit"),
    ),
    "log-retention": set(WORKSPACE, "retentionInDays", 30),
    "log-workspace-private": omit(WORKSPACE, "publicNetworkAccessForQuery"),
    "monitor-workspace-not-public": added,
    "resource-audit-log": remove(azure("monitor:DiagnosticSetting", "vault-audit"), VAULT),
};

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
    "storage-blob-recoverable": set(BLOBS, "deleteRetentionPolicy.enabled", false),
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
