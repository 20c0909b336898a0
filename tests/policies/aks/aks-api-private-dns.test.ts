import { aksApiPrivateDns } from "../../../policies/rules/aks/aks-api-private-dns";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const ZONE =
    "/subscriptions/0/resourceGroups/rg/providers/Microsoft.Network/privateDnsZones/privatelink.francecentral.azmk8s.io";
const cluster = (privateDNSZone: unknown) => ({ apiServerAccessProfile: { privateDNSZone } });
const refused = (zone: string) =>
    violation(
        cluster(zone),
        `apiServerAccessProfile.privateDNSZone : attendu « system » ou l’id d’une zone privée, obtenu « ${zone} »`,
    );

describeRule(aksApiPrivateDns, {
    type: "azure-native:containerservice:ManagedCluster",
    accepts: {
        "the zone of the system": compliant(cluster("system")),
        "a zone of one's own": compliant(cluster(ZONE)),
        "a zone that is not created yet": compliant(cluster(UNKNOWN)),
    },
    rejects: {
        "no zone": refused("none"),
        "no zone, in capitals,": refused("None"),
        "an empty text": refused(""),
    },
    unset: { "the zone, which is then the system's,": compliant({ apiServerAccessProfile: {} }) },
    unknown: {
        "the access profile": undecided({ apiServerAccessProfile: UNKNOWN }, "apiServerAccessProfile"),
    },
    otherType: "azure-native:containerservice:AgentPool",
});
