import type { Inspection } from "../inspection";

/** Visits each entry of a ConfigMap that holds something, as text: `binaryData` is decoded. */
export function eachFile(
    configMap: Inspection,
    visit: (content: string, key: string, entry: Inspection) => void,
): void {
    for (const [field, encoding] of [
        ["data", "utf8"],
        ["binaryData", "base64"],
    ] as const) {
        configMap.entries(field, (key, entry) => {
            entry.given("", (content) => {
                if (content !== undefined) {
                    visit(Buffer.from(String(content), encoding).toString(), key, entry);
                }
            });
        });
    }
}
