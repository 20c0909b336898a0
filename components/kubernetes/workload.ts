import * as pulumi from "@pulumi/pulumi";
import { CustomResource, HorizontalPodAutoscaler, PodDisruptionBudget, Service } from "./api";
import { WORKLOAD_LABEL } from "./flows";
import { REVISION_LABEL } from "./mesh";
import { podTemplate } from "./pod";
import { IDENTITY_LABEL, labelsOf, podNeeds } from "./pod-needs";
import { run } from "./runners";
import { autoscalerSpec, recommender } from "./scaling";
import { unsafe } from "./unsafe";
import { isOnEveryNode, isScaled, leastReplicas, portsOf, type WorkloadArgs } from "./workload-args";

/** A workload, and where it is deployed. */
export interface DeployedArgs extends WorkloadArgs {
    /** Revision of the mesh that its pods join. With another one they are replaced: a pod keeps the sidecar that it has. */
    readonly meshRevision: string;

    /** Application id of the managed identity that its account takes on: AKS hands its pods a token of Entra's. */
    readonly identityClientId?: pulumi.Input<string>;
}

/**
 * The one way to run a container: hardened pods under an account of their own with no rights but those it asks for, spread
 * over the zones or on every node, with a service, a disruption budget from two replicas on, and the policies of the flows
 * it declares.
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

        const podLabels = {
            ...labels,
            [REVISION_LABEL]: args.meshRevision,
            ...(args.identityClientId !== undefined && IDENTITY_LABEL),
        };
        const template = podTemplate(name, podLabels, selector, { ...args, nodes: nodesFor(args) });
        // The policies first: a pod that starts before them fails its first connections.
        run(args, { metadata, selector, template }, { parent: this, dependsOn: [...needs, service] });
        if (isScaled(args.replicas)) {
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

/** Nodes that the pods must be spread over. */
function nodesFor(args: WorkloadArgs): number | "every" {
    if (isOnEveryNode(args.replicas)) {
        return "every";
    }
    // Copies of data on one node would be lost with it at once.
    return args.storage === undefined ? 1 : leastReplicas(args);
}
