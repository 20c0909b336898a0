import { createPrivateKey } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { packedJson } from "../report/counts/packed";
import { pdfText } from "../report/counts/pdf-text";

/** Key that the engine marks a secret with in an exported state. */
const SIGNATURE = "4dabf18193072939515e22adb298388d";

/** Shortest text worth searching for: a shorter one occurs by chance. */
const SEARCHABLE = 12;

/** Bytes that a line of PEM holds, in 64 characters of base64. */
const LINE_BYTES = 48;

/** Every text inside the secrets of a state exported with --show-secrets. */
export function secretTexts(value: unknown, inSecret = false): string[] {
    if (typeof value === "string") {
        return inSecret ? searchable(value) : [];
    }
    if (typeof value !== "object" || value === null) {
        return [];
    }
    if (SIGNATURE in value && "plaintext" in value) {
        return secretTexts(JSON.parse(String(value.plaintext)), true);
    }
    return Object.values(value).flatMap((inner) => secretTexts(inner, inSecret));
}

/** What to search for: a text as it is and as JSON writes it, and of a private key the lines that keep it so. */
function searchable(text: string): string[] {
    const lines = /^-----BEGIN (?:EC )?PRIVATE KEY-----/.test(text) ? secretLines(text) : [];
    return [...new Set([text, JSON.stringify(text).slice(1, -1), ...lines])].filter(
        ({ length }) => length >= SEARCHABLE,
    );
}

/**
 * The lines of a private key on an elliptic curve that hold its number, whatever is between them. The others are the
 * public key's, whose bytes certificates hold too, now and then with the same ends of lines.
 */
function secretLines(pem: string): string[] {
    const number = Buffer.from(String(createPrivateKey(pem).export({ format: "jwk" }).d), "base64url");
    const lines = pem.split("\n").filter((line) => line !== "" && !line.startsWith("-----"));
    const start = Buffer.from(lines.join(""), "base64").indexOf(number);
    return lines.slice(Math.floor(start / LINE_BYTES), Math.ceil((start + number.length) / LINE_BYTES));
}

/** Every file of a folder, as text. */
export async function filesUnder(directory: string): Promise<Map<string, string>> {
    const entries = await readdir(directory, { recursive: true, withFileTypes: true });
    const files = entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name));
    return new Map(
        await Promise.all(files.map(async (file) => [file, await readFile(file, "utf8")] as const)),
    );
}

/** What a folder of a report shows: every file, and what is within the page and the PDF. */
export async function textsUnder(directory: string): Promise<readonly (readonly [string, string])[]> {
    const files = [...(await filesUnder(directory))];
    const within = files.map(async ([file, text]): Promise<readonly (readonly [string, string])[]> => {
        if (file.endsWith("report.html")) {
            return [[`${file}, data`, packedJson(text)]];
        }
        return file.endsWith(".pdf") ? [[`${file}, text`, await pdfText(await readFile(file))]] : [];
    });
    return [...files, ...(await Promise.all(within)).flat()];
}

/** The secrets that a text shows, as they are, in base64, or broken over lines. */
export function shownIn(text: string, secrets: readonly string[]): string[] {
    const whole = squeezed(text);
    return secrets.filter((secret) => {
        const base64 = Buffer.from(secret).toString("base64").replace(/=+$/, "");
        return [secret, base64].some((form) => text.includes(form)) || whole.includes(squeezed(secret));
    });
}

function squeezed(text: string): string {
    return text.replace(/[\s\u00ad\u200b\u2060-]+/g, "");
}
