import { createHash, type KeyObject } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import type { Text } from "../words/language";
import { opened, sealed } from "./dsse";
import type { Manifest } from "./manifest";
import { MANIFEST, SIGNATURE } from "./names";

const PAYLOAD_TYPE = "application/vnd.in-toto+json";

const envelope = z.object({
    payloadType: z.literal(PAYLOAD_TYPE),
    payload: z.string(),
    signatures: z
        .array(z.object({ sig: z.string() }))
        .min(1)
        .max(16),
});

/** What is signed: an in-toto statement on every file, whose predicate says the rest of the manifest. */
function statementOf(manifest: Manifest, bytes: Buffer): object {
    const { files, ...predicate } = manifest;
    const digest = createHash("sha256").update(bytes).digest("hex");
    return {
        _type: "https://in-toto.io/Statement/v1",
        subject: [
            ...files.map(({ name, sha256 }) => ({ name, digest: { sha256 } })),
            { name: MANIFEST, digest: { sha256: digest } },
        ],
        predicateType: "urn:audioprothese-plus:report-manifest:1",
        predicate,
    };
}

/** The text of `manifest.dsse.json`. */
export function signatureOf(manifest: Manifest, bytes: Buffer, key: KeyObject): string {
    const statement = Buffer.from(JSON.stringify(statementOf(manifest, bytes)));
    return `${JSON.stringify(sealed(PAYLOAD_TYPE, statement, key), null, 2)}\n`;
}

/** Why a signature is not this key's on this manifest; undefined where it is. */
export function signatureFault(
    signature: Buffer,
    manifest: Manifest,
    bytes: Buffer,
    key: KeyObject,
): Text | undefined {
    const { data } = envelope.safeParse(json(signature));
    if (data === undefined) {
        return {
            fr: `${SIGNATURE} : attendu une enveloppe DSSE, obtenu autre chose`,
            en: `${SIGNATURE}: expected a DSSE envelope, got something else`,
        };
    }
    const body = opened(data, key);
    if (body === undefined) {
        return {
            fr: `${SIGNATURE} : attendu une signature de la clé donnée, obtenu celle d’une autre clé ou d’un autre contenu`,
            en: `${SIGNATURE}: expected a signature of the key given, got another key’s or one on other content`,
        };
    }
    // Through JSON, which leaves out what is undefined.
    const expected = json(Buffer.from(JSON.stringify(statementOf(manifest, bytes))));
    return isDeepStrictEqual(json(body), expected)
        ? undefined
        : {
              fr: `${SIGNATURE} : attendu la signature de ces fichiers, obtenu celle d’autres fichiers`,
              en: `${SIGNATURE}: expected the signature of these files, got that of others`,
          };
}

function json(bytes: Buffer): unknown {
    try {
        return JSON.parse(bytes.toString("utf8"));
    } catch {
        return undefined;
    }
}
