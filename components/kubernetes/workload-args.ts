import type { Connection, Endpoint } from "./flows";
import type { PodArgs } from "./pod";

/** A disk for each replica of a workload. */
export interface Storage {
    readonly sizeGiB: number;
    readonly storageClass: string;

    /** Whether Pulumi refuses to delete what the disk belongs to. */
    readonly protect: boolean;
}

/** Replicas that follow the load, from 2 on: with one, a rise of load and a failure would meet. */
export interface Scaling {
    readonly min: number;
    readonly max: number;
}

/** A replica on each node, whatever its pool. */
export interface EveryNode {
    /** Nodes that the cluster grows to at most, those that an upgrade adds included. */
    readonly mostNodes: number;
}

/** One workload, as plain data. */
export interface WorkloadArgs extends PodArgs {
    /** Name of its objects in the cluster, of its service and of its account. */
    readonly name: string;

    /** Namespace in the cluster. */
    readonly namespace: string;

    /** How many, or between how many, or one on every node; those of a workload with storage stay the same. */
    readonly replicas: number | Scaling | EveryNode;

    /** Mounted through the volume "data"; makes the workload a StatefulSet. */
    readonly storage?: Storage;

    /** What it connects to. It can reach nothing else. */
    readonly connectsTo?: readonly Connection[];

    /** Minutes that a replica may take to become ready. Defaults to 10. */
    readonly startupMinutes?: number;
}

export const isOnEveryNode = (replicas: WorkloadArgs["replicas"]): replicas is EveryNode =>
    typeof replicas === "object" && "mostNodes" in replicas;

export const isScaled = (replicas: WorkloadArgs["replicas"]): replicas is Scaling =>
    typeof replicas === "object" && "min" in replicas;

/** How many there are at least: on every node of a cluster that may have any number of them, one. */
export function leastReplicas({ replicas }: Pick<WorkloadArgs, "replicas">): number {
    if (typeof replicas === "number") {
        return replicas;
    }
    return isOnEveryNode(replicas) ? 1 : replicas.min;
}

export function mostReplicas({ replicas }: Pick<WorkloadArgs, "replicas">): number {
    if (typeof replicas === "number") {
        return replicas;
    }
    return isOnEveryNode(replicas) ? replicas.mostNodes : replicas.max;
}

/** Port number of each name, over all containers. */
export function portsOf({ containers }: Pick<WorkloadArgs, "containers">): Readonly<Record<string, number>> {
    return Object.assign({}, ...Object.values(containers).map(({ ports }) => ports)) as Record<
        string,
        number
    >;
}

/**
 * A port of a workload, for others to connect to.
 *
 * Throws a RangeError when no container has a port of that name.
 */
export function endpointOf(args: WorkloadArgs, portName: string): Endpoint {
    const ports = portsOf(args);
    const port = ports[portName];
    if (port === undefined) {
        throw new RangeError(
            `${args.name}: expected a port of ${Object.keys(ports).join(", ")}, got "${portName}"`,
        );
    }
    return { namespace: args.namespace, workload: args.name, port };
}
