/** A string of OTTL, which reads escapes as Go does, in a configuration, where the collector expands "$". */
export const quoted = (text: string) =>
    `"${text
        .replaceAll("\\", "\\\\")
        .replaceAll('"', '\\"')
        .replace(/[\u0002-\u0004]/g, (byte) => `\\x0${byte.charCodeAt(0).toString()}`)
        .replaceAll("$", () => "$$")}"`;

/** Replaces each match in the text at a path. Of the replacement, `${1}` is the first group. */
export const replace = (path: string, pattern: string, replacement: string, condition?: string) =>
    `replace_pattern(${path}, ${quoted(pattern)}, ${quoted(replacement)})${condition === undefined ? "" : ` where ${condition}`}`;

/** Whether the text at a path has one of these words, each of which is only looked for, not matched: that takes no time. */
export const mentions = (path: string, words: readonly string[]) =>
    `(${words.map((word) => `IsMatch(${path}, ${quoted(word)})`).join(" or ")})`;
