import { readdir } from "node:fs/promises";

export const REPORT = "report.json";
export const MANIFEST = "manifest.json";
export const SIGNATURE = "manifest.dsse.json";

/** The link to the report that was published last. */
export const LATEST = "latest";

/** An instant in UTC with hyphens for its colons; the second report of a millisecond has a number after it. */
const REPORT_FOLDER = /^\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}\.\d{3}Z(?:\.\d+)?$/;

export function isReportName(name: string): boolean {
    return REPORT_FOLDER.test(name);
}

/** Names for the folder of a report, the best first, without end. */
export function* reportNamesOf(generatedAt: string): Generator<string> {
    const name = new Date(generatedAt).toISOString().replaceAll(":", "-");
    yield name;
    for (let twin = 2; ; twin += 1) {
        yield `${name}.${twin.toString()}`;
    }
}

/** Older first, for names of reports. */
export const { compare: compareNames } = new Intl.Collator("en", { numeric: true });

/** Names of the folders of reports of a series, the oldest first; none where there is no series. */
export async function reportNames(series: string): Promise<readonly string[]> {
    try {
        const entries = await readdir(series, { withFileTypes: true });
        return entries
            .filter((entry) => entry.isDirectory() && isReportName(entry.name))
            .map(({ name }) => name)
            .sort(compareNames);
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") {
            return [];
        }
        throw error;
    }
}
