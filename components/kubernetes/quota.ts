import { type Compute, PROXY } from "./pod";
import { mebibytes, millicores } from "./quantity";
import { endingAtOnce } from "./turnover";
import { isOnEveryNode, mostReplicas, type WorkloadArgs } from "./workload-args";

/** The most that one workload takes of its namespace. */
export interface Demand {
    /** Pods at once, those of a rolling update included. */
    readonly pods: number;

    /** Of each pod, the mesh's sidecar included: thousandths of a processor, and MiB. */
    readonly millicores: number;
    readonly mebibytes: number;

    /** GiB of each pod's disk; 0 without one. */
    readonly diskGiB: number;
}

/** What one pod takes: init containers run before the others, the sidecar beside both. */
export function podDemand(
    containers: readonly Compute[],
    initContainers: readonly Compute[],
): Pick<Demand, "millicores" | "mebibytes"> {
    const most = (amount: (compute: Compute) => number) =>
        Math.max(
            containers.reduce((sum, compute) => sum + amount(compute), 0),
            ...initContainers.map(amount),
        ) + amount(PROXY);
    return {
        millicores: most(({ cpu }) => millicores(cpu)),
        mebibytes: most(({ memory }) => mebibytes(memory)),
    };
}

/**
 * What a workload takes. A StatefulSet and a DaemonSet wait until a pod is gone before they add the next; a Deployment
 * adds one first, and quotas count those that end until they are gone.
 */
export function demandOf(args: WorkloadArgs): Demand {
    const replicas = mostReplicas(args);
    const waits = args.storage !== undefined || isOnEveryNode(args.replicas);
    const compute = (containers: Readonly<Record<string, { readonly compute: Compute }>> = {}) =>
        Object.values(containers).map((container) => container.compute);
    return {
        ...podDemand(compute(args.containers), compute(args.initContainers)),
        pods: waits ? replicas : replicas + 1 + Math.min(replicas, endingAtOnce(args)),
        diskGiB: args.storage?.sizeGiB ?? 0,
    };
}

const cpu = (amount: number) => `${amount.toString()}m`;
const memory = (amount: number) => `${amount.toString()}Mi`;

/** All that a namespace may take: what its workloads need at most, and no Secret, open port or load balancer. */
export function quotaSpec(demands: readonly Demand[]) {
    const sum = (amount: (demand: Demand) => number) =>
        demands.reduce((total, demand) => total + demand.pods * amount(demand), 0);
    const processors = cpu(sum((demand) => demand.millicores));
    const bytes = memory(sum((demand) => demand.mebibytes));
    return {
        hard: {
            pods: sum(() => 1).toString(),
            "requests.cpu": processors,
            "limits.cpu": processors,
            "requests.memory": bytes,
            "limits.memory": bytes,
            "requests.storage": `${sum(({ diskGiB }) => diskGiB).toString()}Gi`,
            persistentvolumeclaims: sum(({ diskGiB }) => (diskGiB === 0 ? 0 : 1)).toString(),
            // Secrets come from the vault as files, and browsers through the mesh's entry.
            secrets: "0",
            "services.nodeports": "0",
            "services.loadbalancers": "0",
        },
    };
}

/**
 * The bounds of one pod, container and disk. Requests equal limits. There is no default, which a `max` of containers
 * would be too: a container that does not say what it takes is refused.
 */
export function limitSpec(demands: readonly Demand[]) {
    const most = (amount: (demand: Demand) => number) => Math.max(...demands.map(amount));
    const disk = most(({ diskGiB }) => diskGiB);
    return {
        limits: [
            {
                type: "Pod",
                max: {
                    cpu: cpu(most((demand) => demand.millicores)),
                    memory: memory(most((demand) => demand.mebibytes)),
                },
            },
            { type: "Container", maxLimitRequestRatio: { cpu: "1", memory: "1" } },
            ...(disk === 0
                ? []
                : [{ type: "PersistentVolumeClaim", max: { storage: `${disk.toString()}Gi` } }]),
        ],
    };
}
