import { routeTableNoInternet } from "../../../policies/rules/network/route-table-no-internet";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const EXPECTED = "attendu un autre saut que « Internet »";

describeRule(routeTableNoInternet, {
    type: "azure-native:network:RouteTable",
    accepts: {
        "a route through the firewall": compliant({
            routes: [{ addressPrefix: "0.0.0.0/0", nextHopType: "VirtualAppliance" }],
        }),
        "the same as a resource of its own": {
            ...compliant({ nextHopType: "VirtualAppliance" }),
            type: "azure-native:network:Route",
        },
    },
    rejects: {
        "a route to the Internet": violation(
            { routes: [{ addressPrefix: "0.0.0.0/0", nextHopType: "Internet" }] },
            `routes[0].nextHopType : ${EXPECTED}, obtenu « Internet »`,
        ),
        "the same as a resource of its own": {
            ...violation({ nextHopType: "internet" }, `nextHopType : ${EXPECTED}, obtenu « internet »`),
            type: "azure-native:network:Route",
        },
    },
    unset: {
        "every route": compliant({}),
        "the next hop": violation({ routes: [{}] }, `routes[0].nextHopType : ${EXPECTED}, non défini`),
    },
    unknown: {
        "the next hop": undecided({ routes: [{ nextHopType: UNKNOWN }] }, "routes[0].nextHopType"),
        "the address of the firewall": compliant({
            routes: [{ nextHopType: "VirtualAppliance", nextHopIpAddress: UNKNOWN }],
        }),
    },
    otherType: "azure-native:network:Subnet",
});
