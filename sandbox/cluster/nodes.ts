import { NODE_POOLS, nodesOf } from "../../components/kubernetes/placement";
import type { Api, KubernetesObject } from "./api";
import { VERSIONS } from "./tools";

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

/** The simulated nodes: one of each pool in each zone. */
export function simulatedNodes(): readonly KubernetesObject[] {
    return POOLS.flatMap((pool, poolIndex) =>
        ZONES.map((zone, zoneIndex) => nodeOf(pool, poolIndex, zone, zoneIndex)),
    );
}

/** Puts the nodes into a new cluster, where kwok makes them ready and keeps them alive. */
export async function addNodes(api: Api): Promise<void> {
    await Promise.all(simulatedNodes().map((node) => api.create("/api/v1/nodes", node)));
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
