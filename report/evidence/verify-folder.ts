import { createHash, type KeyObject } from "node:crypto";
import { lstat, readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Text } from "../words/language";
import { type Manifest, parseManifest } from "./manifest";
import { MANIFEST, SIGNATURE } from "./names";
import { LONGEST_MANIFEST } from "./newest";
import { digestOf, readAtMost } from "./read-file";
import { shown } from "./shown";
import { signatureFault } from "./signature";

export interface SignatureDemand {
    /** The public key that signatures must be of; without it they are not checked. */
    readonly key?: KeyObject;
    /** Whether a report without a signature is at fault. */
    readonly required: boolean;
}

/** What a look at the folder of one report shows. */
export interface CheckedFolder {
    readonly folder: string;
    readonly name: string;
    /** Absent where it is missing or malformed. */
    readonly manifest?: Manifest;
    /** SHA-256 of `manifest.json`; absent where there is none. */
    readonly digest?: string;
    readonly signature: "absent" | "unchecked" | "valid" | "invalid";
    /** Empty where the report is whole. */
    readonly faults: readonly Text[];
}

/** What is wrong with the folder of one report, whatever stands before it in its chain; empty where it is whole. */
export async function verifyFolder(folder: string): Promise<readonly Text[]> {
    return (await checkFolder(folder)).faults;
}

export async function checkFolder(
    folder: string,
    demand: SignatureDemand = { required: false },
): Promise<CheckedFolder> {
    const present = new Map<string, { readonly isFile: boolean; readonly size: number }>();
    for (const name of await readdir(folder)) {
        const stats = await lstat(join(folder, name));
        present.set(name, { isFile: stats.isFile(), size: stats.size });
    }
    const of = { folder, name: basename(folder) };
    const read = async (name: string): Promise<Buffer | Text> => {
        const found = present.get(name);
        if (found === undefined) {
            return { fr: `${name} : absent`, en: `${name}: missing` };
        }
        if (!found.isFile) {
            return notAFile(name);
        }
        const bytes =
            found.size > LONGEST_MANIFEST
                ? undefined
                : await readAtMost(join(folder, name), LONGEST_MANIFEST);
        return bytes === undefined || bytes.length > LONGEST_MANIFEST
            ? {
                  fr: `${name} : attendu au plus ${LONGEST_MANIFEST.toString()} octets, obtenu davantage`,
                  en: `${name}: expected at most ${LONGEST_MANIFEST.toString()} bytes, got more`,
              }
            : bytes;
    };

    const bytes = await read(MANIFEST);
    if (!Buffer.isBuffer(bytes)) {
        return { ...of, signature: present.has(SIGNATURE) ? "unchecked" : "absent", faults: [bytes] };
    }
    const digest = createHash("sha256").update(bytes).digest("hex");
    const manifest = parseManifest(bytes);
    if ("fault" in manifest) {
        return {
            ...of,
            digest,
            signature: present.has(SIGNATURE) ? "unchecked" : "absent",
            faults: [manifest.fault],
        };
    }

    const faults: Text[] = [];
    for (const { name, sha256, size } of manifest.files) {
        const fault = await fileFault(join(folder, name), { name, sha256, size }, present.get(name));
        faults.push(...(fault === undefined ? [] : [fault]));
    }
    const listed = new Set([MANIFEST, SIGNATURE, ...manifest.files.map(({ name }) => name)]);
    faults.push(
        ...[...present.keys()]
            .filter((name) => !listed.has(name))
            .sort()
            .map(extra),
    );

    const signature = present.has(SIGNATURE) ? await read(SIGNATURE) : undefined;
    const signed = signatureOutcome(signature, manifest, bytes, demand);
    faults.push(...(signed.fault === undefined ? [] : [signed.fault]));
    return { ...of, manifest, digest, signature: signed.signature, faults };
}

function signatureOutcome(
    signature: Buffer | Text | undefined,
    manifest: Manifest,
    bytes: Buffer,
    { key, required }: SignatureDemand,
): { readonly signature: CheckedFolder["signature"]; readonly fault?: Text } {
    if (signature === undefined) {
        return {
            signature: "absent",
            ...(required && {
                fault: {
                    fr: `${SIGNATURE} : attendu une signature, obtenu aucune`,
                    en: `${SIGNATURE}: expected a signature, got none`,
                },
            }),
        };
    }
    if (!Buffer.isBuffer(signature)) {
        return { signature: "invalid", fault: signature };
    }
    if (key === undefined) {
        return { signature: "unchecked" };
    }
    const fault = signatureFault(signature, manifest, bytes, key);
    return fault === undefined ? { signature: "valid" } : { signature: "invalid", fault };
}

async function fileFault(
    path: string,
    expected: { readonly name: string; readonly sha256: string; readonly size: number },
    found: { readonly isFile: boolean; readonly size: number } | undefined,
): Promise<Text | undefined> {
    const { name, sha256, size } = expected;
    if (found === undefined) {
        return { fr: `${name} : absent`, en: `${name}: missing` };
    }
    if (!found.isFile) {
        return notAFile(name);
    }
    if (found.size !== size) {
        const [before, now] = [size.toString(), found.size.toString()];
        return {
            fr: `${name} : altéré, attendu ${before} octets, obtenu ${now}`,
            en: `${name}: altered, expected ${before} bytes, got ${now}`,
        };
    }
    const digest = await digestOf(path);
    return digest === sha256
        ? undefined
        : {
              fr: `${name} : altéré, attendu l’empreinte SHA-256 ${sha256}, obtenu ${digest}`,
              en: `${name}: altered, expected SHA-256 ${sha256}, got ${digest}`,
          };
}

function notAFile(name: string): Text {
    return {
        fr: `${name} : attendu un fichier, obtenu un lien, un dossier ou un fichier spécial`,
        en: `${name}: expected a file, got a link, a folder or a special file`,
    };
}

function extra(name: string): Text {
    return {
        fr: `${shown(name)} : en trop, le manifeste ne le connaît pas`,
        en: `${shown(name)}: extra, the manifest does not know it`,
    };
}
