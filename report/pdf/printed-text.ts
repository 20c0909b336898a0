import { notation, type Language } from "../words/language";

/** UTF-16 units that are printed of one text. */
const MAX_LENGTH = 600;

/** A word longer than this may be broken, at these lengths where nothing in it invites to. */
const LONG_WORD = 18;
const LONG_RUN = 14;

/**
 * Where a long word may be broken: `report.typ` takes it out again. It is no character of any printed text, and a
 * reader who copies a URN copies it whole.
 */
export const BREAK = "\u200b";

/** White space but the space, the no-break space and the narrow no-break space. */
const OTHER_SPACE = /[\t\v\f\u1680\u2000-\u200a\u205f\u3000]/g;

const LINE_END = /\r\n|[\r\n\u0085\u2028\u2029]/g;

/**
 * What the fonts do not show (PDF/UA admits no missing glyph), what changes the direction of text, and what attaches to
 * the character before it.
 */
const UNSHOWN =
    /[^ -~\u00a0-\u00ac\u00ae-\u017f\u0391-\u03a1\u03a3-\u03c9\u0400-\u045f\u2010-\u2023\u2026\u202f-\u2037\u2039\u203a\u2044\u2070\u2074-\u208e\u20a0-\u20b5\u20b8-\u20ba\u20bd\u2115-\u2117\u2122\u2126\u2190-\u2213\u2241-\u2269\u2500-\u25ff\u2713\u2714\u2717\u2718\u27e8\u27e9]/gu;

/** Any text as it is printed: overlong ones cut, and what cannot be shown named by its code. */
export function printedText(text: string, language: Language): string {
    const say = notation(language);
    const noun = language === "fr" ? "caractères" : "characters";
    const cut =
        text.length > MAX_LENGTH
            ? `${text.slice(0, MAX_LENGTH)}… (${say.number(text.length)} ${noun})`
            : text;
    return cut
        .normalize("NFC")
        .replace(LINE_END, " ↵ ")
        .replace(OTHER_SPACE, " ")
        .replace(UNSHOWN, named)
        .replace(/[^ ]+/g, breakable);
}

function named(character: string): string {
    const code = character.codePointAt(0) ?? 0;
    return `⟨U+${code.toString(16).toUpperCase().padStart(4, "0")}⟩`;
}

function breakable(word: string): string {
    if (word.length <= LONG_WORD) {
        return word;
    }
    return word
        .replace(/[:/$._\-,;=&?@#|\\⟩)\]}>]+(?=.)/g, `$&${BREAK}`)
        .replace(/(?<=[a-zà-ÿ0-9])(?=[A-ZÀ-Þ])/g, BREAK)
        .replace(LONG_RUNS, `$&${BREAK}`);
}

const LONG_RUNS = new RegExp(`[^${BREAK}]{${LONG_RUN.toString()}}(?=[^${BREAK}]{4})`, "g");
