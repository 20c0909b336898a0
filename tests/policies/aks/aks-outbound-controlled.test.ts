import { aksOutboundControlled } from "../../../policies/rules/aks/aks-outbound-controlled";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const cluster = (outboundType: unknown) => ({ networkProfile: { outboundType } });
const EXPECTED =
    "networkProfile.outboundType : attendu « userDefinedRouting » ou « userAssignedNATGateway » ou « none »";

describeRule(aksOutboundControlled, {
    type: "azure-native:containerservice:ManagedCluster",
    accepts: {
        "a route of one's own": compliant(cluster("userDefinedRouting")),
        "no way out, in another case,": compliant(cluster("None")),
        "a NAT gateway of one's own": compliant(cluster("userAssignedNATGateway")),
        "what users allow": {
            ...compliant(cluster("managedNATGateway")),
            config: { outboundTypes: ["managedNATGateway"] },
        },
    },
    rejects: {
        "a load balancer": violation(cluster("loadBalancer"), `${EXPECTED}, obtenu « loadBalancer »`),
        "a NAT gateway that AKS makes": violation(
            cluster("managedNATGateway"),
            `${EXPECTED}, obtenu « managedNATGateway »`,
        ),
    },
    unset: { "the way out, which is then a load balancer,": violation({}, `${EXPECTED}, non défini`) },
    unknown: { "the way out": undecided(cluster(UNKNOWN), "networkProfile.outboundType") },
    otherType: "azure-native:containerservice:AgentPool",
});
