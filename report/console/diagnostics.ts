import { withoutStackFrames } from "../preview/engine-text";
import type { RunRecord } from "../preview/record";
import { nameOf } from "../../policies/urn";
import { type Language, notation } from "../words/language";
import { CONSOLE } from "./words";

/** Lines of error output shown when the engine gave no reason. */
const OUTPUT_LINES = 20;

/** Why there is no verdict, for the console. */
export function incompleteLines(
    stack: string,
    reasons: readonly string[],
    run: { readonly record: RunRecord; readonly errorOutput: string },
    language: Language,
): readonly string[] {
    // A pack that does not load leaves its reason on the error outputs only.
    const output =
        run.record.errors.length > 0
            ? ""
            : withoutStackFrames(`${run.record.errorOutput}\n${run.errorOutput}`);
    return [
        notation(language).typeset(CONSOLE[language].notJudged(stack)),
        ...reasons.map((reason) => `  - ${indented(reason)}`),
        ...(output === "" ? [] : ["", ...output.split("\n").slice(-OUTPUT_LINES)]),
    ];
}

/** Warnings of the engine and of the program. */
export function warningLines(record: RunRecord, language: Language): readonly string[] {
    const { titled, warning } = CONSOLE[language];
    const texts = record.warnings
        .filter(({ ephemeral }) => ephemeral !== true)
        .map(({ urn, message }) => {
            const text = withoutStackFrames(message);
            return indented(urn === undefined || urn === "" ? text : titled(nameOf(urn), text));
        });
    return [...new Set(texts)].map((text) => notation(language).typeset(warning(text)));
}

function indented(text: string): string {
    return text.replaceAll("\n", "\n    ");
}
