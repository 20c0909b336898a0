import * as pulumi from "@pulumi/pulumi";
import { CoreNamespace, NetworkPolicy } from "./api";
import { namespacePolicies } from "./flows";

/** A namespace that admits hardened pods only and refuses every connection that no flow declares. */
export class Namespace extends pulumi.ComponentResource {
    /** Its name in the cluster. */
    public readonly namespace: string;

    constructor(name: string, opts?: pulumi.ComponentResourceOptions) {
        super("audioprothese:kubernetes:Namespace", name, {}, opts);

        const namespace = new CoreNamespace(
            name,
            {
                metadata: {
                    name,
                    labels: {
                        "pod-security.kubernetes.io/enforce": "restricted",
                        "pod-security.kubernetes.io/audit": "restricted",
                        "pod-security.kubernetes.io/warn": "restricted",
                    },
                },
            },
            { parent: this },
        );
        const { defaultDeny, dns } = namespacePolicies(name);
        const inNamespace = { parent: this, dependsOn: namespace };
        new NetworkPolicy(`${name}-default-deny`, defaultDeny, inNamespace);
        new NetworkPolicy(`${name}-dns`, dns, inNamespace);

        this.namespace = name;
        this.registerOutputs({ namespace: this.namespace });
    }
}
