import type * as pulumi from "@pulumi/pulumi";
import { Secret } from "../azure";

/** Days that a credential is good for. */
const LIFE_DAYS = 365;

export interface VaultSecretArgs {
    readonly resourceGroupName: string;
    readonly tags: Readonly<Record<string, string>>;
    readonly vaultName: string;
    readonly secretName: string;
    readonly value: pulumi.Input<string>;

    /** Day that it was made, such as 2026-11-01; a year later it expires. */
    readonly madeOn: string;
}

/** A secret of the Key Vault, which pods find as a file. */
export function vaultSecret(name: string, args: VaultSecretArgs, opts: pulumi.CustomResourceOptions): Secret {
    const { value, madeOn, ...place } = args;
    const expires = Date.parse(`${madeOn}T00:00:00Z`) / 1000 + LIFE_DAYS * 86_400;
    return new Secret(
        name,
        {
            ...place,
            properties: { value, contentType: "text/plain", attributes: { enabled: true, expires } },
        },
        opts,
    );
}
