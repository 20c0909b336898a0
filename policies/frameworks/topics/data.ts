import { catalogue as rule } from "../../catalogue";
import type { Link } from "../../framework";
import { iso, sources } from "../sources";

/** Data does not cross a network in the clear. */
export const inTransit: Link = {
    sources: [...iso("A.8.24"), sources.tlsVersion, sources.tlsObsolete, sources.onlyTls13],
    rules: [
        rule.databaseTlsRequired,
        rule.managedDatabaseTls,
        rule.redisEncryptedConnections,
        rule.storageAccountTls,
        rule.ingressTls,
        rule.webServerTlsVersion,
        rule.applicationGatewayTls,
        rule.virtualNetworkEncryption,
        rule.messagingTlsVersion,
        rule.containerRegistryWebhookHttps,
        rule.storageFileSmbStrong,
        rule.storageNoNfs,
        rule.gatewayListenerTls,
        rule.meshDestinationTls,
        rule.meshGatewayTls,
        rule.applicationGatewayBackendTls,
        rule.frontDoorDomainTls,
        rule.frontDoorHttpsOnly,
        rule.trafficManagerHttps,
        rule.vpnConnectionStrongEncryption,
        rule.vpnGatewayHardened,
        rule.webAppHttpsOnly,
    ],
};

/** Data at rest is encrypted, by keys of the organisation's own. */
export const atRest: Link = {
    sources: [...iso("A.8.24", "A.7.14"), sources.customerKeys],
    rules: [
        rule.nodePoolEncryptionAtHost,
        rule.diskCustomerKey,
        rule.storageAccountCustomerKey,
        rule.containerRegistryCustomerKey,
        rule.aksEtcdCustomerKey,
        rule.databaseCustomerKey,
        rule.sqlDataEncrypted,
        rule.backupVaultCustomerKey,
        rule.managedDiskCustomerKey,
        rule.virtualMachineEncryptionAtHost,
        rule.storageClassCustomerKey,
        rule.claimStorageClass,
        rule.messagingCustomerKey,
        rule.storageAccountDoubleEncryption,
        rule.sqlCustomerKey,
    ],
};

/** Keys are strong, renewed, and not lost. */
export const keys: Link = {
    sources: [...iso("A.8.24"), sources.keySizes],
    rules: [
        rule.keyVaultKeyRotation,
        rule.keyVaultPurgeProtection,
        rule.keyVaultDeletionRetained,
        rule.keyVaultKeyNotExportable,
        rule.keyVaultObjectExpires,
        rule.managedHsmProtected,
    ],
};

/** Certificates are of a known authority, strong, and renewed. */
export const certificates: Link = {
    sources: [...iso("A.8.24"), sources.certificates],
    rules: [rule.certificateIssuerTrusted, rule.certificateKeyStrong],
};

/** Where data may be. */
export const location: Link = {
    sources: [...iso("A.5.23", "A.5.34"), sources.healthLocation],
    rules: [
        rule.resourceRegionEea,
        rule.cosmosRegionEea,
        rule.backupVaultRegionEea,
        rule.databaseBackupRegionEea,
        rule.logDestinationEea,
        rule.storageAccountReplicationEea,
    ],
};

/** Data does not leave by copies. */
export const leaks: Link = {
    sources: iso("A.8.12"),
    rules: [
        rule.bastionNoDataCopy,
        rule.backupVaultConfined,
        rule.diskExportBlocked,
        rule.storageAccountCopiesConfined,
        rule.storageCorsNarrow,
        rule.storageReplicationTargetKnown,
        rule.webAppCorsNarrow,
    ],
};

/** Backups exist, last, and survive an attacker. */
export const backups: Link = {
    sources: [...iso("A.8.13"), sources.recoveryWindow],
    rules: [
        rule.databaseBackupRetention,
        rule.cosmosBackupContinuous,
        rule.backupInstancePresent,
        rule.backupPolicyRetention,
        rule.backupVaultProtected,
    ],
};

/** Data does not vanish by mistake. */
export const deletion: Link = {
    sources: [...iso("A.8.10", "A.8.13"), sources.recoveryWindow],
    rules: [
        rule.dataStoreDeleteLock,
        rule.storageContainerRecoverable,
        rule.keyVaultPurgeProtection,
        rule.volumeSnapshotRetained,
        rule.dataStoreProtected,
        rule.managementLockBarsDeletion,
        rule.keyVaultDeletionRetained,
        rule.storageBlobRecoverable,
        rule.storageFileShareRecoverable,
    ],
};

/** Data that has had its time is erased. */
export const erasure: Link = {
    sources: iso("A.8.10"),
    rules: [rule.storageLifecycleErases],
};
