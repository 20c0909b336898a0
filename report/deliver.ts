import { basename, join, relative } from "node:path";
import { Progress, type ProgressStream, SILENT } from "./console/progress";
import { summaryLines } from "./console/summary";
import { CONSOLE } from "./console/words";
import { withChanges } from "./comparison";
import type { PreviousReport } from "./evidence/previous";
import { LATEST, publish } from "./evidence/publication";
import { exitCode } from "./exit-code";
import type { Report } from "./model";
import type { ReportOptions } from "./options";
import { notation } from "./words/language";

/** How a report is told and kept. */
export interface Delivery extends Pick<ReportOptions, "formats" | "language" | "quiet" | "failOn" | "key"> {
    /** The folder of the series. */
    readonly series: string;
    /** The report to compare with; absent for the first of a series. */
    readonly previous?: PreviousReport;
    readonly stdout: ProgressStream;
    readonly stderr: ProgressStream;
}

/** Tells the verdict, writes the report into its series, and returns the exit code. */
export async function deliver(assessed: Report, delivery: Delivery): Promise<0 | 1 | 2> {
    const { series, previous, formats, language, quiet, key } = delivery;
    const print = (lines: readonly string[]): void => {
        if (!quiet) {
            lines.forEach((line) => delivery.stdout.write(`${line}\n`));
        }
    };
    const report = withChanges(assessed, previous);
    // The verdict first: it must not be lost with a disk that is full.
    print([...summaryLines(report, language), ""]);
    const progress = new Progress(quiet ? SILENT : delivery.stderr, language);
    const { folder, files } = await publish(report, {
        series,
        formats,
        language,
        ...(previous === undefined ? {} : { previous }),
        ...(key === undefined ? {} : { key }),
        onProgress: (format) => {
            progress.writing(format);
        },
    }).finally(() => {
        progress.end();
    });
    const latest = relative(process.cwd(), join(series, LATEST));
    print([notation(language).typeset(CONSOLE[language].reports(latest, basename(folder), files))]);
    return exitCode(report, delivery.failOn);
}
