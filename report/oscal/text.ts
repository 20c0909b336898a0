import type { Language } from "../words/language";
import { shown } from "../words/shown";
import type { Property } from "./document";
import { NS } from "./identity";

/** Characters of one text. */
const LONGEST = { line: 300, paragraph: 2_000, value: 2_000 } as const;

/** OSCAL has no empty texts. */
const NOTHING = "—";

/** Marks of the Markdown of OSCAL, in which `{{` inserts parameters, and `~` and `^` lower and raise. */
const MARKS =
    /[\\`*[\]{}~^<>|]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#|[\p{L}\p{N}]+;)|^[-+=#]|(?<=^\d{1,9})[.)]/gu;

/** A text of one line that may hold markup: what looks like it is escaped. */
export function line(text: string, language: Language): string {
    return escaped(text, language, LONGEST.line);
}

/** A text of several paragraphs that may hold markup. */
export function prose(paragraphs: readonly string[], language: Language): string {
    return paragraphs.map((paragraph) => escaped(paragraph, language, LONGEST.paragraph)).join("\n\n");
}

/** A text of one line that holds no markup. */
export function value(text: string, language: Language): string {
    return plain(text, language, LONGEST.value);
}

/** A property of the project's own. */
export function property(name: string, of: string | number | boolean, language: Language): Property {
    return { name, ns: NS, value: value(of.toString(), language) };
}

function escaped(text: string, language: Language, longest: number): string {
    return plain(text, language, longest).replace(MARKS, "\\$&");
}

function plain(text: string, language: Language, longest: number): string {
    const flat = text.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, " ").trim();
    return flat === "" ? NOTHING : shown(flat, language, longest);
}
