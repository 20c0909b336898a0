import * as pulumi from "@pulumi/pulumi";
import type { Images } from "../images";
import type { Endpoint } from "../kubernetes/flows";
import { Namespace } from "../kubernetes/namespace";
import type { Compute } from "../kubernetes/pod";
import { demandOf } from "../kubernetes/quota";
import { Workload } from "../kubernetes/workload";
import { endpointOf, type Storage } from "../kubernetes/workload-args";
import { blackboxExporter } from "./blackbox-exporter";
import { prometheus } from "./prometheus";
import type { HealthProbe } from "./prometheus-config";

export interface ObservabilityArgs {
    readonly images: Images;

    /** Metrics of each job. */
    readonly targets: Readonly<Record<string, Endpoint>>;

    /** Health pages of services that have no metrics, by job. */
    readonly probes: Readonly<Record<string, HealthProbe>>;

    /** Days that metrics are kept. */
    readonly retentionDays: number;

    /** Of Prometheus. */
    readonly compute: Compute;
    readonly storage: Storage;

    /** Revision of the mesh that the pods join. */
    readonly meshRevision: string;
}

/** Prometheus, and the blackbox exporter that asks for health pages on its behalf. */
export class Observability extends pulumi.ComponentResource {
    constructor(name: string, args: ObservabilityArgs, opts?: pulumi.ComponentResourceOptions) {
        super("audioprothese:observability:Observability", name, {}, opts);
        const { images, targets, probes, meshRevision } = args;

        const blackbox = blackboxExporter({ namespace: name, image: images.blackboxExporter, probes });
        const server = prometheus({
            namespace: name,
            image: images.prometheus,
            targets,
            probes,
            blackbox: endpointOf(blackbox, "http"),
            retentionDays: args.retentionDays,
            compute: args.compute,
            storage: args.storage,
        });
        const workloads = [blackbox, server];
        const namespace = new Namespace(
            name,
            { meshRevision, demands: workloads.map(demandOf) },
            { parent: this },
        );
        for (const workload of workloads) {
            new Workload({ ...workload, meshRevision }, { parent: this, dependsOn: namespace });
        }
        this.registerOutputs({});
    }
}
