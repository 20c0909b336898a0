import { NODE_POOLS, nodesOf } from "../../components/kubernetes/placement";
import type { Api, KubernetesObject } from "./api";
import { isTrue } from "./kubernetes-object";
import { VERSIONS } from "./tools";
import { untilAll } from "./until-all";

const NODES = "/api/v1/nodes";

const REGION = "francecentral";
const ZONES = [1, 2, 3].map((zone) => `${REGION}-${String(zone)}`);

/** A Standard_D16s_v5, what the kubelet keeps for itself left aside. */
const CAPACITY = { cpu: "16", memory: "64Gi", pods: "110", "ephemeral-storage": "128Gi" };

/** What keeps the platform's pods off the nodes of the cluster's own. */
const SYSTEM_TAINT = "CriticalAddonsOnly=true:NoSchedule";

interface Pool {
    readonly name: string;
    readonly labels: Readonly<Record<string, string>>;
    readonly taints: readonly string[];
}

const POOLS: readonly Pool[] = [
    { name: "system", labels: { "kubernetes.azure.com/mode": "system" }, taints: [SYSTEM_TAINT] },
    ...NODE_POOLS.map((name) => {
        const { nodeLabels, nodeTaints = [] } = nodesOf(name);
        return { name, labels: { ...nodeLabels, "kubernetes.azure.com/mode": "user" }, taints: nodeTaints };
    }),
];

/**
 * Puts simulated nodes into a new cluster, one of each pool in each zone, and waits until they take pods. kwok makes them
 * ready and keeps them alive.
 */
export async function bringNodes(api: Api): Promise<void> {
    const nodes = POOLS.flatMap((pool, poolIndex) =>
        ZONES.map((zone, zoneIndex) => nodeOf(pool, poolIndex, zone, zoneIndex)),
    );
    await Promise.all(nodes.map((node) => api.create(NODES, node)));
    const names = nodes.map(({ metadata }) => metadata.name);
    await untilAll(api, NODES, names, (node) => isTrue(node, "Ready") && !isTainted(node));
}

/** Whether a node turns pods away still, as each does that is new. */
function isTainted({ spec }: KubernetesObject): boolean {
    const { taints = [] } = spec as { readonly taints?: readonly { readonly key: string }[] };
    return taints.some(({ key }) => key === "node.kubernetes.io/not-ready");
}

function nodeOf(pool: Pool, poolIndex: number, zone: string, zoneIndex: number): KubernetesObject {
    const name = `aks-${pool.name}-sandbox-vmss00000${String(zoneIndex)}`;
    const version = `v${VERSIONS.kubernetes}`;
    return {
        apiVersion: "v1",
        kind: "Node",
        metadata: {
            name,
            labels: {
                "kubernetes.io/hostname": name,
                "kubernetes.io/os": "linux",
                "kubernetes.io/arch": "amd64",
                "kubernetes.azure.com/agentpool": pool.name,
                "node.kubernetes.io/instance-type": "Standard_D16s_v5",
                "topology.kubernetes.io/region": REGION,
                "topology.kubernetes.io/zone": zone,
                ...pool.labels,
            },
        },
        spec: { taints: pool.taints.map(taintOf) },
        status: {
            capacity: CAPACITY,
            allocatable: CAPACITY,
            addresses: [
                { type: "InternalIP", address: `10.224.${String(poolIndex)}.${String(zoneIndex + 4)}` },
                { type: "Hostname", address: name },
            ],
            nodeInfo: {
                architecture: "amd64",
                operatingSystem: "linux",
                osImage: "simulated",
                kernelVersion: "simulated",
                containerRuntimeVersion: `kwok://${VERSIONS.kwok}`,
                kubeletVersion: version,
                kubeProxyVersion: version,
                machineID: "",
                systemUUID: "",
                bootID: "",
            },
        },
    };
}

/** A taint as Azure writes it: "key=value:effect". */
function taintOf(text: string): { key: string; value: string; effect: string } {
    const [, key = "", value = "", effect = ""] = /^(.+)=(.*):(.+)$/.exec(text) ?? [];
    return { key, value, effect };
}
