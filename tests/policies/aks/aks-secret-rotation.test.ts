import { aksSecretRotation } from "../../../policies/rules/aks/aks-secret-rotation";
import {
    compliant,
    describeRule,
    notApplicable,
    undecided,
    UNKNOWN,
    violation,
} from "../../support/evaluate";

const cluster = (
    enabled: unknown,
    enableSecretRotation?: unknown,
    name = "azureKeyvaultSecretsProvider",
) => ({
    addonProfiles: {
        omsagent: { enabled: true },
        [name]: { enabled, config: { enableSecretRotation: enableSecretRotation ?? null } },
    },
});
const ADD_ON = "addonProfiles.azureKeyvaultSecretsProvider";

describeRule(aksSecretRotation, {
    type: "azure-native:containerservice:ManagedCluster",
    accepts: {
        "secrets that rotate": compliant(cluster(true, "true")),
        "secrets that rotate, in another case,": compliant(
            cluster(true, "True", "azurekeyvaultsecretsprovider"),
        ),
    },
    rejects: {
        "secrets that do not rotate": violation(
            cluster(true, "false"),
            `${ADD_ON}.config.enableSecretRotation : attendu « true », obtenu « false »`,
        ),
        "secrets that do not rotate, of an add-on in another case,": violation(
            cluster(true, "false", "AzureKeyVaultSecretsProvider"),
            "addonProfiles.AzureKeyVaultSecretsProvider.config.enableSecretRotation : attendu « true », obtenu « false »",
        ),
    },
    unset: {
        "the rotation, which is then off,": violation(
            cluster(true),
            `${ADD_ON}.config.enableSecretRotation : attendu « true », non défini`,
        ),
        "the add-on": notApplicable({ addonProfiles: {} }),
        "the add-ons": notApplicable({}),
        "the rotation of an add-on that is off": notApplicable(cluster(false)),
    },
    unknown: {
        "the rotation": undecided(cluster(true, UNKNOWN), `${ADD_ON}.config.enableSecretRotation`),
        "the add-on": undecided(cluster(UNKNOWN), `${ADD_ON}.enabled`),
        "the add-ons": undecided({ addonProfiles: UNKNOWN }, "addonProfiles"),
    },
    otherType: "azure-native:containerservice:AgentPool",
});
