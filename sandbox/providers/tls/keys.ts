import { createHash, createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from "node:crypto";
import { promisify } from "node:util";

import { ProviderError } from "../protocol/provider-error";
import { textAt, type Properties } from "../protocol/values";
import { opensshPrivateKey, opensshPublicKey } from "./openssh";

const generate = promisify(generateKeyPair);

/** Node's names of the curves. */
const CURVES: Readonly<Record<string, string>> = {
    P224: "secp224r1",
    P256: "prime256v1",
    P384: "secp384r1",
    P521: "secp521r1",
};

/** A new key by the inputs of a PrivateKey, defaults included. */
export async function generateKey(inputs: Properties): Promise<KeyObject> {
    switch (inputs.algorithm) {
        case "RSA":
            return (await generate("rsa", { modulusLength: Number(inputs.rsaBits) })).privateKey;
        case "ECDSA":
            return (await generate("ec", { namedCurve: CURVES[textAt(inputs, "ecdsaCurve") ?? ""] ?? "" }))
                .privateKey;
        default:
            return (await generate("ed25519", undefined)).privateKey;
    }
}

/** The computed outputs of a PrivateKey, and its id: the SHA-1 of its public key. */
export function keyOutputs(key: KeyObject): { readonly id: string; readonly outputs: Properties } {
    const publicKey = createPublicKey(key);
    const pkcs8 = key.export({ type: "pkcs8", format: "pem" }).toString();
    const { blob, line } = opensshPublicKey(publicKey);
    return {
        id: createHash("sha1")
            .update(publicKey.export({ type: "spki", format: "der" }))
            .digest("hex"),
        outputs: {
            privateKeyPem: traditionalPem(key) ?? pkcs8,
            privateKeyPemPkcs8: pkcs8,
            publicKeyPem: publicKey.export({ type: "spki", format: "pem" }).toString(),
            // OpenSSH has no curve P224; the provider leaves empty what it has none for.
            privateKeyOpenssh: blob === undefined ? "" : opensshPrivateKey(key, blob),
            publicKeyOpenssh: line,
            publicKeyFingerprintMd5:
                blob === undefined
                    ? ""
                    : createHash("md5")
                          .update(blob)
                          .digest("hex")
                          .replace(/..(?=.)/g, "$&:"),
            publicKeyFingerprintSha256:
                blob === undefined
                    ? ""
                    : `SHA256:${createHash("sha256").update(blob).digest("base64").replace(/=+$/, "")}`,
        },
    };
}

/** The format of its own that an algorithm has beside PKCS #8. */
function traditionalPem(key: KeyObject): string | undefined {
    switch (key.asymmetricKeyType) {
        case "rsa":
            return key.export({ type: "pkcs1", format: "pem" }).toString();
        case "ec":
            return key.export({ type: "sec1", format: "pem" }).toString();
        default:
            return undefined;
    }
}

/** Reads a private key that a program gives; `what` names it as the provider does. */
export function parseKey(pem: string, what: string): KeyObject {
    try {
        return createPrivateKey(pem);
    } catch (error) {
        // The message of the error never holds the key.
        throw new ProviderError(
            `Failed to parse ${what} PEM: expected a private key, got none (${(error as NodeJS.ErrnoException).code ?? "unreadable"})`,
        );
    }
}

const ALGORITHMS: Readonly<Record<string, string>> = { rsa: "RSA", ec: "ECDSA", ed25519: "ED25519" };

/** The provider's name of a key's algorithm. */
export function algorithmOf(key: KeyObject): string {
    const type = key.asymmetricKeyType ?? "";
    const algorithm = ALGORITHMS[type];
    if (algorithm === undefined) {
        throw new ProviderError(`private key: expected RSA, ECDSA or ED25519, got ${type}`);
    }
    return algorithm;
}
