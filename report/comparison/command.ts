import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Baseline } from "../comparison";
import { LATEST, REPORT } from "../evidence/names";
import { readReport } from "../read-report";
import type { Language } from "../words/language";
import { type Diff, diffOf, hasRegressed } from "./diff";
import { diffHtml } from "./diff-html";
import { diffMarkdown } from "./diff-markdown";
import { diffText } from "./diff-text";

const RENDERERS = {
    text: diffText,
    markdown: diffMarkdown,
    json: diffJson,
    html: diffHtml,
} satisfies Readonly<Record<string, (diff: Diff, language: Language) => string>>;

export type DiffFormat = keyof typeof RENDERERS;

export const DIFF_FORMATS = Object.keys(RENDERERS) as readonly DiffFormat[];

export interface DiffOptions {
    /** A report folder, a series, of which the latest report counts, or a `report.json`. */
    readonly a: string;
    readonly b: string;
    readonly format: DiffFormat;
    readonly language: Language;
    readonly print: (text: string) => void;
    /** Takes why the comparison may mislead. */
    readonly warn: (line: string) => void;
}

/**
 * Prints what changed between two reports.
 *
 * Returns the exit code: 0 where nothing regressed, 1 where something did or is no longer judged.
 *
 * @throws UserError when a report cannot be read, or they are not on the same stack.
 */
export function runDiff({ a, b, format, language, print, warn }: DiffOptions): 0 | 1 {
    const diff = diffOf(baselineAt(a, language), baselineAt(b, language));
    for (const caveat of diff.caveats) {
        warn(caveat[language]);
    }
    print(RENDERERS[format](diff, language));
    return hasRegressed(diff.changes) ? 1 : 0;
}

function baselineAt(path: string, language: Language): Baseline {
    const file = reportFileAt(path);
    const report = readReport(file, language);
    return { report, digest: createHash("sha256").update(readFileSync(file)).digest("hex") };
}

function reportFileAt(path: string): string {
    if (!existsSync(path) || !statSync(path).isDirectory()) {
        return path;
    }
    const own = join(path, REPORT);
    return existsSync(own) ? own : join(path, LATEST, REPORT);
}

function diffJson({ after, changes, caveats }: Diff): string {
    const { generatedAt, commit, decision } = after.report;
    return JSON.stringify(
        {
            regressed: hasRegressed(changes),
            caveats,
            after: { generatedAt, commit: commit?.id, decision: decision.verdict, digest: after.digest },
            changes,
        },
        null,
        4,
    );
}
