import type { Rule } from "./rule";
import { aksApiPrivate } from "./rules/azure/aks-api-private";
import { aksAutomaticUpgrades } from "./rules/azure/aks-automatic-upgrades";
import { aksAvailability } from "./rules/azure/aks-availability";
import { aksDefender } from "./rules/azure/aks-defender";
import { aksEtcdCustomerKey } from "./rules/azure/aks-etcd-customer-key";
import { aksLocalAccountsDisabled } from "./rules/azure/aks-local-accounts-disabled";
import { aksNetworkPolicy } from "./rules/azure/aks-network-policy";
import { aksPolicyAddOn } from "./rules/azure/aks-policy-add-on";
import { aksRunCommandDisabled } from "./rules/azure/aks-run-command-disabled";
import { aksWorkloadIdentity } from "./rules/azure/aks-workload-identity";
import { alertRecipients } from "./rules/azure/alert-recipients";
import { applicationGatewayTls } from "./rules/azure/application-gateway-tls";
import { applicationGatewayWaf } from "./rules/azure/application-gateway-waf";
import { bastionNoDataCopy } from "./rules/azure/bastion-no-data-copy";
import { containerRegistryCustomerKey } from "./rules/azure/container-registry-customer-key";
import { containerRegistryImagesControlled } from "./rules/azure/container-registry-images-controlled";
import { containerRegistryPrivate } from "./rules/azure/container-registry-private";
import { dataStoreDeleteLock } from "./rules/azure/data-store-delete-lock";
import { dataStorePrivateEndpoint } from "./rules/azure/data-store-private-endpoint";
import { databaseNotPublic } from "./rules/azure/database-not-public";
import { defenderPlanStandard } from "./rules/azure/defender-plan-standard";
import { diskCustomerKey } from "./rules/azure/disk-customer-key";
import { firewallRulesNarrow } from "./rules/azure/firewall-rules-narrow";
import { firewallThreatProtection } from "./rules/azure/firewall-threat-protection";
import { keyVaultKeyRotation } from "./rules/azure/key-vault-key-rotation";
import { keyVaultNotPublic } from "./rules/azure/key-vault-not-public";
import { keyVaultPurgeProtection } from "./rules/azure/key-vault-purge-protection";
import { keyVaultRbac } from "./rules/azure/key-vault-rbac";
import { logRetention } from "./rules/azure/log-retention";
import { logWorkspacePrivate } from "./rules/azure/log-workspace-private";
import { managedDatabaseTls } from "./rules/azure/managed-database-tls";
import { nodePoolEncryptionAtHost } from "./rules/azure/node-pool-encryption-at-host";
import { nodePoolNoPublicIp } from "./rules/azure/node-pool-no-public-ip";
import { nsgNoInternetAdminPorts } from "./rules/azure/nsg-no-internet-admin-ports";
import { policyAssignmentEnforced } from "./rules/azure/policy-assignment-enforced";
import { publicAddressAccounted } from "./rules/azure/public-address-accounted";
import { resourceAuditLog } from "./rules/azure/resource-audit-log";
import { resourceRegionEea } from "./rules/azure/resource-region-eea";
import { resourceTags } from "./rules/azure/resource-tags";
import { roleAssignmentLeastPrivilege } from "./rules/azure/role-assignment-least-privilege";
import { roleDefinitionLeastPrivilege } from "./rules/azure/role-definition-least-privilege";
import { routeTableNoInternet } from "./rules/azure/route-table-no-internet";
import { storageAccountCustomerKey } from "./rules/azure/storage-account-customer-key";
import { storageAccountNoSharedKey } from "./rules/azure/storage-account-no-shared-key";
import { storageAccountNotPublic } from "./rules/azure/storage-account-not-public";
import { storageAccountTls } from "./rules/azure/storage-account-tls";
import { storageArchiveImmutable } from "./rules/azure/storage-archive-immutable";
import { storageContainerRecoverable } from "./rules/azure/storage-container-recoverable";
import { subnetNetworkSecurityGroup } from "./rules/azure/subnet-network-security-group";
import { subnetNoDefaultOutbound } from "./rules/azure/subnet-no-default-outbound";
import { virtualNetworkEncryption } from "./rules/azure/virtual-network-encryption";
import { virtualNetworkFlowLog } from "./rules/azure/virtual-network-flow-log";
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
    aksAutomaticUpgrades,
    aksAvailability,
    aksDefender,
    aksEtcdCustomerKey,
    aksLocalAccountsDisabled,
    aksNetworkPolicy,
    aksPolicyAddOn,
    aksRunCommandDisabled,
    aksWorkloadIdentity,
    alertRecipients,
    applicationGatewayTls,
    applicationGatewayWaf,
    bastionNoDataCopy,
    containerRegistryCustomerKey,
    containerRegistryImagesControlled,
    containerRegistryPrivate,
    dataStoreDeleteLock,
    dataStorePrivateEndpoint,
    databaseNotPublic,
    defenderPlanStandard,
    diskCustomerKey,
    firewallRulesNarrow,
    firewallThreatProtection,
    keyVaultKeyRotation,
    keyVaultNotPublic,
    keyVaultPurgeProtection,
    keyVaultRbac,
    logRetention,
    logWorkspacePrivate,
    managedDatabaseTls,
    nodePoolEncryptionAtHost,
    nodePoolNoPublicIp,
    nsgNoInternetAdminPorts,
    policyAssignmentEnforced,
    publicAddressAccounted,
    resourceAuditLog,
    resourceRegionEea,
    resourceTags,
    roleAssignmentLeastPrivilege,
    roleDefinitionLeastPrivilege,
    routeTableNoInternet,
    storageAccountCustomerKey,
    storageAccountNoSharedKey,
    storageAccountNotPublic,
    storageAccountTls,
    storageArchiveImmutable,
    storageContainerRecoverable,
    subnetNetworkSecurityGroup,
    subnetNoDefaultOutbound,
    virtualNetworkEncryption,
    virtualNetworkFlowLog,
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
