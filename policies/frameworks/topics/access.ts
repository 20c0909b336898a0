import { catalogue as rule } from "../../catalogue";
import type { Link } from "../../framework";
import { iso, sources } from "../sources";

/** Rights are granted narrowly. */
export const leastPrivilege: Link = {
    sources: [...iso("A.5.15", "A.5.18", "A.8.2"), sources.cnilGuide],
    rules: [
        rule.keyVaultRbac,
        rule.roleAssignmentLeastPrivilege,
        rule.roleDefinitionLeastPrivilege,
        rule.rbacLeastPrivilege,
        rule.workloadServiceAccount,
        rule.roleAssignmentNarrowScope,
        rule.roleAssignmentNotPersonal,
        rule.keyVaultAccessPoliciesNarrow,
        rule.messagingKeyRights,
        rule.serviceAccountNoToken,
        rule.rbacNoAggregation,
        rule.rbacNoClusterControl,
        rule.rbacNoEscalation,
        rule.rbacNoIdentityMinting,
        rule.rbacNoPodCommands,
        rule.rbacSecretsNotReadable,
        rule.rbacSubjectsNamed,
        rule.containerRegistryScopeMapNarrow,
    ],
};

/** Each person and workload has an identity of its own, checked by the directory. */
export const authentication: Link = {
    sources: iso("A.5.16", "A.8.5"),
    rules: [
        rule.aksLocalAccountsDisabled,
        rule.aksManagedIdentity,
        rule.aksWorkloadIdentity,
        rule.containerRegistryPrivate,
        rule.databaseEntraOnly,
        rule.cosmosEntraOnly,
        rule.redisEntraOnly,
        rule.storageAccountNoSharedKey,
        rule.virtualMachineNoPassword,
        rule.federatedCredentialExact,
        rule.identityOneWorkload,
        rule.messagingEntraOnly,
        rule.serviceAccountTokenShortLived,
        rule.containerRegistryArmTokensRefused,
        rule.containerRegistryTokenExpires,
        rule.storageAccountOauthDefault,
        rule.storageAccountSasBounded,
        rule.meshJwtIssuerHttps,
        rule.eventWebhookAuthenticated,
        rule.webAppManagedIdentity,
        rule.sqlEntraOnly,
    ],
};

/** Secrets stay secret. */
export const secrets: Link = {
    sources: [...iso("A.5.17"), sources.cnilGuide],
    rules: [
        rule.envNoPlainSecret,
        rule.databaseAdminPasswordSecret,
        rule.aksSecretRotation,
        rule.helmValuesNoPlainSecret,
        rule.keyVaultNoPlatformRetrieval,
        rule.keyVaultObjectExpires,
        rule.rbacSecretsNotReadable,
        rule.metadataNoPlainSecret,
        rule.secretDataDeclaredSecret,
        rule.webAppNoPlainSetting,
    ],
};

/** The ways by which administrators reach into systems. */
export const interventions: Link = {
    sources: iso("A.8.18"),
    rules: [
        rule.aksRunCommandDisabled,
        rule.aksNodeResourceGroupLocked,
        rule.bastionNoDataCopy,
        rule.nodePoolSshDisabled,
        rule.containerNoDebug,
        rule.rbacNoPodCommands,
        rule.webAppNoBackdoor,
    ],
};
