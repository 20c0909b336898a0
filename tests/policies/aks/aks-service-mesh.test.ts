import { aksServiceMesh } from "../../../policies/rules/aks/aks-service-mesh";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const cluster = (mode: unknown) => ({ serviceMeshProfile: { mode } });

describeRule(aksServiceMesh, {
    type: "azure-native:containerservice:ManagedCluster",
    accepts: { "a mesh": compliant(cluster("Istio")) },
    rejects: {
        "a mesh that is off": violation(
            cluster("Disabled"),
            "serviceMeshProfile.mode : attendu « Istio », obtenu « Disabled »",
        ),
    },
    unset: { "the mesh": violation({}, "serviceMeshProfile.mode : attendu « Istio », non défini") },
    unknown: { "the mesh": undecided(cluster(UNKNOWN), "serviceMeshProfile.mode") },
    otherType: "azure-native:containerservice:AgentPool",
});
