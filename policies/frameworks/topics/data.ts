import { catalogue as rule } from "../../catalogue";
import type { Link } from "../../framework";
import { iso, sources } from "../sources";

/** Nothing goes in the clear, whatever the version of the protocol. */
const encryptedFlows: Link = {
    sources: [...iso("A.5.14", "A.8.24"), sources.cnilEncryption],
    rules: [
        rule.applicationGatewayBackendTls,
        rule.containerRegistryWebhookHttps,
        rule.frontDoorHttpsOnly,
        rule.gatewayListenerTls,
        rule.ingressTls,
        rule.meshDestinationTls,
        rule.storageNoNfs,
        rule.trafficManagerHttps,
        rule.virtualNetworkEncryption,
    ],
};

/** TLS 1.2 at least, where the service cannot refuse it or its clients still need it. */
const recentTls: Link = {
    sources: [...iso("A.5.14", "A.8.24"), sources.tlsVersion, sources.tlsObsolete],
    rules: [
        rule.frontDoorDomainTls,
        rule.managedDatabaseTls,
        rule.messagingTlsVersion,
        rule.redisEncryptedConnections,
        rule.storageAccountTls,
        rule.webAppHttpsOnly,
    ],
};

/** TLS 1.3 alone; of managed databases, MySQL and PostgreSQL. */
const newestTls: Link = {
    sources: [
        ...iso("A.5.14", "A.8.24"),
        sources.tlsVersion,
        sources.tlsObsolete,
        sources.tlsForwardSecrecy,
        sources.onlyTls13,
    ],
    rules: [
        rule.applicationGatewayTls,
        rule.databaseTlsRequired,
        rule.managedDatabaseTls,
        rule.meshGatewayTls,
        rule.webServerTlsVersion,
    ],
};

const vpn: Link = {
    sources: [...iso("A.5.14", "A.8.24"), sources.vpnAlgorithms],
    rules: [rule.vpnConnectionStrongEncryption],
};

const otherProtocols: Link = {
    sources: [...iso("A.5.14", "A.8.24"), sources.fileProtocols],
    rules: [rule.storageFileSmbStrong, rule.vpnGatewayHardened],
};

/** Data does not cross a network in the clear. */
export const inTransit: readonly Link[] = [encryptedFlows, recentTls, newestTls, vpn, otherProtocols];

/** Data at rest is encrypted by keys that the organisation can revoke, which also makes discarded media unreadable. */
export const ownKeys: Link = {
    sources: [...iso("A.7.14", "A.8.24"), sources.cnilEncryption, sources.customerKeys],
    rules: [
        rule.diskCustomerKey,
        rule.storageAccountCustomerKey,
        rule.containerRegistryCustomerKey,
        rule.aksEtcdCustomerKey,
        rule.databaseCustomerKey,
        rule.backupVaultCustomerKey,
        rule.managedDiskCustomerKey,
        rule.storageClassCustomerKey,
        rule.claimStorageClass,
        rule.messagingCustomerKey,
        rule.sqlCustomerKey,
    ],
};

const encryptedMedia: Link = {
    sources: [...iso("A.8.24"), sources.cnilEncryption],
    rules: [rule.nodePoolEncryptionAtHost, rule.sqlDataEncrypted, rule.virtualMachineEncryptionAtHost],
};

const encryptedTwice: Link = {
    sources: [...iso("A.8.24"), sources.doubleEncryption],
    rules: [rule.storageAccountDoubleEncryption],
};

/** Data at rest is encrypted. */
export const atRest: readonly Link[] = [ownKeys, encryptedMedia, encryptedTwice];

const keyStrength: Link = {
    sources: [...iso("A.8.24"), sources.keySizes],
    rules: [rule.keyVaultKeyRotation, rule.tlsKeyStrong],
};

const keyCustody: Link = {
    sources: iso("A.8.24"),
    rules: [rule.keyVaultKeyNotExportable, rule.keyVaultObjectExpires],
};

/** Keys are not lost, nor with them the data that they encrypt. */
export const keySurvival: Link = {
    sources: [...iso("A.8.24"), sources.recoveryWindow],
    rules: [rule.keyVaultPurgeProtection, rule.keyVaultDeletionRetained, rule.managedHsmProtected],
};

/** Keys are strong, renewed, and stay in their vault. */
export const keys: readonly Link[] = [keyStrength, keyCustody];

const certificateStrength: Link = {
    sources: [...iso("A.8.24"), sources.certificates, sources.publicCertificates],
    rules: [rule.certificateKeyStrong],
};

const certificateAuthority: Link = {
    sources: iso("A.8.24"),
    rules: [rule.certificateIssuerTrusted],
};

/** Certificates are of a known authority, strong, and renewed. */
export const certificates: readonly Link[] = [certificateStrength, certificateAuthority];

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

const backupPresence: Link = {
    sources: [...iso("A.8.13"), sources.cnilBackups],
    rules: [rule.backupInstancePresent],
};

const backupPeriods: Link = {
    sources: [...iso("A.8.13"), sources.cnilBackups, sources.recoveryWindow],
    rules: [
        rule.databaseBackupRetention,
        rule.cosmosBackupContinuous,
        rule.backupPolicyRetention,
        rule.backupVaultProtected,
    ],
};

/** Backups exist, last, and survive an attacker. */
export const backups: readonly Link[] = [backupPresence, backupPeriods];

const locks: Link = {
    sources: iso("A.5.33"),
    rules: [
        rule.dataStoreDeleteLock,
        rule.dataStoreProtected,
        rule.managementLockBarsDeletion,
        rule.volumeSnapshotRetained,
    ],
};

const undeletion: Link = {
    sources: [...iso("A.8.13"), sources.recoveryWindow],
    rules: [
        rule.keyVaultDeletionRetained,
        rule.keyVaultPurgeProtection,
        rule.storageBlobRecoverable,
        rule.storageContainerRecoverable,
        rule.storageFileShareRecoverable,
    ],
};

/** Data does not vanish by mistake. */
export const deletion: readonly Link[] = [locks, undeletion];

/** Data that has had its time is erased. */
export const erasure: Link = {
    sources: [...iso("A.8.10"), sources.erasurePeriod],
    rules: [rule.storageLifecycleErases],
};
