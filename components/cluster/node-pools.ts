import type * as pulumi from "@pulumi/pulumi";
import { AgentPool, type ManagedCluster } from "../azure";
import { IGNORED_CHANGES } from "../ignored-changes";
import { NODE_POOLS, type NodePool, nodesOf } from "../kubernetes/placement";
import type { Tags } from "../naming";
import { HARDENED_NODES } from "./hardened-nodes";

/** A pool of nodes, as many as its pods need between the two counts. */
export interface NodePoolArgs {
    /** Azure machine size. Another one replaces the pool: its pods wait until there are nodes again. */
    readonly vmSize: string;
    readonly minCount: number;
    readonly maxCount: number;
}

export interface NodePoolsArgs {
    readonly cluster: ManagedCluster;
    readonly resourceGroupName: string;
    readonly tags: Tags;
    readonly kubernetesVersion: string;
    readonly nodesSubnetId: pulumi.Input<string>;
    readonly pools: Readonly<Record<NodePool, NodePoolArgs>>;
}

/** The pools of the platform's pods, made one after another: AKS works on one pool of a cluster at a time. */
export function nodePools(name: string, args: NodePoolsArgs, parent: pulumi.Resource): readonly AgentPool[] {
    let previous: pulumi.Resource = args.cluster;
    return NODE_POOLS.map((pool) => {
        const { vmSize, minCount, maxCount } = args.pools[pool];
        const made = new AgentPool(
            `${name}-${pool}`,
            {
                ...HARDENED_NODES,
                ...nodesOf(pool),
                agentPoolName: pool,
                // An output, so that a cluster that is replaced gets its pools back.
                resourceName: args.cluster.name,
                resourceGroupName: args.resourceGroupName,
                // Left out, the pool would stay behind when the cluster's own version rises.
                orchestratorVersion: args.kubernetesVersion,
                mode: "User",
                vmSize,
                enableAutoScaling: true,
                count: minCount,
                minCount,
                maxCount,
                vnetSubnetID: args.nodesSubnetId,
                tags: args.tags,
            },
            { parent, dependsOn: previous, ignoreChanges: IGNORED_CHANGES.userPool.properties },
        );
        previous = made;
        return made;
    });
}
