import { mayReadNode, mayUseRootGroup } from "./exceptions";
import { type Connection, isClusterPart, isOutside } from "./flows";
import { NAMED_IN_HANDSHAKE } from "./mesh";
import { isOnEveryNode, type WorkloadArgs } from "./workload-args";

type Judged = Pick<
    WorkloadArgs,
    "name" | "namespace" | "user" | "replicas" | "storage" | "pool" | "volumes" | "apiRights" | "connectsTo"
>;

/** Why a workload would be unsafe; undefined for one that is not. */
export const unsafe = (args: Judged): string | undefined =>
    rootFault(args) ??
    nodeFault(args) ??
    rightsFault(args) ??
    scalingFault(args) ??
    outsideFault(args.connectsTo ?? []);

function rootFault({ name, namespace, user }: Judged): string | undefined {
    if (user.uid === 0) {
        return "user.uid: expected a user other than root, got 0";
    }
    if (user.gid === 0 && !mayUseRootGroup({ namespace, workload: name })) {
        return "user.gid: expected a group other than root, or an exception in exceptions.ts, got 0";
    }
    return user.fsGroup === 0 ? "user.fsGroup: expected a group other than root, got 0" : undefined;
}

function nodeFault({ name, namespace, volumes = {} }: Judged): string | undefined {
    const [volume] = Object.entries(volumes).find(([, { kind }]) => kind === "host") ?? [];
    return volume === undefined || mayReadNode({ namespace, workload: name })
        ? undefined
        : `volumes.${volume}: expected no directory of the node, or an exception in exceptions.ts, got one`;
}

/** Rights that cannot be used would only be there to be stolen. */
function rightsFault({ apiRights, connectsTo = [] }: Judged): string | undefined {
    const connects = connectsTo.some(({ to }) => isClusterPart(to) && to.part === "apiServer");
    return apiRights === undefined || connects
        ? undefined
        : "connectsTo: expected the API server for a workload with apiRights, got none";
}

function scalingFault({ replicas, storage, pool }: Judged): string | undefined {
    if (typeof replicas === "number") {
        return undefined;
    }
    if (isOnEveryNode(replicas)) {
        if (storage !== undefined) {
            return "replicas: expected a number for a workload with storage, got every node";
        }
        return pool === undefined
            ? undefined
            : `pool: expected none for a workload of every node, got ${pool}`;
    }
    if (storage !== undefined) {
        return "replicas: expected a number for a workload with storage, got an autoscaler";
    }
    return replicas.min >= 2 && replicas.max > replicas.min
        ? undefined
        : `replicas: expected an autoscaler from 2 replicas on, to more, got ${replicas.min.toString()} to ${replicas.max.toString()}`;
}

/** Of hosts outside on one port, the mesh would send every connection to the first, unless each is named by its client. */
function outsideFault(connections: readonly Connection[]): string | undefined {
    const hosts = new Map<number, string>();
    for (const { to } of connections) {
        if (!isOutside(to) || to.port === NAMED_IN_HANDSHAKE) {
            continue;
        }
        const other = hosts.get(to.port) ?? to.host;
        if (other !== to.host) {
            return `connectsTo: expected one host outside on port ${to.port.toString()}, got ${other} and ${to.host}`;
        }
        hosts.set(to.port, to.host);
    }
    return undefined;
}
