import { resourceRegionEea } from "../../../policies/rules/azure/resource-region-eea";
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

describeRule(resourceRegionEea, {
    type: "azure-native:resources:ResourceGroup",
    accepts: {
        "France Central by its ARM name": compliant({ location: "francecentral" }),
        "France Central by its display name": compliant({ location: "France Central" }),
        "Norway, which is in the EEA": compliant({ location: "norwayeast" }),
        "a private DNS zone, which is in no region": {
            ...compliant({ location: "Global" }),
            type: "azure-native:privatedns:PrivateZone",
        },
    },
    rejects: {
        "the United States": outside("eastus"),
        "the United Kingdom": outside("uksouth"),
        Switzerland: outside("switzerlandnorth"),
        "a global resource that processes data": { ...outside("global"), type: "azure-native:cdn:Profile" },
        "an empty region": outside(""),
        "a list of regions": violation(
            { location: ["francecentral"] },
            "location : attendu une valeur simple, obtenu une liste",
        ),
    },
    unset: { "the region of a resource that has none": notApplicable({}) },
    unknown: { "the region": undecided({ location: UNKNOWN }, "location") },
    otherType: "kubernetes:core/v1:Service",
});
