import { stripVTControlCharacters } from "node:util";

/** The engine's colour directives, such as `<{%reset%}>` or `<{%fg 1%}>`. */
const COLOUR = /<\{%[^%]*%\}>/g;

/** A line of a JavaScript stack trace. */
const STACK_FRAME = /^\s+at (?:.+ \()?(?:file:|node:|\/|[A-Za-z]:\\|<anonymous>)/;

/** Control characters but the tab and the line feed, and the marks that reverse the direction of text. */
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** The text with a replacement character for each that would act rather than show. */
export function printable(text: string): string {
    return stripVTControlCharacters(text).replace(UNPRINTABLE, "\ufffd");
}

/** The engine's text without colour directives and outer white space. */
export function plainText(text: string): string {
    return text.replace(COLOUR, "").trim();
}

/** The same without the frames of stack traces, for people who run a preview rather than write the program. */
export function withoutStackFrames(text: string): string {
    return plainText(text)
        .split("\n")
        .filter((line) => line.trim() !== "" && !STACK_FRAME.test(line))
        .join("\n");
}
