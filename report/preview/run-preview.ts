import { join } from "node:path";
import type { Pulumi } from "../../sandbox/cli";
import { assess } from "../assessment";
import { ciOf } from "../ci";
import { incompleteLines, warningLines } from "../console/diagnostics";
import { Progress, type ProgressStream, SILENT } from "../console/progress";
import { CONSOLE } from "../console/words";
import { type Delivery, deliver } from "../deliver";
import { type HeededRegister, reportedExemptions } from "../exemptions";
import { judgedByPacks } from "../findings";
import type { Framework } from "../framework";
import { commitOf } from "../git";
import type { Inputs, Report } from "../model";
import { PROJECT } from "../project";
import type { Registers } from "../registers/model";
import { incompleteness } from "./completeness";
import { engineVersion } from "./engine-version";
import { previewWithPacks } from "./preview-with-packs";

export interface PreviewOptions extends Omit<Delivery, "stdout" | "stderr"> {
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
    /** What it does with verdicts that unknown values prevent. */
    readonly undecided: Report["undecided"];
    readonly exemptions: HeededRegister;
    readonly inputs: Inputs;
    readonly registers: Registers;
    /** True in the sandbox. */
    readonly simulated: boolean;
    readonly pulumi: Pulumi;
    readonly stdout: ProgressStream;
    readonly stderr: ProgressStream;
    /** True once the user has asked to stop. */
    readonly interrupted: () => boolean;
    readonly now: () => Date;
}

/**
 * Previews a stack with the packs, prints the verdict and writes the report.
 *
 * Returns the exit code as `exitCode` has it, and 2 when the run is incomplete and there is no verdict.
 */
export async function runPreview(options: PreviewOptions): Promise<0 | 1 | 2> {
    const { projectDirectory, stack, packs, frameworks, simulated, pulumi, stderr } = options;
    const ids = packs.map(({ id }) => id);

    const progress = new Progress(options.quiet ? SILENT : stderr, options.language);
    const [run, version, commit] = await Promise.all([
        previewWithPacks(pulumi, {
            stack,
            packs: ids.map((id) => join(projectDirectory, "policies", id)),
            ...(options.packConfig === undefined ? {} : { config: options.packConfig }),
            ignoreExemptions: options.exemptions.ignored,
            onProgress: (record) => {
                progress.judged(record.judgedByAll(ids));
            },
        }).finally(() => {
            progress.end();
        }),
        engineVersion(pulumi),
        commitOf(projectDirectory),
    ]);

    const print = (lines: readonly string[]): void => {
        lines.forEach((line) => stderr.write(`${line}\n`));
    };
    print(warningLines(run.record, options.language));
    const reasons = options.interrupted()
        ? [CONSOLE[options.language].interrupted]
        : incompleteness(run.record, run.exitCode, packs);
    if (reasons.length > 0) {
        print(incompleteLines(stack, reasons, run, options.language));
        return 2;
    }

    const ci = ciOf(process.env);
    const report = assess(judgedByPacks(run.record, frameworks), frameworks, {
        project: PROJECT,
        stack,
        architecture: "cloud",
        source: "preview",
        generatedAt: options.now().toISOString(),
        simulated,
        engine: { version },
        ...(commit === undefined ? {} : { commit }),
        ...(ci === undefined ? {} : { ci }),
        inputs: options.inputs,
        undecided: options.undecided,
        exemptions: reportedExemptions(options.exemptions, stack),
        disabledRules: options.disabledRules,
        remediations: run.record.remediations,
        facts: run.record.facts,
        registers: options.registers,
    });
    return deliver(report, options);
}
