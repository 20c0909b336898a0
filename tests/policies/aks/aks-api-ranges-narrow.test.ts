import { aksApiRangesNarrow } from "../../../policies/rules/aks/aks-api-ranges-narrow";
import {
    compliant,
    describeRule,
    notApplicable,
    undecided,
    UNKNOWN,
    violation,
} from "../../support/evaluate";

const cluster = (...authorizedIPRanges: readonly unknown[]) => ({
    apiServerAccessProfile: { authorizedIPRanges },
});
const wide = (range: string, maximum = "256") =>
    violation(
        cluster(range),
        `apiServerAccessProfile.authorizedIPRanges[0] : attendu une plage d’au plus ${maximum} adresses, obtenu « ${range} »`,
    );

describeRule(aksApiRangesNarrow, {
    type: "azure-native:containerservice:ManagedCluster",
    accepts: {
        "a range of 256 addresses": compliant(cluster("203.0.113.0/24")),
        "an address alone": compliant(cluster("203.0.113.7")),
        "a narrow range of IPv6": compliant(cluster("2001:db8::/120")),
    },
    rejects: {
        "a range of 512 addresses": wide("203.0.112.0/23"),
        "the whole Internet": wide("0.0.0.0/0"),
        "the whole Internet in IPv6": wide("::/0"),
        "what is no range": wide("*"),
        "a range wider than the users' choice": {
            ...wide("203.0.113.0/28", "8"),
            config: { maxAddresses: 8 },
        },
        "a range among others": violation(
            cluster("203.0.113.7/32", "10.0.0.0/8"),
            "apiServerAccessProfile.authorizedIPRanges[1] : attendu une plage d’au plus 256 adresses, obtenu « 10.0.0.0/8 »",
        ),
    },
    unset: { "the ranges, as in a private cluster,": notApplicable({ apiServerAccessProfile: {} }) },
    unknown: {
        "a range": undecided(cluster(UNKNOWN), "apiServerAccessProfile.authorizedIPRanges[0]"),
        "the ranges": undecided(
            { apiServerAccessProfile: { authorizedIPRanges: UNKNOWN } },
            "apiServerAccessProfile.authorizedIPRanges",
        ),
    },
    otherType: "azure-native:containerservice:AgentPool",
});
