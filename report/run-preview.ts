import { rm } from "node:fs/promises";
import { join, relative } from "node:path";
import { typeset } from "../policies/typography";
import type { Pulumi } from "../sandbox/cli";
import { assess } from "./assessment";
import { incompleteness } from "./run/completeness";
import { incompleteLines, verdictLines, warningLines } from "./console";
import type { Framework } from "./framework";
import { commitOf } from "./git";
import { renderHtml } from "./html/html";
import { engineVersion } from "./run/engine-version";
import { previewWithPacks } from "./run/preview-with-packs";
import { Progress, type ProgressStream } from "./progress";
import { writeAll } from "./write";

const PROJECT = "audioprothese-plus";

export interface PreviewOptions {
    readonly projectDirectory: string;
    readonly stack: string;
    /** Each is judged by the pack in `policies/<id>`. */
    readonly frameworks: readonly Framework[];
    /** True in the sandbox. */
    readonly simulated: boolean;
    readonly pulumi: Pulumi;
    readonly stdout: ProgressStream;
    readonly stderr: ProgressStream;
    /** True once the user has asked to stop. */
    readonly interrupted: () => boolean;
    readonly now: () => Date;
}

/** Where the reports on a stack are written. */
function reportDirectory(projectDirectory: string, stack: string): string {
    return join(projectDirectory, "reports", stack);
}

/** Removes the reports on an earlier run, so that a run without verdict leaves none that looks current. */
export async function removeReports(projectDirectory: string, stack: string): Promise<void> {
    await rm(reportDirectory(projectDirectory, stack), { recursive: true, force: true });
}

/**
 * Previews a stack with the packs, prints the verdict and writes both reports.
 *
 * Returns the exit code: 0 without violation, 1 with violations, 2 when the run is incomplete and there is no verdict.
 */
export async function runPreview(options: PreviewOptions): Promise<0 | 1 | 2> {
    const { projectDirectory, stack, frameworks, simulated, pulumi, stdout, stderr } = options;
    const print = (stream: ProgressStream, lines: readonly string[]): void => {
        lines.forEach((line) => stream.write(`${line}\n`));
    };
    const ids = frameworks.map(({ id }) => id);

    const progress = new Progress(stderr);
    const [run, version, commit] = await Promise.all([
        previewWithPacks(pulumi, {
            stack,
            packs: ids.map((id) => join(projectDirectory, "policies", id)),
            onProgress: (record) => {
                progress.show(record.judgedByAll(ids));
            },
        }).finally(() => {
            progress.end();
        }),
        engineVersion(pulumi),
        commitOf(projectDirectory),
    ]);

    print(stderr, warningLines(run.record));
    const reasons = options.interrupted()
        ? ["interrompu"]
        : incompleteness(run.record, run.exitCode, frameworks);
    if (reasons.length > 0) {
        print(stderr, incompleteLines(stack, reasons, run));
        return 2;
    }

    const report = assess(run.record, frameworks, {
        project: PROJECT,
        stack,
        generatedAt: options.now().toISOString(),
        simulated,
        engine: { version },
        ...(commit === undefined ? {} : { commit }),
    });
    // The verdict first: it must not be lost with a disk that is full.
    print(stdout, [...verdictLines(report), ""]);
    const directory = reportDirectory(projectDirectory, stack);
    const files = {
        "report.html": renderHtml(report),
        "report.json": `${JSON.stringify(report, null, 2)}\n`,
    };
    await writeAll(directory, files);
    const paths = Object.keys(files).map((file) => relative(process.cwd(), join(directory, file)));
    print(stdout, [typeset(`Rapports : ${paths.join(", ")}`)]);
    return report.summary.findings.violation > 0 ? 1 : 0;
}
