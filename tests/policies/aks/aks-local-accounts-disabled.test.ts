import { aksLocalAccountsDisabled } from "../../../policies/rules/aks/aks-local-accounts-disabled";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const cluster = (disableLocalAccounts: unknown, aadProfile: unknown) => ({
    disableLocalAccounts,
    aadProfile,
});

describeRule(aksLocalAccountsDisabled, {
    type: "azure-native:containerservice:ManagedCluster",
    accepts: { "Entra identities only": compliant(cluster(true, { managed: true, enableAzureRBAC: true })) },
    rejects: {
        "local accounts": violation(
            cluster(false, { managed: true, enableAzureRBAC: true }),
            "disableLocalAccounts : attendu true, obtenu false",
        ),
        "Entra without Azure RBAC": violation(
            cluster(true, { managed: true, enableAzureRBAC: false }),
            "aadProfile.enableAzureRBAC : attendu true, obtenu false",
        ),
    },
    unset: {
        everything: violation(
            {},
            "disableLocalAccounts : attendu true, non défini",
            "aadProfile.managed : attendu true, non défini",
            "aadProfile.enableAzureRBAC : attendu true, non défini",
        ),
    },
    unknown: {
        "the profile, once for both its settings,": undecided(cluster(true, UNKNOWN), "aadProfile"),
        "the local accounts": undecided(
            cluster(UNKNOWN, { managed: true, enableAzureRBAC: true }),
            "disableLocalAccounts",
        ),
    },
    otherType: "azure-native:containerservice:AgentPool",
});
