import * as pulumi from "@pulumi/pulumi";
import {
    CustomResource,
    Deployment,
    HorizontalPodAutoscaler,
    PodDisruptionBudget,
    Service,
    StatefulSet,
} from "./api";
import { WORKLOAD_LABEL } from "./flows";
import { REVISION_LABEL } from "./mesh";
import { DATA_VOLUME, podTemplate } from "./pod";
import { labelsOf, podNeeds } from "./pod-needs";
import { autoscalerSpec, recommender } from "./scaling";
import { DNS_SECONDS } from "./turnover";
import { unsafe } from "./unsafe";
import { leastReplicas, portsOf, type Storage, type WorkloadArgs } from "./workload-args";

/** A workload, and where it is deployed. */
export interface DeployedArgs extends WorkloadArgs {
    /** Revision of the mesh that its pods join. With another one they are replaced: a pod keeps the sidecar that it has. */
    readonly meshRevision: string;
}

/**
 * The one way to run a container: hardened pods under an account of their own that opens no API, spread over the
 * zones, with a service, a disruption budget from two replicas on, and the policies of the flows it declares.
 *
 * Throws a ResourceError for a workload that would be unsafe.
 */
export class Workload extends pulumi.ComponentResource {
    constructor(args: DeployedArgs, opts?: pulumi.ComponentResourceOptions) {
        const { name, namespace } = args;
        super("audioprothese:kubernetes:Workload", name, {}, opts);
        const fault = unsafe(args);
        if (fault !== undefined) {
            throw new pulumi.ResourceError(fault, this, true);
        }
        const selector = { [WORKLOAD_LABEL]: name };
        const labels = labelsOf(name);
        const metadata = { name, namespace, labels };
        const child = { parent: this };

        const service = new Service(
            name,
            {
                metadata: {
                    ...metadata,
                    // The workload's own readiness is awaited; a service without ready pods is no failure.
                    annotations: { "pulumi.com/skipAwait": "true" },
                },
                spec: {
                    selector,
                    ports: Object.entries(portsOf(args)).map(([portName, port]) => ({
                        name: portName,
                        port,
                        targetPort: portName,
                        protocol: "TCP",
                        // The mesh carries connections and never reads them.
                        appProtocol: "tcp",
                    })),
                    // Headless: the name leads to each ready replica, so that Prometheus finds them all.
                    clusterIP: "None",
                },
            },
            child,
        );
        const needs = podNeeds(args, labels, this);

        const template = podTemplate(name, { ...labels, [REVISION_LABEL]: args.meshRevision }, selector, {
            ...args,
            // Copies of data on one node would be lost with it at once.
            leastNodes: args.storage === undefined ? 1 : leastReplicas(args),
        });
        const { startupMinutes = 10 } = args;
        const timeout = `${startupMinutes.toString()}m`;
        const running = {
            parent: this,
            // The policies first: a pod that starts before them fails its first connections.
            dependsOn: [...needs, service],
            customTimeouts: { create: timeout, update: timeout },
        };
        const spec = {
            // The autoscaler's to say, where there is one.
            ...(typeof args.replicas === "number" && { replicas: args.replicas }),
            selector: { matchLabels: selector },
            template,
        };
        if (args.storage === undefined) {
            new Deployment(
                name,
                {
                    metadata,
                    spec: {
                        ...spec,
                        revisionHistoryLimit: 3,
                        minReadySeconds: DNS_SECONDS,
                        // By default a replica that takes more than ten minutes counts as failed.
                        progressDeadlineSeconds: startupMinutes * 60,
                        strategy: {
                            type: "RollingUpdate",
                            rollingUpdate: { maxUnavailable: 0, maxSurge: 1 },
                        },
                    },
                },
                running,
            );
        } else {
            new StatefulSet(
                name,
                {
                    metadata,
                    spec: {
                        ...spec,
                        serviceName: name,
                        // A replica that cannot start must not keep the others from being replaced.
                        podManagementPolicy: "Parallel",
                        volumeClaimTemplates: [claimOf(args.storage, labels)],
                    },
                },
                { ...running, protect: args.storage.protect },
            );
        }
        if (typeof args.replicas !== "number") {
            new HorizontalPodAutoscaler(name, { metadata, spec: autoscalerSpec(args, args.replicas) }, child);
        }
        new CustomResource(`${name}-recommender`, recommender(args, metadata), child);
        if (leastReplicas(args) >= 2) {
            new PodDisruptionBudget(
                name,
                {
                    metadata,
                    spec: {
                        maxUnavailable: 1,
                        selector: { matchLabels: selector },
                        // A pod that is broken already must not hold up the drain of its node.
                        unhealthyPodEvictionPolicy: "AlwaysAllow",
                    },
                },
                child,
            );
        }
        this.registerOutputs({});
    }
}

const claimOf = ({ sizeGiB, storageClass }: Storage, labels: Readonly<Record<string, string>>) => ({
    metadata: { name: DATA_VOLUME, labels },
    spec: {
        accessModes: ["ReadWriteOncePod"],
        storageClassName: storageClass,
        resources: { requests: { storage: `${sizeGiB.toString()}Gi` } },
    },
});
