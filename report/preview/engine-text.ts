export { printable } from "../../policies/printable";

/** The engine's colour directives, such as `<{%reset%}>` or `<{%fg 1%}>`. */
const COLOUR = /<\{%[^%]*%\}>/g;

/** A line of a JavaScript stack trace. */
const STACK_FRAME = /^\s+at (?:.+ \()?(?:file:|node:|\/|[A-Za-z]:\\|<anonymous>)/;

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
