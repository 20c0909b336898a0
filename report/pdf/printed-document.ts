import { notation } from "../words/language";
import type { PdfDocument } from "./blocks";
import { printedText } from "./printed-text";

/** Values that are names of the layout's own, or an address to open, and not printed. */
const NOT_PRINTED: ReadonlySet<string> = new Set(["kind", "language", "style", "mark", "verdict", "url"]);

/** The document as JSON, in which every printed text is one that the fonts can show. */
export function printedDocument(document: PdfDocument): string {
    const { language } = document;
    const say = notation(language);
    return JSON.stringify(document, (key, value: unknown) => {
        if (typeof value !== "string" || NOT_PRINTED.has(key)) {
            return key === "url" && !isWebAddress(value) ? "" : value;
        }
        return printedText(key === "code" ? value : say.typeset(value), language);
    });
}

function isWebAddress(url: unknown): boolean {
    return typeof url === "string" && url.length <= MAX_ADDRESS && /^https?:\/\/[!-~]+$/.test(url);
}

const MAX_ADDRESS = 2_000;
