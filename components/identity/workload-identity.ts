import * as pulumi from "@pulumi/pulumi";
import { FederatedIdentityCredential, UserAssignedIdentity } from "../azure";
import type { AzureScope } from "../azure-scope";

export interface WorkloadIdentityArgs extends AzureScope {
    /** Name of the managed identity. */
    readonly identityName: string;

    /** The Kubernetes service account that becomes this identity. */
    readonly serviceAccount: { readonly namespace: string; readonly name: string };

    /** Issuer of the cluster's service account tokens. */
    readonly oidcIssuerUrl: pulumi.Input<string>;
}

/** A managed identity that one service account of the cluster takes on, without any password. */
export class WorkloadIdentity extends pulumi.ComponentResource {
    /** Application id that the pod names when it asks for a token. */
    public readonly clientId: pulumi.Output<string>;

    /** Object id that roles are given to. */
    public readonly principalId: pulumi.Output<string>;

    constructor(name: string, args: WorkloadIdentityArgs, opts?: pulumi.ComponentResourceOptions) {
        super("audioprothese:identity:WorkloadIdentity", name, {}, opts);
        const { identityName, resourceGroupName, location, tags, serviceAccount } = args;

        const identity = new UserAssignedIdentity(
            name,
            { resourceName: identityName, resourceGroupName, location, tags },
            { parent: this },
        );
        new FederatedIdentityCredential(
            `${name}-federation`,
            {
                federatedIdentityCredentialResourceName: `${serviceAccount.namespace}-${serviceAccount.name}`,
                resourceName: identityName,
                resourceGroupName,
                issuer: args.oidcIssuerUrl,
                subject: `system:serviceaccount:${serviceAccount.namespace}:${serviceAccount.name}`,
                audiences: ["api://AzureADTokenExchange"],
            },
            { parent: this, dependsOn: identity },
        );

        this.clientId = identity.clientId;
        this.principalId = identity.principalId;
        this.registerOutputs({ clientId: this.clientId, principalId: this.principalId });
    }
}
