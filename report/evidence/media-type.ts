import { extname } from "node:path";

const MEDIA_TYPES: Readonly<Record<string, string>> = {
    ".json": "application/json",
    ".sarif": "application/sarif+json",
    ".html": "text/html",
    ".pdf": "application/pdf",
    ".xml": "application/xml",
    ".csv": "text/csv",
    ".md": "text/markdown",
};

/** The media type of a file of a report, by its extension. */
export function mediaTypeOf(name: string): string {
    return MEDIA_TYPES[extname(name)] ?? "application/octet-stream";
}
