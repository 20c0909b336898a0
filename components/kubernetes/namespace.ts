import * as pulumi from "@pulumi/pulumi";
import { CoreNamespace, CustomResource, LimitRange, NetworkPolicy, ResourceQuota } from "./api";
import { hostPathNamespaces } from "./exceptions";
import { namespacePolicies } from "./flows";
import { namespaceMesh, REVISION_LABEL } from "./mesh";
import { type Demand, limitSpec, quotaSpec } from "./quota";

export interface NamespaceArgs {
    /** Revision of the mesh that its pods join. */
    readonly meshRevision: string;

    /**
     * What its workloads take at most; more is refused. Left out where others' flows lead to it before its workloads are
     * known: `boundNamespace` then says so before the first of these.
     */
    readonly demands?: readonly Demand[];

    /**
     * The Pod Security Standard that its pods meet: "privileged" for a namespace of exceptions.ts whose pods read their
     * node. Defaults to "restricted".
     */
    readonly podSecurity?: "privileged";
}

/**
 * A namespace of the mesh that admits hardened pods only, no more than it was made for, and refuses every connection
 * that no flow declares. It is named as the component.
 *
 * Throws a ResourceError for a namespace without workloads, and for one that may not be privileged.
 */
export class Namespace extends pulumi.ComponentResource {
    constructor(name: string, args: NamespaceArgs, opts?: pulumi.ComponentResourceOptions) {
        super("audioprothese:kubernetes:Namespace", name, {}, opts);
        const { demands, podSecurity = "restricted" } = args;
        if (podSecurity === "privileged" && !hostPathNamespaces.includes(name)) {
            throw new pulumi.ResourceError(
                'podSecurity: expected none, or an exception in exceptions.ts, got "privileged"',
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
                        "pod-security.kubernetes.io/enforce": podSecurity,
                        // What goes beyond is recorded all the same.
                        "pod-security.kubernetes.io/audit": "restricted",
                        "pod-security.kubernetes.io/warn": "restricted",
                        [REVISION_LABEL]: args.meshRevision,
                    },
                },
            },
            { parent: this },
        );
        const inNamespace = { parent: this, dependsOn: namespace };
        if (demands !== undefined) {
            boundNamespace(name, demands, inNamespace);
        }
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

/**
 * Lets the workloads of a namespace take what they need at most, and no more.
 *
 * Throws a ResourceError for a namespace without workloads.
 */
export function boundNamespace(
    name: string,
    demands: readonly Demand[],
    opts: pulumi.CustomResourceOptions & { readonly parent: pulumi.Resource },
): readonly pulumi.Resource[] {
    if (demands.length === 0) {
        throw new pulumi.ResourceError(
            "demands: expected those of one workload or more, got none",
            opts.parent,
            true,
        );
    }
    const metadata = { name, namespace: name };
    return [
        new ResourceQuota(`${name}-quota`, { metadata, spec: quotaSpec(demands) }, opts),
        new LimitRange(`${name}-limits`, { metadata, spec: limitSpec(demands) }, opts),
    ];
}
