import * as pulumi from "@pulumi/pulumi";
import {
    ConfigMap,
    CustomResource,
    Deployment,
    HorizontalPodAutoscaler,
    PodDisruptionBudget,
    Service,
    ServiceAccount,
    StatefulSet,
} from "./api";
import { declareFlows } from "./declared-flows";
import { mayUseRootGroup } from "./exceptions";
import { WORKLOAD_LABEL } from "./flows";
import { configMapName, DATA_VOLUME, podTemplate } from "./pod";
import { autoscalerSpec, recommender } from "./scaling";
import { leastReplicas, portsOf, type Storage, type WorkloadArgs } from "./workload-args";

/**
 * Seconds that clients may keep a DNS answer: the cluster's DNS 5, the gateway 10, and a margin. A new replica counts
 * for as long before an old one goes, so that no client is left with addresses that are gone.
 */
const DNS_SECONDS = 20;

/** Why a workload would be unsafe; undefined for one that is not. */
function faultOf({ name, user, replicas, storage }: WorkloadArgs): string | undefined {
    if (user.uid === 0) {
        return "user.uid: expected a user other than root, got 0";
    }
    if (user.gid === 0 && !mayUseRootGroup(name)) {
        return "user.gid: expected a group other than root, or an exception in exceptions.ts, got 0";
    }
    if (typeof replicas === "number") {
        return undefined;
    }
    if (storage !== undefined) {
        return "replicas: expected a number for a workload with storage, got an autoscaler";
    }
    return replicas.min >= 2 && replicas.max > replicas.min
        ? undefined
        : `replicas: expected an autoscaler from 2 replicas on, to more, got ${replicas.min.toString()} to ${replicas.max.toString()}`;
}

/**
 * The one way to run a container: hardened pods under an account of their own that opens no API, spread over the
 * zones, with a service, a disruption budget from two replicas on, and the policies of the flows it declares.
 *
 * Throws a ResourceError for a workload that would be unsafe.
 */
export class Workload extends pulumi.ComponentResource {
    constructor(args: WorkloadArgs, opts?: pulumi.ComponentResourceOptions) {
        const { name, namespace } = args;
        super("audioprothese:kubernetes:Workload", name, {}, opts);
        const fault = faultOf(args);
        if (fault !== undefined) {
            throw new pulumi.ResourceError(fault, this, true);
        }
        const selector = { [WORKLOAD_LABEL]: name };
        const labels = {
            ...selector,
            "app.kubernetes.io/part-of": "audioprothese-plus",
            "app.kubernetes.io/managed-by": "pulumi",
        };
        const metadata = { name, namespace, labels };
        const child = { parent: this };

        const account = new ServiceAccount(name, { metadata, automountServiceAccountToken: false }, child);
        const configMaps = Object.entries(args.volumes ?? {}).flatMap(([volumeName, volume]) =>
            volume.kind === "files"
                ? [
                      new ConfigMap(
                          `${name}-${volumeName}`,
                          {
                              metadata: { ...metadata, name: configMapName(name, volumeName) },
                              data: volume.files,
                          },
                          child,
                      ),
                  ]
                : [],
        );
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
        const flows = declareFlows({ namespace, workload: name }, args.connectsTo ?? [], this);

        const template = podTemplate(name, labels, selector, args);
        const timeout = `${(args.startupMinutes ?? 10).toString()}m`;
        const running = {
            parent: this,
            // The policies first: a pod that starts before them fails its first connections.
            dependsOn: [account, ...configMaps, service, ...flows],
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
