import { containerRegistryArmTokensRefused } from "../../../policies/rules/registry/container-registry-arm-tokens-refused";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const registry = (status: unknown) => ({ policies: { azureADAuthenticationAsArmPolicy: { status } } });
const STATUS = "policies.azureADAuthenticationAsArmPolicy.status";

describeRule(containerRegistryArmTokensRefused, {
    type: "azure-native:containerregistry:Registry",
    accepts: { "tokens of its own alone": compliant(registry("disabled")) },
    rejects: {
        "tokens of Resource Manager": violation(
            registry("enabled"),
            `${STATUS} : attendu « disabled », obtenu « enabled »`,
        ),
    },
    unset: {
        "the policy, which then takes both,": violation({}, `${STATUS} : attendu « disabled », non défini`),
    },
    unknown: { "the policy": undecided(registry(UNKNOWN), STATUS) },
    otherType: "azure-native:containerregistry:Replication",
});
