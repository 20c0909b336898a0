import { createHash } from "node:crypto";
import type * as pulumi from "@pulumi/pulumi";
import { RandomPassword } from "@pulumi/random/randomPassword";

export interface SecretKeyArgs {
    /** Most 32. */
    readonly bytes: number;
    readonly encoding: "hex" | "base64";

    /** Whether Pulumi refuses to delete it, and with it what it encrypts. */
    readonly protect: boolean;
}

/**
 * A key for symmetric encryption, which never changes: what it encrypts could not be read any more. It is derived from a
 * password, whose resource id says nothing: that of RandomBytes is the bytes themselves, in clear in the state.
 */
export function secretKey(
    name: string,
    { bytes, encoding, protect }: SecretKeyArgs,
    parent: pulumi.Resource,
): pulumi.Output<string> {
    // 64 letters and digits: 381 bits of chance, of which the hash keeps 256.
    const seed = new RandomPassword(name, { length: 64, special: false }, { parent, protect });
    // An update that leaves the seed out (--exclude) has no text.
    return seed.result.apply(
        (text) => text && createHash("sha256").update(text).digest().subarray(0, bytes).toString(encoding),
    );
}
