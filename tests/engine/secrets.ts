import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { packedJson } from "../report/counts/packed";
import { pdfText } from "../report/counts/pdf-text";

/** Key that the engine marks a secret with in an exported state. */
const SIGNATURE = "4dabf18193072939515e22adb298388d";

/** Shortest text worth searching for: a shorter one occurs by chance. */
const SEARCHABLE = 12;

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

/** What to search for: a text as it is and as JSON writes it, and the lines of a private key, whatever is between them. */
function searchable(text: string): string[] {
    const lines = text.startsWith("-----BEGIN") && text.includes("PRIVATE KEY") ? text.split("\n") : [];
    return [
        ...new Set([
            text,
            JSON.stringify(text).slice(1, -1),
            ...lines.filter((line) => !line.startsWith("-----")),
        ]),
    ].filter(({ length }) => length >= SEARCHABLE);
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
