import { nodePoolSystemDedicated } from "../../../policies/rules/aks/node-pool-system-dedicated";
import { type Case, compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const TAINT = "CriticalAddonsOnly=true:NoSchedule";
const pool = (mode: unknown, ...nodeTaints: readonly unknown[]) => ({ mode, nodeTaints });
const cluster = (sample: Case): Case => ({
    ...sample,
    type: "azure-native:containerservice:ManagedCluster",
    props: { agentPoolProfiles: [sample.props] },
});
const EXPECTED = `nodeTaints : attendu une liste qui contient « ${TAINT} » ou « CriticalAddonsOnly=true:NoExecute »`;

describeRule(nodePoolSystemDedicated, {
    type: "azure-native:containerservice:AgentPool",
    accepts: {
        "a system pool of its own": compliant(pool("System", "other=1:NoSchedule", TAINT)),
        "one that evicts too": compliant(pool("system", "CriticalAddonsOnly=true:NoExecute")),
        "a pool of applications": compliant(pool("User")),
    },
    rejects: {
        "a system pool open to all": violation(pool("System"), EXPECTED),
        "a taint that only advises": violation(
            pool("SYSTEM", "CriticalAddonsOnly=true:PreferNoSchedule"),
            EXPECTED,
        ),
        "the same in a cluster": cluster(violation(pool("System"), `agentPoolProfiles[0].${EXPECTED}`)),
    },
    unset: {
        "the mode, which is then that of applications,": compliant({}),
        "the taints": violation({ mode: "System" }, EXPECTED),
    },
    unknown: {
        "the mode": undecided(pool(UNKNOWN), "mode"),
        "a taint": undecided(pool("System", UNKNOWN), "nodeTaints[0]"),
    },
    otherType: "azure-native:containerservice:MaintenanceConfiguration",
});
