import type { Rule } from "./rule";
import { aksApiPrivate } from "./rules/azure/aks-api-private";
import { aksLocalAccountsDisabled } from "./rules/azure/aks-local-accounts-disabled";
import { aksNetworkPolicy } from "./rules/azure/aks-network-policy";
import { aksRunCommandDisabled } from "./rules/azure/aks-run-command-disabled";
import { aksWorkloadIdentity } from "./rules/azure/aks-workload-identity";
import { containerRegistryPrivate } from "./rules/azure/container-registry-private";
import { databaseNotPublic } from "./rules/azure/database-not-public";
import { keyVaultNotPublic } from "./rules/azure/key-vault-not-public";
import { keyVaultPurgeProtection } from "./rules/azure/key-vault-purge-protection";
import { keyVaultRbac } from "./rules/azure/key-vault-rbac";
import { logRetention } from "./rules/azure/log-retention";
import { managedDatabaseTls } from "./rules/azure/managed-database-tls";
import { nodePoolEncryptionAtHost } from "./rules/azure/node-pool-encryption-at-host";
import { nodePoolNoPublicIp } from "./rules/azure/node-pool-no-public-ip";
import { nsgNoInternetAdminPorts } from "./rules/azure/nsg-no-internet-admin-ports";
import { resourceAuditLog } from "./rules/azure/resource-audit-log";
import { resourceRegionEea } from "./rules/azure/resource-region-eea";
import { resourceTags } from "./rules/azure/resource-tags";
import { roleAssignmentLeastPrivilege } from "./rules/azure/role-assignment-least-privilege";
import { storageAccountNotPublic } from "./rules/azure/storage-account-not-public";
import { storageAccountTls } from "./rules/azure/storage-account-tls";
import { subnetNetworkSecurityGroup } from "./rules/azure/subnet-network-security-group";
import { containerHardened } from "./rules/kubernetes/container-hardened";
import { containerImageOwnRegistry } from "./rules/kubernetes/container-image-own-registry";
import { containerImagePinned } from "./rules/kubernetes/container-image-pinned";
import { containerResources } from "./rules/kubernetes/container-resources";
import { databaseTlsRequired } from "./rules/kubernetes/database-tls-required";
import { envNoPlainSecret } from "./rules/kubernetes/env-no-plain-secret";
import { ingressTls } from "./rules/kubernetes/ingress-tls";
import { namespaceDefaultDeny } from "./rules/kubernetes/namespace-default-deny";
import { namespacePodSecurity } from "./rules/kubernetes/namespace-pod-security";
import { podNotPrivileged } from "./rules/kubernetes/pod-not-privileged";
import { rbacLeastPrivilege } from "./rules/kubernetes/rbac-least-privilege";
import { serviceNotInternetFacing } from "./rules/kubernetes/service-not-internet-facing";
import { webServerTlsVersion } from "./rules/kubernetes/web-server-tls-version";
import { workloadServiceAccount } from "./rules/kubernetes/workload-service-account";
import { ignoredChangesVisible } from "./rules/platform/ignored-changes-visible";
import { resourceCovered } from "./rules/platform/resource-covered";

const judged = {
    aksApiPrivate,
    aksLocalAccountsDisabled,
    aksNetworkPolicy,
    aksRunCommandDisabled,
    aksWorkloadIdentity,
    containerRegistryPrivate,
    databaseNotPublic,
    keyVaultNotPublic,
    keyVaultPurgeProtection,
    keyVaultRbac,
    logRetention,
    managedDatabaseTls,
    nodePoolEncryptionAtHost,
    nodePoolNoPublicIp,
    nsgNoInternetAdminPorts,
    resourceAuditLog,
    resourceRegionEea,
    resourceTags,
    roleAssignmentLeastPrivilege,
    storageAccountNotPublic,
    storageAccountTls,
    subnetNetworkSecurityGroup,
    containerHardened,
    containerImageOwnRegistry,
    containerImagePinned,
    containerResources,
    databaseTlsRequired,
    envNoPlainSecret,
    ingressTls,
    namespaceDefaultDeny,
    namespacePodSecurity,
    podNotPrivileged,
    rbacLeastPrivilege,
    serviceNotInternetFacing,
    webServerTlsVersion,
    workloadServiceAccount,
};

/** Every rule of the project, by name. */
export const catalogue = {
    ...judged,
    resourceCovered: resourceCovered(Object.values(judged)),
    ignoredChangesVisible: ignoredChangesVisible(Object.values(judged)),
};

/** Every rule of the project. */
export const rules: readonly Rule[] = Object.values(catalogue);
