import { typeset } from "../../policies/typography";
import { withoutStackFrames } from "../run/engine-text";
import type { RunRecord } from "../run/record";
import { nameOf } from "../../policies/urn";

/** Lines of error output shown when the engine gave no reason. */
const OUTPUT_LINES = 20;

/** Why there is no verdict, for the console. */
export function incompleteLines(
    stack: string,
    reasons: readonly string[],
    run: { readonly record: RunRecord; readonly errorOutput: string },
): readonly string[] {
    // A pack that does not load leaves its reason on the error outputs only.
    const output =
        run.record.errors.length > 0
            ? ""
            : withoutStackFrames(`${run.record.errorOutput}\n${run.errorOutput}`);
    return [
        typeset(`Pile ${stack} : l’aperçu n’a pas pu être jugé ; aucun rapport n’est produit.`),
        ...reasons.map((reason) => `  - ${indented(reason)}`),
        ...(output === "" ? [] : ["", ...output.split("\n").slice(-OUTPUT_LINES)]),
    ];
}

/** Warnings of the engine and of the program. */
export function warningLines(record: RunRecord): readonly string[] {
    const texts = record.warnings
        .filter(({ ephemeral }) => ephemeral !== true)
        .map(({ urn, message }) => {
            const resource = urn === undefined || urn === "" ? "" : `${nameOf(urn)} : `;
            return indented(`${resource}${withoutStackFrames(message)}`);
        });
    return [...new Set(texts)].map((text) => typeset(`Avertissement : ${text}`));
}

function indented(text: string): string {
    return text.replaceAll("\n", "\n    ");
}
