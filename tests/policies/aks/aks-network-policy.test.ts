import { aksNetworkPolicy } from "../../../policies/rules/aks/aks-network-policy";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const ENGINES = "« cilium » ou « calico » ou « azure »";
const PATH = "networkProfile.networkPolicy";

const cluster = (networkPolicy: unknown) => ({ networkProfile: { networkPolicy } });

describeRule(aksNetworkPolicy, {
    type: "azure-native:containerservice:ManagedCluster",
    accepts: {
        Cilium: compliant(cluster("cilium")),
        Calico: compliant(cluster("calico")),
        "Azure's own engine": compliant(cluster("azure")),
    },
    rejects: {
        "the value none of the enumeration": violation(
            cluster("none"),
            `${PATH} : attendu ${ENGINES}, obtenu « none »`,
        ),
    },
    unset: {
        "the engine": violation({ networkProfile: {} }, `${PATH} : attendu ${ENGINES}, non défini`),
        "the network profile": violation({}, `${PATH} : attendu ${ENGINES}, non défini`),
    },
    unknown: { "the engine": undecided(cluster(UNKNOWN), PATH) },
    otherType: "azure-native:containerservice:AgentPool",
});
