import { aksEtcdCustomerKey } from "../../../policies/rules/aks/aks-etcd-customer-key";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const kms = (more: object = {}) => ({
    securityProfile: {
        azureKeyVaultKms: {
            enabled: true,
            keyId: UNKNOWN,
            keyVaultResourceId: UNKNOWN,
            keyVaultNetworkAccess: "Private",
            ...more,
        },
    },
});
const at = (path: string) => `securityProfile.azureKeyVaultKms.${path}`;

describeRule(aksEtcdCustomerKey, {
    type: "azure-native:containerservice:ManagedCluster",
    accepts: { "a key that is not created yet": compliant(kms()) },
    rejects: {
        "a key that is not in use": violation(
            kms({ enabled: false }),
            `${at("enabled")} : attendu true, obtenu false`,
        ),
        "a vault over the Internet": violation(
            kms({ keyVaultNetworkAccess: "Public" }),
            `${at("keyVaultNetworkAccess")} : attendu « Private », obtenu « Public »`,
        ),
        "an empty key": violation(
            kms({ keyId: "" }),
            `${at("keyId")} : attendu une clé du coffre, obtenu «  »`,
        ),
    },
    unset: {
        "every property": violation(
            {},
            `${at("enabled")} : attendu true, non défini`,
            `${at("keyId")} : attendu une clé du coffre, non défini`,
            `${at("keyVaultResourceId")} : attendu un coffre, non défini`,
            `${at("keyVaultNetworkAccess")} : attendu « Private », non défini`,
        ),
    },
    unknown: { "whether it is on": undecided(kms({ enabled: UNKNOWN }), at("enabled")) },
    otherType: "azure-native:containerservice:AgentPool",
});
