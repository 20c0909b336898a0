import * as pulumi from "@pulumi/pulumi";
import type { AzureScope } from "../azure-scope";
import { assignRole } from "../identity/role";
import { WorkloadIdentity } from "../identity/workload-identity";
import { CustomResource } from "../kubernetes/api";

/** The vault, and what the cluster's accounts need to read it. */
export interface VaultAccess extends AzureScope {
    readonly vaultName: string;

    /** Azure resource id. */
    readonly vaultId: pulumi.Input<string>;

    readonly tenantId: string;
    readonly subscriptionId: string;

    /** Issuer of the cluster's service account tokens. */
    readonly oidcIssuerUrl: pulumi.Input<string>;
}

export interface VaultReaderArgs {
    readonly vault: VaultAccess;

    /** Name of the managed identity. */
    readonly identityName: string;

    /** The Kubernetes service account that reads. */
    readonly account: { readonly namespace: string; readonly name: string };

    /** Name in the vault of each file. A certificate comes with its private key, in PEM. */
    readonly files: Readonly<Record<string, string>>;
}

/** Name of the SecretProviderClass by which a workload's pods find their files. */
export const vaultFilesOf = (workload: string) => `${workload}-vault`;

/** Lets one account of the cluster, and nobody else in it, read some objects of the Key Vault as files. */
export class VaultReader extends pulumi.ComponentResource {
    constructor(args: VaultReaderArgs, opts?: pulumi.ComponentResourceOptions) {
        const { vault, identityName, account, files } = args;
        const name = vaultFilesOf(account.name);
        super("audioprothese:key-vault:VaultReader", name, {}, opts);
        const { resourceGroupName, location, tags, vaultName, subscriptionId } = vault;

        const identity = new WorkloadIdentity(
            account.name,
            {
                resourceGroupName,
                location,
                tags,
                identityName,
                serviceAccount: account,
                oidcIssuerUrl: vault.oidcIssuerUrl,
            },
            { parent: this },
        );
        const objects = [...new Set(Object.values(files))];
        const roles = objects.map((object) =>
            assignRole(
                `${name}-${object}`,
                {
                    role: "keyVaultSecretsUser",
                    // This one object, not the vault.
                    scope: pulumi.interpolate`${vault.vaultId}/secrets/${object}`,
                    principalId: identity.principalId,
                    subscriptionId,
                    identityName,
                    scopeName: `${vaultName}/secrets/${object}`,
                },
                this,
            ),
        );
        const array = Object.entries(files).map(([objectAlias, objectName]) =>
            // The driver's "secret" of a certificate is the certificate and its key; "cert" would leave the key out.
            JSON.stringify({ objectName, objectType: "secret", objectAlias }),
        );
        new CustomResource(
            name,
            {
                apiVersion: "secrets-store.csi.x-k8s.io/v1",
                kind: "SecretProviderClass",
                metadata: { name, namespace: account.namespace },
                spec: {
                    provider: "azure",
                    parameters: {
                        keyvaultName: vaultName,
                        tenantId: vault.tenantId,
                        clientID: identity.clientId,
                        objects: JSON.stringify({ array }),
                    },
                },
            },
            { parent: this, dependsOn: roles },
        );
        this.registerOutputs({});
    }
}
