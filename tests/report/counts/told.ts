import { readFileSync } from "node:fs";
import { join } from "node:path";
import { summaryLines } from "../../../report/console/summary";
import type { FindingCounts, Report, StatusCounts } from "../../../report/model";
import { FORMATS, type Files, render } from "../../../report/outputs";
import type { Language } from "../../../report/words/language";
import { STATUSES, VERDICTS } from "../../../report/words/words";
import { textOf } from "../samples";

/** What one part of an output says of the counts; a part that says nothing of one has it undefined. */
export interface Told {
    /** Findings by verdict, in the order of `VERDICTS`. */
    readonly findings?: readonly number[];
    /** Requirements of all frameworks by status, in the order of `STATUSES`. */
    readonly requirements?: readonly number[];
    /** Requirements by status, a framework each. */
    readonly frameworks?: readonly (readonly number[])[];
    /** Findings that are not compliant. */
    readonly open?: number;
    /** Findings that refuse the release. */
    readonly refusing?: number;
}

/** The contents of a file; `CONSOLE` is what the console prints. */
export type ReportFiles = (name: string) => Buffer;

export const CONSOLE = "console";

/** What the model says: by its own fields, which other tests derive from its findings. */
export function saidBy({ summary, frameworks, undecided }: Report): Required<Told> {
    const { violation, undecided: unknown, exempted } = summary.findings;
    return {
        findings: verdictsOf(summary.findings),
        requirements: statusesOf(summary.requirements),
        frameworks: frameworks.map(({ statuses }) => statusesOf(statuses)),
        open: violation + unknown + exempted,
        refusing: violation + (undecided === "fail" ? unknown : 0),
    };
}

export function verdictsOf(counts: Readonly<Record<string, unknown>> | FindingCounts): number[] {
    return VERDICTS.map((verdict) => Number(counts[verdict]));
}

export function statusesOf(counts: Readonly<Record<string, unknown>> | StatusCounts): number[] {
    return STATUSES.map((status) => Number(counts[status]));
}

/** How many of the values are each of the names. */
export function tally(names: readonly string[], values: readonly (string | undefined)[]): number[] {
    return names.map((name) => values.filter((value) => value === name).length);
}

/** What `action` gives for each group, the groups in the order in which they come. */
export function grouped<T, R>(
    items: readonly T[],
    key: (item: T) => string,
    action: (group: T[]) => R,
): readonly R[] {
    const groups = new Map<string, T[]>();
    for (const item of items) {
        groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
    }
    return [...groups.values()].map(action);
}

/** Every file of every format, and what the console prints. */
export async function allFiles(report: Report, language: Language): Promise<ReadonlyMap<string, Buffer>> {
    const files: Files[] = [];
    for (const format of FORMATS) {
        files.push(await render(format, report, language));
    }
    const contents = files.flatMap((of) => Object.entries(of));
    return new Map([
        ...contents.map(
            ([name, content]) =>
                [
                    name,
                    content instanceof Uint8Array ? Buffer.from(content) : Buffer.from(textOf(content)),
                ] as const,
        ),
        [CONSOLE, Buffer.from(summaryLines(report, language).join("\n"))],
    ]);
}

export function filesOf(files: ReadonlyMap<string, Buffer>): ReportFiles {
    return (name) => {
        const content = files.get(name);
        if (content === undefined) {
            throw new Error(`no file ${name}`);
        }
        return content;
    };
}

export function filesIn(folder: string, printed: string): ReportFiles {
    return (name) => (name === CONSOLE ? Buffer.from(printed) : readFileSync(join(folder, name)));
}
