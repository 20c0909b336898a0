import { typeset } from "../../policies/typography";

/** French is the language of record (HDS requirement 7); English restates it. */
export type Language = "fr" | "en";

/** One text in both languages. */
export type Text = Readonly<Record<Language, string>>;

/** English where the locale of the environment is English, else French. */
export function languageOf(env: NodeJS.ProcessEnv): Language {
    const locale = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find(
        (value) => value !== undefined && value !== "",
    );
    return locale?.startsWith("en") === true ? "en" : "fr";
}

const LOCALES: Readonly<Record<Language, string>> = { fr: "fr-FR", en: "en-GB" };

/** How a language writes numbers, dates and lists. */
export interface Notation {
    readonly number: (value: number) => string;
    /** A number and its noun; French counts 0 and 1 as singular, English 1 alone. */
    readonly counted: (count: number, one: string, several: string) => string;
    /** A day, `2026-11-21` or an instant, in full. */
    readonly date: (iso: string) => string;
    /** A UTC instant as a date and time of Paris. */
    readonly dateTime: (iso: string) => string;
    readonly list: (items: readonly string[]) => string;
    /** French gets its no-break spaces. */
    readonly typeset: (text: string) => string;
}

const PARIS = "Europe/Paris";

function notationOf(language: Language): Notation {
    const locale = LOCALES[language];
    const numbers = new Intl.NumberFormat(locale);
    const lists = new Intl.ListFormat(locale);
    const days = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: PARIS });
    const instants = new Intl.DateTimeFormat(locale, {
        dateStyle: "long",
        timeStyle: "short",
        timeZone: PARIS,
    });
    const zone = language === "fr" ? "heure de Paris" : "Paris time";
    const written = (format: Intl.DateTimeFormat, iso: string) => {
        const text = format.format(new Date(iso));
        return language === "fr" ? text.replace(/^1(?= )/, "1er") : text;
    };
    const isOne = (count: number) => (language === "fr" ? count < 2 : count === 1);
    return {
        number: (value) => numbers.format(value),
        counted: (count, one, several) => `${numbers.format(count)}\u00a0${isOne(count) ? one : several}`,
        date: (iso) => written(days, iso),
        dateTime: (iso) => `${written(instants, iso)} (${zone})`,
        list: (items) => lists.format(items),
        typeset: (text) => (language === "fr" ? typeset(text) : text),
    };
}

const NOTATIONS: Readonly<Record<Language, Notation>> = { fr: notationOf("fr"), en: notationOf("en") };

export function notation(language: Language): Notation {
    return NOTATIONS[language];
}
