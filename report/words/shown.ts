import { type Language, notation } from "./language";

/**
 * What would act rather than show, or may not stand in XML: control characters but the tab and the line feed, marks that
 * reverse the direction of text, separators of lines, halves of surrogate pairs, and what is no character.
 */
const UNPRINTABLE =
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff\ufffe\uffff]|\p{Surrogate}/gu;

const MORE: Readonly<Record<Language, (characters: string) => string>> = {
    fr: (characters) => `… (${characters} caractères)`,
    en: (characters) => `… (${characters} characters)`,
};

/** The text with a replacement character for each that would act rather than show. */
export function visible(text: string): string {
    return text.replace(UNPRINTABLE, "\ufffd");
}

/** The same; one too long says how long it is. */
export function shown(text: string, language: Language, longest: number): string {
    const start = text.length <= longest ? text : text.slice(0, longest).replace(/[\ud800-\udbff]$/, "");
    const more = start === text ? "" : MORE[language](notation(language).number(text.length));
    return visible(start) + more;
}
