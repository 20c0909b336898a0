import { randomBytes, type JsonWebKey, type KeyObject } from "node:crypto";

/** A public key in OpenSSH's words: its binary form and its line; none for a curve that OpenSSH lacks. */
export function opensshPublicKey(key: KeyObject): { readonly blob?: Buffer; readonly line: string } {
    const described = describe(key);
    if (described === undefined) {
        return { line: "" };
    }
    const blob = Buffer.concat([text(described.type), ...described.publicParts]);
    return { blob, line: `${described.type} ${blob.toString("base64")}\n` };
}

/** A private key without passphrase in OpenSSH's format, `blob` being its public key (PROTOCOL.key of OpenSSH). */
export function opensshPrivateKey(key: KeyObject, blob: Buffer): string {
    const described = describe(key);
    const check = randomBytes(4);
    const content = Buffer.concat([
        check,
        check,
        text(described?.type ?? ""),
        ...(described?.privateParts ?? []),
        text(""),
    ]);
    // Padded by 1, 2, 3, ... to the block size of no cipher, 8.
    const padding = Buffer.from(Array.from({ length: -content.length & 7 }, (_, index) => index + 1));
    const file = Buffer.concat([
        Buffer.from("openssh-key-v1\0"),
        text("none"),
        text("none"),
        text(""),
        Buffer.from([0, 0, 0, 1]),
        field(blob),
        field(Buffer.concat([content, padding])),
    ]);
    const lines = file.toString("base64").match(/.{1,64}/g) ?? [];
    return ["-----BEGIN OPENSSH PRIVATE KEY-----", ...lines, "-----END OPENSSH PRIVATE KEY-----", ""].join(
        "\n",
    );
}

interface Described {
    readonly type: string;
    readonly publicParts: readonly Buffer[];
    readonly privateParts: readonly Buffer[];
}

function describe(key: KeyObject): Described | undefined {
    if (key.asymmetricKeyType === "rsa") {
        const jwk = key.export({ format: "jwk" });
        const [n, e, d, qi, p, q] = (["n", "e", "d", "qi", "p", "q"] as const).map((part) =>
            integer(bytes(jwk, part)),
        ) as [Buffer, Buffer, Buffer, Buffer, Buffer, Buffer];
        return { type: "ssh-rsa", publicParts: [e, n], privateParts: [n, e, d, qi, p, q] };
    }
    if (key.asymmetricKeyType === "ed25519") {
        const jwk = key.export({ format: "jwk" });
        const x = bytes(jwk, "x");
        return {
            type: "ssh-ed25519",
            publicParts: [field(x)],
            privateParts: [field(x), field(Buffer.concat([bytes(jwk, "d"), x]))],
        };
    }
    const curve = CURVES[key.asymmetricKeyDetails?.namedCurve ?? ""];
    if (curve === undefined) {
        return undefined;
    }
    const jwk = key.export({ format: "jwk" });
    const point = Buffer.concat([Buffer.from([4]), bytes(jwk, "x"), bytes(jwk, "y")]);
    const publicParts = [text(curve), field(point)];
    return {
        type: `ecdsa-sha2-${curve}`,
        publicParts,
        privateParts: [...publicParts, integer(bytes(jwk, "d"))],
    };
}

const CURVES: Readonly<Record<string, string>> = {
    prime256v1: "nistp256",
    secp384r1: "nistp384",
    secp521r1: "nistp521",
};

/** A part of a key; empty for a private part of a public key. */
function bytes(jwk: JsonWebKey, part: "n" | "e" | "d" | "qi" | "p" | "q" | "x" | "y"): Buffer {
    return Buffer.from(jwk[part] ?? "", "base64url");
}

function text(value: string): Buffer {
    return field(Buffer.from(value));
}

/** A positive integer of any length: without leading zeros, but with one where the first bit is set. */
function integer(value: Buffer): Buffer {
    const first = value.findIndex((byte) => byte !== 0);
    const short = value.subarray(first === -1 ? value.length : first);
    return field((short[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.from([0]), short]) : short);
}

function field(value: Buffer): Buffer {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(value.length);
    return Buffer.concat([length, value]);
}
