import { aksAvailability } from "../../../policies/rules/aks/aks-availability";
import { type Case, compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const ZONES = ["1", "2", "3"];
const pool = (sample: Case): Case => ({ ...sample, type: "azure-native:containerservice:AgentPool" });
const cluster = (tier: unknown, availabilityZones: unknown = ZONES) => ({
    sku: { tier },
    agentPoolProfiles: [{ availabilityZones }],
});

describeRule(aksAvailability, {
    type: "azure-native:containerservice:ManagedCluster",
    accepts: {
        "three zones": compliant(cluster("Standard")),
        "a pool over three zones": pool(compliant({ availabilityZones: ZONES })),
    },
    rejects: {
        "a free control plane": violation(
            cluster("Free"),
            "sku.tier : attendu « Standard » ou « Premium », obtenu « Free »",
        ),
        "two zones": violation(
            cluster("Standard", ["1", "2"]),
            "agentPoolProfiles[0].availabilityZones : attendu trois zones",
        ),
        "a pool in one zone": pool(
            violation({ availabilityZones: ["1"] }, "availabilityZones : attendu trois zones"),
        ),
    },
    unset: {
        "the zones": pool(violation({}, "availabilityZones : attendu trois zones")),
        "the tier, which is then free,": violation(
            { agentPoolProfiles: [{ availabilityZones: ZONES }] },
            "sku.tier : attendu « Standard » ou « Premium », non défini",
        ),
    },
    unknown: { "the zones": pool(undecided({ availabilityZones: UNKNOWN }, "availabilityZones")) },
    otherType: "azure-native:containerservice:MaintenanceConfiguration",
});
