import type { Language } from "./language";

const COLONS: Readonly<Record<Language, string>> = { fr: "\u00a0: ", en: ": " };

/** A name and its text, with the colon of the language. */
export function labelled(name: string, text: string, language: Language): string {
    return name + COLONS[language] + text;
}
