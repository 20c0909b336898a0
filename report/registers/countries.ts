import type { Language } from "../words/language";

/** The European Economic Area, by ISO 3166-1 codes: the 27 of the Union, Iceland, Liechtenstein and Norway. */
const EEA: ReadonlySet<string> = new Set(
    ("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK " + "IS LI NO").split(
        " ",
    ),
);

const NAMES: Readonly<Record<Language, Intl.DisplayNames>> = {
    fr: new Intl.DisplayNames("fr", { type: "region", fallback: "none" }),
    en: new Intl.DisplayNames("en", { type: "region", fallback: "none" }),
};

export function isCountry(code: string): boolean {
    return /^[A-Z]{2}$/.test(code) && NAMES.en.of(code) !== undefined;
}

/** Switzerland and the United Kingdom are not in it, adequacy decision or not. */
export function isInEea(code: string): boolean {
    return EEA.has(code);
}

export function countryName(code: string, language: Language): string {
    return (isCountry(code) ? NAMES[language].of(code) : undefined) ?? code;
}
