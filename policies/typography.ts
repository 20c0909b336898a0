const NO_BREAK_SPACE = "\u00a0";

/** French text with its no-break spaces: before `: ; ? ! »` and after `«`. */
export function typeset(french: string): string {
    return french.replace(/ (?=[:;?!»])/g, NO_BREAK_SPACE).replaceAll("« ", `«${NO_BREAK_SPACE}`);
}

/** French prose as it is printed: `typeset`, and typographic apostrophes. Not for text that quotes values. */
export function typesetProse(french: string): string {
    return typeset(french.replace(/(?<=\p{L})'(?=\p{L})/gu, "’"));
}
