import { catalogue as rule } from "../../catalogue";
import type { Link } from "../../framework";
import { iso, sources } from "../sources";

/** Rights are granted narrowly. */
export const leastPrivilege: Link = {
    sources: [...iso("A.5.15", "A.5.18", "A.8.2"), sources.cnilRights],
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
const identities: Link = {
    sources: [...iso("A.5.16", "A.8.5"), sources.cnilAuthentication],
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
        rule.containerRegistryArmTokensRefused,
        rule.containerRegistryTokenExpires,
        rule.storageAccountOauthDefault,
        rule.meshJwtIssuerHttps,
        rule.eventWebhookAuthenticated,
        rule.webAppManagedIdentity,
        rule.sqlEntraOnly,
    ],
};

/** What stands for an identity does not last. */
const credentials: Link = {
    sources: [...iso("A.8.5"), sources.accessPeriod],
    rules: [rule.serviceAccountTokenShortLived, rule.storageAccountSasBounded],
};

export const authentication: readonly Link[] = [identities, credentials];

/** Secrets stay secret. */
export const secrets: Link = {
    sources: [...iso("A.5.17"), sources.cnilAuthentication],
    rules: [
        rule.envNoPlainSecret,
        rule.databaseAdminPasswordSecret,
        rule.aksSecretRotation,
        rule.helmValuesNoPlainSecret,
        rule.keyVaultNoPlatformRetrieval,
        rule.keyVaultObjectExpires,
        rule.rbacSecretsNotReadable,
        rule.metadataNoPlainSecret,
        rule.randomSecretStrong,
        rule.secretDataDeclaredSecret,
        rule.webAppNoPlainSetting,
    ],
};

/** The ways by which administrators reach into systems. */
export const interventions: Link = {
    sources: iso("A.8.18"),
    rules: [
        rule.aksRunCommandDisabled,
        rule.nodePoolSshDisabled,
        rule.containerNoDebug,
        rule.rbacNoPodCommands,
        rule.webAppNoBackdoor,
    ],
};
