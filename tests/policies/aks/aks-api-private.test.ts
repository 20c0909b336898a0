import { aksApiPrivate } from "../../../policies/rules/aks/aks-api-private";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const UNSET = "apiServerAccessProfile.enablePrivateCluster : attendu true, non défini";

const cluster = (apiServerAccessProfile: unknown) => ({ apiServerAccessProfile });

describeRule(aksApiPrivate, {
    type: "azure-native:containerservice:ManagedCluster",
    accepts: { "a private cluster": compliant(cluster({ enablePrivateCluster: true })) },
    rejects: {
        "a public cluster": violation(
            cluster({ enablePrivateCluster: false }),
            "apiServerAccessProfile.enablePrivateCluster : attendu true, obtenu false",
        ),
        "a private cluster with a public name": violation(
            cluster({ enablePrivateCluster: true, enablePrivateClusterPublicFQDN: true }),
            "apiServerAccessProfile.enablePrivateClusterPublicFQDN : attendu false, obtenu true",
        ),
    },
    unset: { "the profile": violation({}, UNSET), "the setting": violation(cluster({}), UNSET) },
    unknown: {
        "the setting": undecided(
            cluster({ enablePrivateCluster: UNKNOWN }),
            "apiServerAccessProfile.enablePrivateCluster",
        ),
        "the profile": undecided(cluster(UNKNOWN), "apiServerAccessProfile"),
    },
    otherType: "azure-native:containerservice:AgentPool",
});
