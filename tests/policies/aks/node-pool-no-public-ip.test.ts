import { nodePoolNoPublicIp } from "../../../policies/rules/aks/node-pool-no-public-ip";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const POOL = "azure-native:containerservice:AgentPool";

const cluster = (enableNodePublicIP: unknown) => ({ agentPoolProfiles: [{ enableNodePublicIP }] });

describeRule(nodePoolNoPublicIp, {
    type: "azure-native:containerservice:ManagedCluster",
    accepts: {
        "inline pools without public addresses": compliant(cluster(false)),
        "a pool without public addresses": { ...compliant({ enableNodePublicIP: false }), type: POOL },
    },
    rejects: {
        "an inline pool with public addresses": violation(
            cluster(true),
            "agentPoolProfiles[0].enableNodePublicIP : attendu false, obtenu true",
        ),
        "a pool with public addresses": {
            ...violation({ enableNodePublicIP: true }, "enableNodePublicIP : attendu false, obtenu true"),
            type: POOL,
        },
    },
    unset: { "the setting, which is then false,": compliant({ agentPoolProfiles: [{}] }) },
    unknown: { "the setting": undecided(cluster(UNKNOWN), "agentPoolProfiles[0].enableNodePublicIP") },
    otherType: "azure-native:containerservice:MaintenanceConfiguration",
});
