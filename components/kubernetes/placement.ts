/** Pools of nodes that the platform's pods run on; the cluster's own pods have another. */
export const NODE_POOLS = ["general", "database", "media"] as const;

export type NodePool = (typeof NODE_POOLS)[number];

/** Pools whose nodes turn away every pod that does not ask for them. */
const RESERVED: readonly NodePool[] = ["database", "media"];

/** Key of the label that every node of a pool has, and of the taint of a reserved one. */
const POOL = "audioprothese/pool";

/**
 * What a pool's nodes say of themselves. The label is the platform's own: the autoscaler knows from the pool's settings
 * that a node of a pool without nodes would have it, as it does not know of Azure's.
 */
export function nodesOf(pool: NodePool) {
    return {
        nodeLabels: { [POOL]: pool },
        ...(RESERVED.includes(pool) && { nodeTaints: [`${POOL}=${pool}:NoSchedule`] }),
    };
}

/** What a pod says to run on the nodes of a pool, and on no others. */
export function placedOn(pool: NodePool) {
    return {
        nodeSelector: { [POOL]: pool },
        ...(RESERVED.includes(pool) && {
            tolerations: [{ key: POOL, operator: "Equal", value: pool, effect: "NoSchedule" }],
        }),
    };
}

/** Key of the taint of the nodes that the cluster's own pods run on. */
const SYSTEM = "CriticalAddonsOnly";

/**
 * What a pod says to run on whatever node there is. By key: a toleration of everything would keep it on nodes that are
 * not ready for pods, too.
 */
export const onEveryNode = {
    tolerations: [POOL, SYSTEM].map((key) => ({ key, operator: "Exists", effect: "NoSchedule" })),
};
