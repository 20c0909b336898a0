import * as pulumi from "@pulumi/pulumi";
import { Job } from "./api";
import { type Connection, WORKLOAD_LABEL } from "./flows";
import { type InitContainerArgs, type PodArgs, podTemplate } from "./pod";
import { labelsOf, podNeeds } from "./pod-needs";
import { type Demand, podDemand } from "./quota";
import { unsafe } from "./unsafe";

/** Work that is done once, as plain data. Its containers end by themselves. */
export interface TaskArgs extends PodArgs<InitContainerArgs> {
    /** Name of its objects in the cluster, and of its account. */
    readonly name: string;

    /** Namespace in the cluster. */
    readonly namespace: string;

    /** What it connects to. It can reach nothing else. */
    readonly connectsTo?: readonly Connection[];

    /** Minutes after which it has failed, every try included. */
    readonly minutes: number;
}

/** Times that a task is tried again. */
const RETRIES = 3;

/** Seconds that its pod stays to be looked at: a week. */
const KEPT_SECONDS = 7 * 86_400;

/** What a task takes of its namespace. */
export function taskDemand({ containers, initContainers = {} }: TaskArgs): Demand {
    const compute = (of: Readonly<Record<string, InitContainerArgs>>) =>
        Object.values(of).map((container) => container.compute);
    // A second pod where the task before is still ending.
    return { ...podDemand(compute(containers), compute(initContainers)), pods: 2, diskGiB: 0 };
}

/**
 * A task, hardened as a workload, awaited, and done again whenever it changes, `revision` included.
 *
 * Throws a ResourceError for a task that would be unsafe.
 */
export class Task extends pulumi.ComponentResource {
    constructor(args: TaskArgs, opts?: pulumi.ComponentResourceOptions) {
        const { name, namespace, minutes } = args;
        super("audioprothese:kubernetes:Task", name, {}, opts);
        const fault = unsafe({ ...args, replicas: 1 });
        if (fault !== undefined) {
            throw new pulumi.ResourceError(fault, this, true);
        }
        const labels = labelsOf(name);
        const template = podTemplate(name, labels, { [WORKLOAD_LABEL]: name }, args);
        // A minute more than the cluster itself waits: it says what went wrong.
        const timeout = `${(minutes + 1).toString()}m`;
        new Job(
            name,
            {
                metadata: { name, namespace, labels },
                spec: {
                    activeDeadlineSeconds: minutes * 60,
                    backoffLimit: RETRIES,
                    ttlSecondsAfterFinished: KEPT_SECONDS,
                    template: { ...template, spec: { ...template.spec, restartPolicy: "Never" } },
                },
            },
            {
                parent: this,
                dependsOn: [...podNeeds(args, labels, this)],
                customTimeouts: { create: timeout, update: timeout },
            },
        );
        this.registerOutputs({});
    }
}
