import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publish } from "../../../report/evidence/publication";
import type { Report } from "../../../report/model";
import { runSite } from "../../../report/site/command";

/** Folders of its own for each test of a suite, the reports put there, and the site made of them. */
export function siteBench(now: Date) {
    const at = { root: "", reports: "", output: "" };
    beforeEach(() => {
        at.root = mkdtempSync(join(tmpdir(), "site-"));
        at.reports = join(at.root, "reports");
        at.output = join(at.root, "public");
    });
    afterEach(() => {
        rmSync(at.root, { recursive: true, force: true });
    });

    const page = (name: string): string => readFileSync(join(at.output, name), "utf8");
    const pages = (): readonly string[] => readdirSync(at.output).filter((name) => name.endsWith(".html"));
    return {
        at,
        page,
        pages,
        seriesPage: (stack: string): string =>
            page(
                pages().find((name) => name.startsWith(`clinic-${stack}-`) && !name.endsWith(".en.html")) ??
                    "",
            ),
        add: async (series: string, report: Report): Promise<string> => {
            const { folder } = await publish(report, {
                series: join(at.reports, series),
                formats: ["html"],
                language: "fr",
            });
            return folder;
        },
        build: async () => {
            const printed: string[] = [];
            const code = await runSite({
                folder: at.reports,
                output: at.output,
                language: "en",
                now,
                print: (line) => printed.push(line),
            });
            return { code, printed: printed.join("\n") };
        },
    };
}
