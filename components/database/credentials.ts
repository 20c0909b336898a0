import type * as pulumi from "@pulumi/pulumi";
import { RandomPassword } from "@pulumi/random/randomPassword";
import type { VaultAccess } from "../key-vault/vault-reader";
import { vaultSecret } from "../key-vault/vault-secret";
import { type Account, passwordSecretOf } from "./accounts";

/** Where the database's secrets are kept, and the day from which on they hold. */
export interface Keeping {
    readonly vault: Pick<VaultAccess, "resourceGroupName" | "tags" | "vaultName">;

    /** Such as 2026-11-01. A later day makes new passwords. */
    readonly rotatedOn: string;
}

/** Keeps a value in the vault, under the name that pods find it by. */
export function keep(
    secretName: string,
    value: pulumi.Input<string>,
    { vault, rotatedOn }: Keeping,
    parent: pulumi.Resource,
): pulumi.Resource {
    const { resourceGroupName, tags, vaultName } = vault;
    return vaultSecret(
        secretName,
        { resourceGroupName, tags, vaultName, secretName, value, madeOn: rotatedOn },
        { parent },
    );
}

/** Generates the password of each account, and keeps it in the vault. */
export function accountPasswords(
    accounts: readonly Account[],
    keeping: Keeping,
    parent: pulumi.Resource,
): readonly pulumi.Resource[] {
    return accounts.map((account) => {
        const secretName = passwordSecretOf(account);
        const password = new RandomPassword(
            secretName,
            // Letters and digits: they stand in SQL and in option files.
            { length: 32, special: false, keepers: { rotatedOn: keeping.rotatedOn } },
            { parent },
        );
        return keep(secretName, password.result, keeping, parent);
    });
}
