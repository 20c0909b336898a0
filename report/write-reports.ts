import { join, relative } from "node:path";
import { renderHtml } from "./html/html";
import { jsonText } from "./json";
import type { Report } from "./model";
import { writeAll } from "./write";

/** Writes both reports into a directory and returns their paths, from the current directory on. */
export async function writeReports(report: Report, directory: string): Promise<readonly string[]> {
    const files = { "report.html": renderHtml(report), "report.json": jsonText(report) };
    await writeAll(directory, files);
    return Object.keys(files).map((file) => relative(process.cwd(), join(directory, file)));
}
