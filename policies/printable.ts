import { stripVTControlCharacters } from "node:util";

/**
 * Control characters but the tab and the line feed, the marks that reverse the direction of text, and the separators of
 * lines that Unicode adds.
 */
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** The text with a replacement character for each that would act rather than show. */
export function printable(text: string): string {
    return stripVTControlCharacters(text).replace(UNPRINTABLE, "\ufffd");
}
