import { rm } from "node:fs/promises";
import { join } from "node:path";
import { typeset } from "../policies/typography";
import type { Pulumi } from "../sandbox/cli";
import { assess } from "./assessment";
import { judgedByPacks } from "./findings";
import { incompleteness } from "./run/completeness";
import { exceptionLines, incompleteLines, verdictLines, warningLines } from "./console";
import { type HeededRegister, reportedExemptions } from "./exemptions";
import type { Framework } from "./framework";
import { commitOf } from "./git";
import { engineVersion } from "./run/engine-version";
import { previewWithPacks } from "./run/preview-with-packs";
import { remarkLines } from "./run/remarks";
import { Progress, type ProgressStream } from "./progress";
import { writeReports } from "./write-reports";

const PROJECT = "audioprothese-plus";

export interface PreviewOptions {
    readonly projectDirectory: string;
    readonly stack: string;
    /** Each is judged by the pack in `policies/<id>`. */
    readonly packs: readonly Framework[];
    /** What the report assesses: these, and others whose rules their packs judge. */
    readonly frameworks: readonly Framework[];
    /** File that configures the packs for this stack. */
    readonly packConfig?: string;
    /** Ids of the rules that it disables. */
    readonly disabledRules: readonly string[];
    readonly exemptions: HeededRegister;
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
 * Returns the exit code: 0 without violation, 1 with violations, with values refused for being unknown or with a
 * register of exemptions that is not in order, 2 when the run is incomplete and there is no verdict.
 */
export async function runPreview(options: PreviewOptions): Promise<0 | 1 | 2> {
    const { projectDirectory, stack, packs, frameworks, simulated, pulumi, stdout, stderr } = options;
    const print = (stream: ProgressStream, lines: readonly string[]): void => {
        lines.forEach((line) => stream.write(`${line}\n`));
    };
    const ids = packs.map(({ id }) => id);

    const progress = new Progress(stderr);
    const [run, version, commit] = await Promise.all([
        previewWithPacks(pulumi, {
            stack,
            packs: ids.map((id) => join(projectDirectory, "policies", id)),
            ...(options.packConfig === undefined ? {} : { config: options.packConfig }),
            ignoreExemptions: options.exemptions.ignored,
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
    const reasons = options.interrupted() ? ["interrompu"] : incompleteness(run.record, run.exitCode, packs);
    if (reasons.length > 0) {
        print(stderr, incompleteLines(stack, reasons, run));
        return 2;
    }

    const report = assess(judgedByPacks(run.record, frameworks), frameworks, {
        project: PROJECT,
        stack,
        source: "preview",
        generatedAt: options.now().toISOString(),
        simulated,
        engine: { version },
        ...(commit === undefined ? {} : { commit }),
        exemptions: reportedExemptions(options.exemptions, stack),
        disabledRules: options.disabledRules,
        remediations: run.record.remediations,
    });
    // The verdict first: it must not be lost with a disk that is full.
    print(stdout, [...verdictLines(report), ...exceptionLines(report), ...remarkLines(run.record), ""]);
    const files = await writeReports(report, reportDirectory(projectDirectory, stack));
    print(stdout, [typeset(`Rapports : ${files.join(", ")}`)]);
    const refused = run.record.undecidedRefusals.size > 0 || report.exemptions.faults.length > 0;
    return report.summary.findings.violation > 0 || refused ? 1 : 0;
}
