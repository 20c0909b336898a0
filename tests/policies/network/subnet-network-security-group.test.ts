import { subnetNetworkSecurityGroup } from "../../../policies/rules/network/subnet-network-security-group";
import {
    compliant,
    describeRule,
    notApplicable,
    undecided,
    UNKNOWN,
    violation,
} from "../../support/evaluate";

const NETWORK = "azure-native:network:VirtualNetwork";
const MISSING = "networkSecurityGroup.id : attendu un groupe de sécurité réseau, non défini";

describeRule(subnetNetworkSecurityGroup, {
    type: "azure-native:network:Subnet",
    accepts: {
        "a subnet with a group": compliant({
            subnetName: "nodes",
            networkSecurityGroup: { id: "/subscriptions/0" },
        }),
        "a subnet whose group is not created yet": compliant({
            subnetName: "nodes",
            networkSecurityGroup: { id: UNKNOWN },
        }),
        ...Object.fromEntries(
            [
                "AzureFirewallManagementSubnet",
                "AzureFirewallSubnet",
                "GatewaySubnet",
                "RouteServerSubnet",
            ].flatMap((name) => [
                [`${name}, which takes none,`, compliant({ subnetName: name })],
                [
                    `${name} inline, which takes none,`,
                    { ...compliant({ subnets: [{ name }] }), type: NETWORK },
                ],
            ]),
        ),
        "a network with filtered inline subnets": {
            ...compliant({ subnets: [{ name: "nodes", networkSecurityGroup: { id: UNKNOWN } }] }),
            type: NETWORK,
        },
        "a network whose subnets are resources of their own": { ...notApplicable({}), type: NETWORK },
    },
    rejects: {
        "a subnet whose group is null": violation(
            { subnetName: "nodes", networkSecurityGroup: null },
            MISSING,
        ),
        "a subnet whose group is an empty text": violation(
            { subnetName: "nodes", networkSecurityGroup: { id: "" } },
            "networkSecurityGroup.id : attendu un groupe de sécurité réseau, obtenu «  »",
        ),
        "a network with an open inline subnet": {
            ...violation({ subnets: [{ name: "nodes" }] }, `subnets[0].${MISSING}`),
            type: NETWORK,
        },
    },
    unset: { "the group": violation({ subnetName: "nodes" }, MISSING) },
    unknown: {
        "the group as a whole": undecided(
            { subnetName: "nodes", networkSecurityGroup: UNKNOWN },
            "networkSecurityGroup",
        ),
    },
    otherType: "azure-native:network:NetworkSecurityGroup",
});
