import { gunzipSync } from "node:zlib";

/** The data that travels within the page, as JSON. */
export function packedJson(html: string): string {
    const base64 = /id="donnees"\s*>\s*([A-Za-z0-9+/=]+)\s*</.exec(html)?.[1] ?? "";
    return gunzipSync(Buffer.from(base64, "base64")).toString();
}
