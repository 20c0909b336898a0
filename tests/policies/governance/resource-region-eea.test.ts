import { resourceRegionEea } from "../../../policies/rules/governance/resource-region-eea";
import {
    compliant,
    describeRule,
    notApplicable,
    undecided,
    UNKNOWN,
    violation,
} from "../../support/evaluate";

const outside = (location: string) =>
    violation({ location }, `location : attendu une région de l’EEE, obtenu « ${location} »`);

const FRANCE = { regions: ["francecentral", "France South"] };

describeRule(resourceRegionEea, {
    type: "azure-native:resources:ResourceGroup",
    accepts: {
        "a region that users admit": { ...compliant({ location: "francesouth" }), config: FRANCE },
        "France Central by its ARM name": compliant({ location: "francecentral" }),
        "France Central by its display name": compliant({ location: "France Central" }),
        "Norway, which is in the EEA": compliant({ location: "norwayeast" }),
        "an alert, which is in no region": {
            ...compliant({ location: "global" }),
            type: "azure-native:monitor:MetricAlert",
        },
        "replicas inside the EEA": compliant({
            location: "francecentral",
            locations: [{ locationName: "West Europe" }],
        }),
        "a private link scope, which is in no region": {
            ...compliant({ location: "global" }),
            type: "azure-native:monitor:PrivateLinkScope",
        },
        "an alert on activity, which is in no region": {
            ...compliant({ location: "global" }),
            type: "azure-native:monitor:ActivityLogAlert",
        },
        "the link of a private zone, which is in no region": {
            ...compliant({ location: "global" }),
            type: "azure-native:privatedns:VirtualNetworkLink",
        },
        "a private DNS zone, which is in no region": {
            ...compliant({ location: "Global" }),
            type: "azure-native:privatedns:PrivateZone",
        },
    },
    rejects: {
        "a region of the EEA that users do not admit": {
            ...violation(
                { location: "swedencentral" },
                "location : attendu « francecentral » ou « France South », obtenu « swedencentral »",
            ),
            config: FRANCE,
        },
        "a region outside the EEA that users would admit": {
            ...violation({ location: "uksouth" }, "location : attendu « uksouth », obtenu « uksouth »"),
            config: { regions: ["uksouth"] },
        },
        "the United States": outside("eastus"),
        "the United Kingdom": outside("uksouth"),
        Switzerland: outside("switzerlandnorth"),
        "a global resource that processes data": { ...outside("global"), type: "azure-native:cdn:Profile" },
        "a replica in the United States": violation(
            { location: "francecentral", locations: [{ locationName: "eastus" }] },
            "locations[0].locationName : attendu une région de l’EEE, obtenu « eastus »",
        ),
        "logs replicated to the United Kingdom": violation(
            { location: "francecentral", replication: { enabled: true, location: "uksouth" } },
            "replication.location : attendu une région de l’EEE, obtenu « uksouth »",
        ),
        "an empty region": outside(""),
        "a list of regions": violation(
            { location: ["francecentral"] },
            "location : attendu une valeur simple, obtenu une liste",
        ),
    },
    unset: {
        "the region of a resource that has none": notApplicable({}),
        "what is not Azure's": { ...notApplicable({ location: "eastus" }), type: "gcp:storage:Bucket" },
    },
    unknown: { "the region": undecided({ location: UNKNOWN }, "location") },
    otherType: "kubernetes:core/v1:Service",
});
