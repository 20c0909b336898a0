export { keyVaultKeyRotation } from "./key-vault-key-rotation";
export { keyVaultNotPublic } from "./key-vault-not-public";
export { keyVaultPurgeProtection } from "./key-vault-purge-protection";
export { keyVaultRbac } from "./key-vault-rbac";
