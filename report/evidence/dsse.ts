import { createHash, createPublicKey, type KeyObject, sign, verify } from "node:crypto";

/** A signed text in the Dead Simple Signing Envelope, version 1. */
export interface Envelope {
    readonly payloadType: string;
    /** Base64. */
    readonly payload: string;
    readonly signatures: readonly { readonly keyid?: string; readonly sig: string }[];
}

/** What is signed: the type and the body with their lengths in bytes, so that neither runs into the other. */
function preAuthentication(type: string, body: Buffer): Buffer {
    const length = Buffer.byteLength(type).toString();
    return Buffer.concat([Buffer.from(`DSSEv1 ${length} ${type} ${body.length.toString()} `), body]);
}

/** Signs with an Ed25519 key. */
export function sealed(payloadType: string, body: Buffer, key: KeyObject): Envelope {
    return {
        payloadType,
        payload: body.toString("base64"),
        signatures: [
            {
                keyid: fingerprint(createPublicKey(key)),
                sig: sign(null, preAuthentication(payloadType, body), key).toString("base64"),
            },
        ],
    };
}

/** The body of an envelope, where a signature in it is this Ed25519 key's. */
export function opened({ payloadType, payload, signatures }: Envelope, key: KeyObject): Buffer | undefined {
    const body = Buffer.from(payload, "base64");
    const signed = preAuthentication(payloadType, body);
    return signatures.some(({ sig }) => verify(null, signed, key, Buffer.from(sig, "base64")))
        ? body
        : undefined;
}

/** What names a public key: the SHA-256 of its DER form. */
export function fingerprint(key: KeyObject): string {
    return createHash("sha256")
        .update(key.export({ type: "spki", format: "der" }))
        .digest("hex");
}
