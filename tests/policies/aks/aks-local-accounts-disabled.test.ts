import { aksLocalAccountsDisabled } from "../../../policies/rules/aks/aks-local-accounts-disabled";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const cluster = (disableLocalAccounts: unknown, aadProfile: unknown) => ({
    disableLocalAccounts,
    aadProfile,
});

const ENTRA = { managed: true, enableAzureRBAC: true };

describeRule(aksLocalAccountsDisabled, {
    type: "azure-native:containerservice:ManagedCluster",
    accepts: {
        "Entra identities only": compliant(cluster(true, ENTRA)),
        "Entra identities only, with the rights of Kubernetes": compliant({
            ...cluster(true, ENTRA),
            enableRBAC: true,
        }),
    },
    rejects: {
        "local accounts": violation(
            cluster(false, ENTRA),
            "disableLocalAccounts : attendu true, obtenu false",
        ),
        "Entra without Azure RBAC": violation(
            cluster(true, { managed: true, enableAzureRBAC: false }),
            "aadProfile.enableAzureRBAC : attendu true, obtenu false",
        ),
        "a cluster in which every identity may do everything": violation(
            { ...cluster(true, ENTRA), enableRBAC: false },
            "enableRBAC : attendu true, obtenu false",
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
        "the local accounts": undecided(cluster(UNKNOWN, ENTRA), "disableLocalAccounts"),
        "the rights of Kubernetes": undecided({ ...cluster(true, ENTRA), enableRBAC: UNKNOWN }, "enableRBAC"),
    },
    otherType: "azure-native:containerservice:AgentPool",
});
