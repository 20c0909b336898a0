import type * as pulumi from "@pulumi/pulumi";
import { RandomPassword } from "@pulumi/random/randomPassword";
import { Secret } from "../azure";
import type { VaultAccess } from "./vault-reader";

/** Where credentials are kept, and the day from which on they hold. */
export interface Keeping {
    readonly vault: Pick<VaultAccess, "resourceGroupName" | "tags" | "vaultName">;

    /** Such as 2026-11-01. A later day makes new passwords. */
    readonly rotatedOn: string;
}

/** Days that a credential is good for. */
const LIFE_DAYS = 365;

/** Keeps a value in the vault, under the name that pods find it by, until a year after the day from which on it holds. */
export function keep(
    secretName: string,
    value: pulumi.Input<string>,
    { vault, rotatedOn }: Keeping,
    parent: pulumi.Resource,
): pulumi.Resource {
    const { resourceGroupName, tags, vaultName } = vault;
    const expires = Date.parse(`${rotatedOn}T00:00:00Z`) / 1000 + LIFE_DAYS * 86_400;
    return new Secret(
        secretName,
        {
            resourceGroupName,
            tags,
            vaultName,
            secretName,
            properties: { value, contentType: "text/plain", attributes: { enabled: true, expires } },
        },
        { parent },
    );
}

/** Generates a password and keeps it in the vault. */
export function keepPassword(
    secretName: string,
    keeping: Keeping,
    parent: pulumi.Resource,
): { readonly value: pulumi.Output<string>; readonly kept: pulumi.Resource } {
    const { result: value } = new RandomPassword(
        secretName,
        {
            length: 32,
            // Letters and digits alone: they stand in SQL and in option files. Of all three kinds, as Azure and OpenMRS ask.
            special: false,
            minLower: 1,
            minUpper: 1,
            minNumeric: 1,
            keepers: { rotatedOn: keeping.rotatedOn },
        },
        { parent },
    );
    return { value, kept: keep(secretName, value, keeping, parent) };
}
