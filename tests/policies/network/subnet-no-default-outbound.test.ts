import { subnetNoDefaultOutbound } from "../../../policies/rules/network/subnet-no-default-outbound";
import {
    compliant,
    describeRule,
    notApplicable,
    undecided,
    UNKNOWN,
    violation,
} from "../../support/evaluate";

const NETWORK = "azure-native:network:VirtualNetwork";
const open = (got: string) => `defaultOutboundAccess : attendu false, ${got}`;

describeRule(subnetNoDefaultOutbound, {
    type: "azure-native:network:Subnet",
    accepts: {
        "a private subnet": compliant({ subnetName: "nodes", defaultOutboundAccess: false }),
        "a private inline subnet": {
            ...compliant({ subnets: [{ name: "nodes", defaultOutboundAccess: false }] }),
            type: NETWORK,
        },
        "a network whose subnets are resources of their own": { ...notApplicable({}), type: NETWORK },
    },
    rejects: {
        "a subnet with default access": violation(
            { subnetName: "nodes", defaultOutboundAccess: true },
            open("obtenu true"),
        ),
        "the subnet of a firewall, which needs none": violation(
            { subnetName: "AzureFirewallSubnet" },
            open("non défini"),
        ),
        "an inline subnet with default access": {
            ...violation({ subnets: [{ name: "nodes" }] }, `subnets[0].${open("non défini")}`),
            type: NETWORK,
        },
    },
    unset: { "default access": violation({ subnetName: "nodes" }, open("non défini")) },
    unknown: {
        "default access": undecided(
            { subnetName: "nodes", defaultOutboundAccess: UNKNOWN },
            "defaultOutboundAccess",
        ),
    },
    otherType: "azure-native:network:RouteTable",
});
