import { virtualNetworkFlowLog } from "../../../policies/rules/network/virtual-network-flow-log";
import { type StackMember, describeStackRule, UNKNOWN } from "../../support/evaluate";

const network: StackMember = {
    type: "azure-native:network:VirtualNetwork",
    name: "network",
    props: { virtualNetworkName: "vnet-aplus-dev" },
};
const ID = "/subscriptions/0/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet-aplus-dev";
const flowLog = (targetResourceId: unknown, enabled?: unknown, from?: StackMember): StackMember => ({
    type: "azure-native:network:FlowLog",
    name: "flows",
    props: { targetResourceId, enabled },
    ...(from === undefined ? {} : { dependencies: { targetResourceId: [from] } }),
});
const unlogged = (...members: readonly StackMember[]) => ({
    members: [network, ...members],
    violations: [["network", "attendu un FlowLog actif sur ce réseau"]] as const,
});

describeStackRule(virtualNetworkFlowLog, {
    accepts: {
        "a network that is logged": { members: [network, flowLog(ID, true)] },
        "a network that is not created yet": { members: [network, flowLog(UNKNOWN, true, network)] },
    },
    rejects: {
        "a network without flow log": unlogged(),
        "a flow log that is off": unlogged(flowLog(ID, false)),
        "a flow log of another network": unlogged(flowLog(`${ID}-2`, true)),
    },
    unset: { "whether the flow log is on": unlogged(flowLog(ID, null)) },
    unknown: {
        "what the flow log is about": {
            members: [network, flowLog(UNKNOWN, true)],
            unknowns: ["flows/targetResourceId"],
        },
        "whether the flow log is on": {
            members: [network, flowLog(ID, UNKNOWN)],
            unknowns: ["flows/enabled"],
        },
    },
    otherType: "azure-native:network:Subnet",
});
