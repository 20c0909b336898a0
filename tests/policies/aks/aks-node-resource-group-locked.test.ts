import { aksNodeResourceGroupLocked } from "../../../policies/rules/aks/aks-node-resource-group-locked";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const cluster = (restrictionLevel: unknown) => ({ nodeResourceGroupProfile: { restrictionLevel } });
const LEVEL = "nodeResourceGroupProfile.restrictionLevel";

describeRule(aksNodeResourceGroupLocked, {
    type: "azure-native:containerservice:ManagedCluster",
    accepts: { "a group that is closed": compliant(cluster("ReadOnly")) },
    rejects: {
        "an open group": violation(
            cluster("Unrestricted"),
            `${LEVEL} : attendu « ReadOnly », obtenu « Unrestricted »`,
        ),
    },
    unset: { "the level, which is then open,": violation({}, `${LEVEL} : attendu « ReadOnly », non défini`) },
    unknown: { "the level": undecided(cluster(UNKNOWN), LEVEL) },
    otherType: "azure-native:containerservice:AgentPool",
});
