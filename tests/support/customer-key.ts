import * as pulumi from "@pulumi/pulumi";
import type { CustomerKey } from "../../components/key-vault/customer-key";

/** A key of a vault that no test makes. */
export function customerKey(name: string): CustomerKey {
    const vaultUri = "https://kv.vault.azure.net/";
    const uri = `${vaultUri}keys/${name}`;
    return {
        name,
        vaultUri,
        uri,
        uriWithVersion: pulumi.output(`${uri}/version`),
        id: pulumi.output(`${name}-key-id`),
        vaultId: pulumi.output("vault-id"),
    };
}
