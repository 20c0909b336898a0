import type { FlowLogArgs } from "@pulumi/azure-native/network/flowLog";
import type { VirtualNetworkArgs } from "@pulumi/azure-native/network/virtualNetwork";

import { all, any } from "../../answer";
import { refersTo } from "../../azure/references";
import { exactly } from "../../expectation";
import { defineStackRule } from "../../rule";

export const virtualNetworkFlowLog = defineStackRule({
    id: "virtual-network-flow-log",
    title: {
        fr: "Les flux de tout réseau virtuel sont journalisés",
        en: "The flows of every virtual network are logged",
    },
    why: {
        fr: "Sans journal de flux, on ne sait dire ni d’où est venue une intrusion, ni quelles données sont parties.",
        en: "Without a flow log, nobody can say where an intrusion came from or which data left.",
    },
    remediation: {
        fr: "Déclarer un FlowLog actif sur le réseau virtuel.",
        en: "Declare an enabled FlowLog on the virtual network.",
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/network-watcher/vnet-flow-logs-overview",
    appliesTo: ["azure-native:network:VirtualNetwork"],
    examples: {
        compliant: [
            {
                type: "azure-native:network:VirtualNetwork",
                properties: { virtualNetworkName: "vnet-example" } satisfies Partial<VirtualNetworkArgs>,
            },
            {
                type: "azure-native:network:FlowLog",
                properties: {
                    enabled: true,
                    targetResourceId:
                        "/subscriptions/0000/resourceGroups/rg-example/providers/Microsoft.Network/virtualNetworks/vnet-example",
                } satisfies Partial<FlowLogArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:network:VirtualNetwork",
                properties: { virtualNetworkName: "vnet-example" } satisfies Partial<VirtualNetworkArgs>,
            },
        ],
    },
    reads: { "azure-native:network:FlowLog": ["targetResourceId", "enabled"] },
    check(network, flowLogs) {
        const logged = any(
            flowLogs.map((log) =>
                all([
                    refersTo(log, "targetResourceId", log.properties.readings("targetResourceId"), network),
                    log.properties.meets("enabled", exactly(true)),
                ]),
            ),
        );
        network.properties.settle(logged, "", "attendu un FlowLog actif sur ce réseau");
    },
});
