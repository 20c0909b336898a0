import { mentions, quoted, replace } from "./ottl";

/** "@", also as texts of links, of pages and of JSON have it. */
const AT = ["@", "%40", "%2540", "&#64;", "&#x40;", String.raw`\\u0040`];
const EMAIL = String.raw`[\pL\pN_%+-][\pL\pN._%+'-]*(?:${AT.join("|")})(?:[\pL\pN-]+\.)+\pL{2,}`;

/** Between two pairs of digits of a French number, the same all through. */
const PAIRED = [
    "",
    String.raw`[ \x{00a0}\x{2009}\x{202f}]`,
    String.raw`\.`,
    "-",
    "/",
    "_",
    "%20",
    String.raw`\+`,
];
const NATIONAL = `0[1-9](?:${PAIRED.map((gap) => `(?:${gap}[0-9]{2}){4}`).join("|")})`;

const GAP = String.raw`(?:[ \x{00a0}\x{2009}\x{202f}._/-]|%20|\+)?`;

/** After the prefix: France, and its territories that have nine digits like it, then those of six. */
const ABROAD =
    `${GAP}(?:(?:33|262|508|590|594|596)\\)?${GAP}(?:\\(0\\)${GAP}|0)?[1-9](?:${GAP}[0-9]{2}){4}` +
    `|(?:508|681|687|689)(?:${GAP}[0-9]{2}){3,4})`;
const NUMBERS = [NATIONAL, ...[String.raw`\+`, "%2B", "00"].map((prefix) => `${prefix}${ABROAD}`)];

/** What a prefix may stand before. */
const LOCAL = String.raw`\(0\)${GAP}[1-9](?:${GAP}[0-9]{2}){4}`;

/** Neither a longer number, nor the decimals of one, nor part of a name. */
const BEFORE = String.raw`^|[^0-9A-Za-z.]|[^0-9]\.|%[0-9A-Fa-f]{2}|\\[nrt]|\\u[0-9A-Fa-f]{4}`;
const AFTER = "[^0-9A-Za-z]|$";

/** Masks the e-mail addresses of a text. */
export const emailStatements = (path: string) => [replace(path, EMAIL, "[ADRESSE]", mentions(path, AT))];

/** Masks the French telephone numbers of a text, those of the overseas territories included. */
export function phoneStatements(path: string, cache: string): readonly string[] {
    const phone = `${cache}["phone"]`;
    const masked = (numbers: readonly string[]) =>
        replace(
            path,
            `(${BEFORE})(?:${numbers.join("|")})(${AFTER})`,
            "${1}[TELEPHONE]${2}",
            `${phone} == true`,
        );
    // Twice: of two neighbours, the second's boundary is the first's.
    const twice = (numbers: readonly string[]) => [masked(numbers), masked(numbers)];
    return [
        `set(${phone}, false)`,
        // Each begins with fixed letters, which are only looked for.
        ...[...NUMBERS, LOCAL].map(
            (number) => `set(${phone}, true) where IsMatch(${path}, ${quoted(number)})`,
        ),
        ...twice(NUMBERS),
        ...twice([LOCAL]),
    ];
}
