import type * as pulumi from "@pulumi/pulumi";
import { CustomResource } from "./api";

export interface VaultObjectsArgs {
    readonly namespace: string;
    readonly vaultName: string;
    readonly tenantId: string;

    /** Application id of the workload identity that may read the vault. */
    readonly clientId: pulumi.Input<string>;

    /** Name in the vault of each file. A certificate comes with its private key, in PEM. */
    readonly files: Readonly<Record<string, string>>;
}

/** Tells the secrets store driver which objects of the Key Vault a pod finds as files; the key never enters a Secret. */
export function vaultObjects(
    name: string,
    args: VaultObjectsArgs,
    opts: pulumi.CustomResourceOptions,
): CustomResource {
    const array = Object.entries(args.files).map(([objectAlias, objectName]) =>
        // The driver's "secret" of a certificate is the certificate and its key; "cert" would leave the key out.
        JSON.stringify({ objectName, objectType: "secret", objectAlias }),
    );
    return new CustomResource(
        name,
        {
            apiVersion: "secrets-store.csi.x-k8s.io/v1",
            kind: "SecretProviderClass",
            metadata: { name, namespace: args.namespace },
            spec: {
                provider: "azure",
                parameters: {
                    keyvaultName: args.vaultName,
                    tenantId: args.tenantId,
                    clientID: args.clientId,
                    objects: JSON.stringify({ array }),
                },
            },
        },
        opts,
    );
}
