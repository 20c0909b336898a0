import { aksPolicyAddOn } from "../../../policies/rules/aks/aks-policy-add-on";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

describeRule(aksPolicyAddOn, {
    type: "azure-native:containerservice:ManagedCluster",
    accepts: {
        "the add-on": compliant({ addonProfiles: { azurepolicy: { enabled: true } } }),
        "the add-on in camel case": compliant({ addonProfiles: { azurePolicy: { enabled: true } } }),
    },
    rejects: {
        "an add-on that is off": violation(
            { addonProfiles: { azurePolicy: { enabled: false } } },
            "addonProfiles.azurePolicy.enabled : attendu true, obtenu false",
        ),
    },
    unset: {
        "the add-on": violation(
            { addonProfiles: {} },
            "addonProfiles.azurepolicy.enabled : attendu true, non défini",
        ),
    },
    unknown: {
        "whether it is on": undecided(
            { addonProfiles: { azurepolicy: { enabled: UNKNOWN } } },
            "addonProfiles.azurepolicy.enabled",
        ),
        "every add-on": undecided({ addonProfiles: UNKNOWN }, "addonProfiles"),
    },
    otherType: "azure-native:containerservice:AgentPool",
});
