import * as pulumi from "@pulumi/pulumi";
import { CoreNamespace, CustomResource, LimitRange, NetworkPolicy, ResourceQuota } from "./api";
import { namespacePolicies } from "./flows";
import { namespaceMesh, REVISION_LABEL } from "./mesh";
import { type Demand, limitSpec, quotaSpec } from "./quota";

export interface NamespaceArgs {
    /** Revision of the mesh that its pods join. */
    readonly meshRevision: string;

    /** What its workloads take at most; more is refused. */
    readonly demands: readonly Demand[];
}

/**
 * A namespace of the mesh that admits hardened pods only, no more than it was made for, and refuses every connection
 * that no flow declares. It is named as the component.
 *
 * Throws a ResourceError for a namespace without workloads.
 */
export class Namespace extends pulumi.ComponentResource {
    constructor(name: string, args: NamespaceArgs, opts?: pulumi.ComponentResourceOptions) {
        super("audioprothese:kubernetes:Namespace", name, {}, opts);
        if (args.demands.length === 0) {
            throw new pulumi.ResourceError(
                "demands: expected those of one workload or more, got none",
                this,
                true,
            );
        }

        const namespace = new CoreNamespace(
            name,
            {
                metadata: {
                    name,
                    labels: {
                        "pod-security.kubernetes.io/enforce": "restricted",
                        "pod-security.kubernetes.io/audit": "restricted",
                        "pod-security.kubernetes.io/warn": "restricted",
                        [REVISION_LABEL]: args.meshRevision,
                    },
                },
            },
            { parent: this },
        );
        const inNamespace = { parent: this, dependsOn: namespace };
        const metadata = { name, namespace: name };
        new ResourceQuota(`${name}-quota`, { metadata, spec: quotaSpec(args.demands) }, inNamespace);
        new LimitRange(`${name}-limits`, { metadata, spec: limitSpec(args.demands) }, inNamespace);
        const { defaultDeny, dns, mesh } = namespacePolicies(name);
        new NetworkPolicy(`${name}-default-deny`, defaultDeny, inNamespace);
        new NetworkPolicy(`${name}-dns`, dns, inNamespace);
        new NetworkPolicy(`${name}-mesh`, mesh, inNamespace);
        const { mutualTls, denyAll } = namespaceMesh(name);
        new CustomResource(`${name}-mutual-tls`, mutualTls, inNamespace);
        new CustomResource(`${name}-deny-all`, denyAll, inNamespace);
        this.registerOutputs({});
    }
}
