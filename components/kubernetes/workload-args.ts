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

/** One workload, as plain data. */
export interface WorkloadArgs extends PodArgs {
    /** Name of its objects in the cluster, of its service and of its account. */
    readonly name: string;

    /** Namespace in the cluster. */
    readonly namespace: string;

    /** How many, or between how many; those of a workload with storage stay the same. */
    readonly replicas: number | Scaling;

    /** Mounted through the volume "data"; makes the workload a StatefulSet. */
    readonly storage?: Storage;

    /** What it connects to. It can reach nothing else. */
    readonly connectsTo?: readonly Connection[];

    /** Minutes that a replica may take to become ready. Defaults to 10. */
    readonly startupMinutes?: number;
}

export const leastReplicas = ({ replicas }: Pick<WorkloadArgs, "replicas">) =>
    typeof replicas === "number" ? replicas : replicas.min;

export const mostReplicas = ({ replicas }: Pick<WorkloadArgs, "replicas">) =>
    typeof replicas === "number" ? replicas : replicas.max;

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
