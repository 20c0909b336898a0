import { type Language, type Text, notation } from "../words/language";
import { WORDS } from "./page-words";

/**
 * A run of text. `open`: what people have yet to complete or to verify, marked so that nobody takes it for an answer.
 * `fixed`: a sentence of the référentiel as it stands.
 */
export type Run = string | { readonly open: string } | { readonly quiet: string } | { readonly fixed: Text };

/** Lines of runs. */
export type Cell = readonly (readonly Run[])[];

/** A table of the registers, for each output to lay out; the first cell of a row names it. */
export interface RegisterTable {
    readonly caption: string;
    readonly columns: readonly string[];
    readonly rows: readonly (readonly Cell[])[];
}

export function line(...runs: readonly Run[]): Cell {
    return [runs];
}

export function toComplete(language: Language): Run {
    return { open: WORDS[language].toComplete };
}

/** A declared text in the language. */
export function said(text: Text | null, language: Language): Cell {
    return line(text === null ? toComplete(language) : notation(language).typeset(text[language]));
}

/** A declared text of one language. */
export function entered(text: string | null, language: Language): Cell {
    return line(text ?? toComplete(language));
}
