export { backupInstancePresent } from "./backup-instance-present";
export { backupPolicyRetention } from "./backup-policy-retention";
export { backupVaultConfined } from "./backup-vault-confined";
export { backupVaultCustomerKey } from "./backup-vault-customer-key";
export { backupVaultProtected } from "./backup-vault-protected";
export { backupVaultRegionEea } from "./backup-vault-region-eea";
