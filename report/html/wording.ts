import { typeset } from "../../policies/typography";
import type { Language } from "../words/language";

type Entry = string | ((...values: never[]) => string);

/** Words of one part of the page, by language; French gets its no-break spaces. */
export function wording<T extends Readonly<Record<string, Entry>>>(
    french: T,
    english: NoInfer<T>,
): Readonly<Record<Language, T>> {
    const spaced = Object.entries(french).map(([key, entry]) => [key, spacedEntry(entry)]);
    return { fr: Object.fromEntries(spaced) as T, en: english };
}

function spacedEntry(entry: Entry): Entry {
    return typeof entry === "string" ? typeset(entry) : (...values) => typeset(entry(...values));
}
