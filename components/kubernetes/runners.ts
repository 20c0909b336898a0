import type { apps } from "@pulumi/kubernetes/types/input";
import type * as pulumi from "@pulumi/pulumi";
import { DaemonSet, Deployment, StatefulSet } from "./api";
import { DNS_SECONDS } from "./turnover";
import { DATA_VOLUME } from "./volumes";
import { isOnEveryNode, type Storage, type WorkloadArgs } from "./workload-args";

/** What a workload's pods have in common, whatever runs them. */
export interface RunnerArgs {
    readonly metadata: { readonly name: string; readonly namespace: string; readonly labels: Labels };
    readonly selector: Labels;
    readonly template: apps.v1.DeploymentSpec["template"];
}

type Labels = Readonly<Record<string, string>>;

/** Makes what runs the pods: one of them for each disk, one on each node, or else as many as are asked for. */
export function run(
    workload: WorkloadArgs,
    { metadata, selector, template }: RunnerArgs,
    options: pulumi.CustomResourceOptions,
): pulumi.Resource {
    const { name, replicas, storage, startupMinutes = 10 } = workload;
    const timeout = `${startupMinutes.toString()}m`;
    const awaited = { ...options, customTimeouts: { create: timeout, update: timeout } };
    const pods = { selector: { matchLabels: selector }, template };
    if (isOnEveryNode(replicas)) {
        return new DaemonSet(
            name,
            {
                metadata,
                spec: {
                    ...pods,
                    // Of ten nodes one at a time, and of fewer one, too.
                    updateStrategy: { type: "RollingUpdate", rollingUpdate: { maxUnavailable: "10%" } },
                },
            },
            awaited,
        );
    }
    const spec = {
        // The autoscaler's to say, where there is one.
        ...(typeof replicas === "number" && { replicas }),
        ...pods,
    };
    if (storage !== undefined) {
        return new StatefulSet(
            name,
            {
                metadata,
                spec: {
                    ...spec,
                    serviceName: name,
                    // A replica that cannot start must not keep the others from being replaced.
                    podManagementPolicy: "Parallel",
                    volumeClaimTemplates: [claimOf(storage, metadata.labels)],
                },
            },
            { ...awaited, protect: storage.protect },
        );
    }
    return new Deployment(
        name,
        {
            metadata,
            spec: {
                ...spec,
                revisionHistoryLimit: 3,
                minReadySeconds: DNS_SECONDS,
                // By default a replica that takes more than ten minutes counts as failed.
                progressDeadlineSeconds: startupMinutes * 60,
                strategy: { type: "RollingUpdate", rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
            },
        },
        awaited,
    );
}

const claimOf = ({ sizeGiB, storageClass }: Storage, labels: Labels) => ({
    metadata: { name: DATA_VOLUME, labels },
    spec: {
        accessModes: ["ReadWriteOncePod"],
        storageClassName: storageClass,
        resources: { requests: { storage: `${sizeGiB.toString()}Gi` } },
    },
});
