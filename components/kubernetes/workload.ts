import * as pulumi from "@pulumi/pulumi";
import {
    ConfigMap,
    Deployment,
    NetworkPolicy,
    PodDisruptionBudget,
    Service,
    ServiceAccount,
    StatefulSet,
} from "./api";
import { mayUseRootGroup } from "./exceptions";
import { type Endpoint, hostOf, policiesOf, WORKLOAD_LABEL } from "./flows";
import { configMapName, DATA_VOLUME, type PodArgs, podTemplate } from "./pod";

/**
 * Seconds that clients may keep a DNS answer: the cluster's DNS 5, the gateway 10, and a margin. A new replica counts
 * for as long before an old one goes, so that no client is left with addresses that are gone.
 */
const DNS_SECONDS = 20;

/** A disk for each replica of a workload. */
export interface Storage {
    readonly sizeGiB: number;
    readonly storageClass: string;

    /** Whether Pulumi refuses to delete what the disk belongs to. */
    readonly protect: boolean;
}

export interface WorkloadArgs extends PodArgs {
    /** Namespace in the cluster. */
    readonly namespace: string;

    readonly replicas: number;

    /** Mounted through the volume "data"; makes the workload a StatefulSet. */
    readonly storage?: Storage;

    /** Ports of other workloads that this one connects to. It can reach nothing else. */
    readonly connectsTo?: readonly Endpoint[];

    /** Minutes that a replica may take to become ready. Defaults to 10. */
    readonly startupMinutes?: number;
}

/**
 * The one way to run a container: hardened pods under an account of their own that opens no API, spread over the
 * zones, with a service, a disruption budget from two replicas on, and the network policies of the flows it declares.
 */
export class Workload extends pulumi.ComponentResource {
    readonly #name: string;
    readonly #namespace: string;
    readonly #ports: Readonly<Record<string, number>>;

    constructor(name: string, args: WorkloadArgs, opts?: pulumi.ComponentResourceOptions) {
        super("audioprothese:kubernetes:Workload", name, {}, opts);
        this.#name = name;
        this.#namespace = args.namespace;
        this.#ports = Object.assign(
            {},
            ...Object.values(args.containers).map(({ ports }) => ports),
        ) as Record<string, number>;
        if (args.user.uid === 0) {
            throw new pulumi.ResourceError("user.uid: expected a user other than root, got 0", this, true);
        }
        if (args.user.gid === 0 && !mayUseRootGroup(name)) {
            throw new pulumi.ResourceError(
                "user.gid: expected a group other than root, or an exception in exceptions.ts, got 0",
                this,
                true,
            );
        }

        const { namespace } = args;
        const selector = { [WORKLOAD_LABEL]: name };
        const labels = {
            ...selector,
            "app.kubernetes.io/part-of": "audioprothese-plus",
            "app.kubernetes.io/managed-by": "pulumi",
        };
        const metadata = { name, namespace, labels };

        const account = new ServiceAccount(
            name,
            { metadata, automountServiceAccountToken: false },
            { parent: this },
        );
        const configMaps = Object.entries(args.volumes ?? {}).flatMap(([volumeName, volume]) =>
            volume.kind === "files"
                ? [
                      new ConfigMap(
                          `${name}-${volumeName}`,
                          {
                              metadata: { ...metadata, name: configMapName(name, volumeName) },
                              data: volume.files,
                          },
                          { parent: this },
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
                    ports: Object.entries(this.#ports).map(([portName, port]) => ({
                        name: portName,
                        port,
                        targetPort: portName,
                        protocol: "TCP",
                    })),
                    // Headless: the name leads to each ready replica, so that Prometheus finds them all.
                    clusterIP: "None",
                },
            },
            { parent: this },
        );
        const flows = this.declareFlows(args);

        const template = podTemplate(name, labels, selector, args);
        const timeout = `${(args.startupMinutes ?? 10).toString()}m`;
        const running = {
            parent: this,
            // The policies first: a pod that starts before them fails its first connections.
            dependsOn: [account, ...configMaps, service, ...flows],
            customTimeouts: { create: timeout, update: timeout },
        };
        const spec = { replicas: args.replicas, selector: { matchLabels: selector }, template };
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
            const { sizeGiB, storageClass, protect } = args.storage;
            new StatefulSet(
                name,
                {
                    metadata,
                    spec: {
                        ...spec,
                        serviceName: name,
                        volumeClaimTemplates: [
                            {
                                metadata: { name: DATA_VOLUME, labels },
                                spec: {
                                    accessModes: ["ReadWriteOncePod"],
                                    storageClassName: storageClass,
                                    resources: { requests: { storage: `${sizeGiB.toString()}Gi` } },
                                },
                            },
                        ],
                    },
                },
                { ...running, protect },
            );
        }
        if (args.replicas >= 2) {
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
                { parent: this },
            );
        }
        this.registerOutputs({});
    }

    /** A port of the workload, for others to connect to. Throws when no container has a port of that name. */
    public endpoint(portName: string): Endpoint {
        const port = this.#ports[portName];
        if (port === undefined) {
            throw new pulumi.ResourceError(
                `port: expected one of ${Object.keys(this.#ports).join(", ")}, got "${portName}"`,
                this,
                true,
            );
        }
        return { namespace: this.#namespace, workload: this.#name, port };
    }

    private declareFlows(args: WorkloadArgs): readonly pulumi.Resource[] {
        const from = { namespace: args.namespace, workload: this.#name };
        const endpoints = new Map(
            (args.connectsTo ?? []).map((to) => [`${hostOf(to)}:${to.port.toString()}`, to]),
        );
        return [...endpoints.values()].flatMap((to) => {
            const { egress, ingress } = policiesOf({ from, to });
            return [
                new NetworkPolicy(egress.metadata.name, egress, { parent: this }),
                new NetworkPolicy(ingress.metadata.name, ingress, { parent: this }),
            ];
        });
    }
}
