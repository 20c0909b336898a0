/** Where the backend's containers find the objects of the Key Vault. */
export const VAULT_MOUNT = "/run/secrets/vault";

/** Names of the files there. */
export const SECRET_FILES = {
    databasePassword: "database-password",
    databaseAuthority: "database-authority.pem",
    adminPassword: "admin-password",
    encryptionKey: "encryption-key",
    encryptionVector: "encryption-vector",
    searchPassword: "search-password",
    storageKeyId: "storage-access-key-id",
    storageKey: "storage-secret-access-key",
} as const;

/** Names in the Key Vault of what is generated for the backend. */
export const GENERATED_SECRETS = {
    adminPassword: "openmrs-admin-password",
    encryptionKey: "openmrs-encryption-key",
    encryptionVector: "openmrs-encryption-vector",
} as const;

/**
 * Names in the Key Vault of what somebody else issued, and people put there before clustering is turned on; made of
 * letters, digits and the signs + / = alone.
 */
export const ISSUED_SECRETS = {
    searchPassword: "openmrs-search-password",
    storageKeyId: "openmrs-storage-access-key-id",
    storageKey: "openmrs-storage-secret-access-key",
} as const;
