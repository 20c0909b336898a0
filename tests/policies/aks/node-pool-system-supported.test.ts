import { nodePoolSystemSupported } from "../../../policies/rules/aks/node-pool-system-supported";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const EXPECTED = "osSKU : attendu un système qui n’est ni CBLMariner ni Windows2019";

describeRule(nodePoolSystemSupported, {
    type: "azure-native:containerservice:AgentPool",
    accepts: { "a supported system": compliant({ osSKU: "AzureLinux" }) },
    rejects: {
        "a system of 2019": violation({ osSKU: "windows2019" }, `${EXPECTED}, obtenu « windows2019 »`),
        "the former Azure Linux": violation({ osSKU: "CBLMariner" }, `${EXPECTED}, obtenu « CBLMariner »`),
        "the same in a cluster": {
            ...violation(
                { agentPoolProfiles: [{ osSKU: "CBLMariner" }] },
                `agentPoolProfiles[0].${EXPECTED}, obtenu « CBLMariner »`,
            ),
            type: "azure-native:containerservice:ManagedCluster",
        },
    },
    unset: { "the system, which is then a current one,": compliant({}) },
    unknown: { "the system": undecided({ osSKU: UNKNOWN }, "osSKU") },
    otherType: "azure-native:containerservice:MaintenanceConfiguration",
});
