import { mentions, quoted, replace } from "./ottl";

/** What may stand between two groups of a number, one kind all through; as texts of pages and of JSON have them too. */
const SEPARATORS = [
    String.raw`[ \t\x{00a0}\x{2007}\x{2009}\x{202f}]{1,2}`,
    String.raw`\.`,
    "/",
    "_",
    String.raw`\+`,
    String.raw`[\x{2010}-\x{2014}-]`,
    "%20",
    "%C2%A0",
    "%E2%80%AF",
    String.raw`\\u00a0`,
    String.raw`\\u202f`,
    "&nbsp;",
] as const;

const ANY = SEPARATORS.join("|");
const GAP = `(?:${ANY})?`;

/** As in "588157 clé : 80", and in the JSON of two fields. */
const NAMED_KEY = String.raw`[^0-9A-Za-z\n]{0,6}(?i:cl(?:[ée]|\\u00e9))[^0-9A-Za-z\n]{0,6}`;

/** The key may stand further off, as in "157 / 80" and in "157 (80)". */
const KEY_GAP = String.raw`(?:(?:${ANY}|%2F|\(){0,3}|${NAMED_KEY})`;

/** Sex, year, month (those above 12 are of incomplete civil records), department, commune and order: 13 characters. */
const GROUPS = ["[1-478]", "[0-9]{2}", "(?:0[1-9]|1[0-2]|[23][0-9]|4[0-2]|[5-9][0-9])"] as const;
const DEPARTMENT = "(?:[0-9]{2}|2[ABab])";
const PLACES = [DEPARTMENT, "[0-9]{3}", "[0-9]{3}"] as const;
const KEY = "(?:0[1-9]|[1-8][0-9]|9[0-7])";

/** Escapes end in digits, which are none of the number's. */
const BEFORE = String.raw`^|[^0-9\x02-\x04]|%[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}`;
const AFTER = "[^0-9]|$";

const groups = (gap: string, capture = (group: string) => group) =>
    [...GROUPS, ...PLACES].map(capture).join(gap);

/** What may be a number, told quickly. */
const CANDIDATE = (() => {
    const gap = String.raw`(?:[^0-9A-Za-z]|[%&\\][0-9A-Za-z%;]{1,8})`;
    return `${groups(`${gap}{0,2}`)}(?:${gap}{0,3}|${NAMED_KEY})${KEY}`;
})();
const CAPTURED = `(${BEFORE})(${groups(GAP, (group) => `(${group})`)}${KEY_GAP}(${KEY}))(${AFTER})`;

/** The number as it stands, its 13 digits and its key. */
const mark = (edge: string) => `${edge}([^\\x02-\\x04]*)\\x02([0-9]{13})\\x02([0-9]{2})${edge}`;

/** The same separator up to the key. */
const REGULAR = SEPARATORS.map((separator) => `[0-9ABab]+(?:${separator}[0-9ABab]+)*`).join("|");
const REGULAR_MARK = String.raw`\x03((?:${REGULAR})${KEY_GAP}[0-9]{2})\x02([0-9]{13})\x02([0-9]{2})\x03`;

/** Numbers of a text whose keys are checked; those beyond are masked unchecked. */
const CHECKED = 4;

/**
 * Masks the social security numbers (NIR, NIA) of a text whose key is right: number and key together are a multiple of 97
 * (Corsica's 2A counts as 19, 2B as 18). OTTL cannot compute inside of a replacement: candidates are marked, with bytes that
 * the text then no longer has, and judged one after the other.
 */
export function nirStatements(path: string, cache: string): readonly string[] {
    const found = `${cache}["nir"] == true`;
    const [number, sum] = [`${cache}["number"]`, `${cache}["sum"]`];
    const right = `${sum} == (${sum} / 97) * 97`;
    const marked = `${found} and ${number}["digits"] != nil`;
    const round = [
        `set(${number}, ExtractPatterns(${path}, ${quoted(String.raw`\x04[^\x02-\x04]*\x02(?P<digits>[0-9]{13})\x02(?P<key>[0-9]{2})\x04`)})) where ${found}`,
        `set(${sum}, Int(${number}["digits"]) + Int(${number}["key"])) where ${marked}`,
        replace(path, `^([^\\x04]*)${mark("\\x04")}`, "${1}[NIR]", `${marked} and ${right}`),
        replace(path, `^([^\\x04]*)${mark("\\x04")}`, "${1}${2}", `${marked} and not (${right})`),
    ];
    // Twice: of two neighbours, the second's boundary is the first's.
    const markCandidates = replace(
        path,
        CAPTURED,
        "${1}\x03${2}\x02${3}${4}${5}${6}${7}${8}\x02${9}\x03${10}",
        found,
    );
    return [
        `set(${cache}["nir"], IsMatch(${path}, ${quoted(CANDIDATE)}))`,
        replace(path, String.raw`[\x02-\x04]`, " ", found),
        markCandidates,
        markCandidates,
        replace(path, String.raw`\x02([0-9]{5})2[Aa]([0-9]{6})\x02`, "\x02${1}19${2}\x02", found),
        replace(path, String.raw`\x02([0-9]{5})2[Bb]([0-9]{6})\x02`, "\x02${1}18${2}\x02", found),
        replace(path, REGULAR_MARK, "\x04${1}\x02${2}\x02${3}\x04", found),
        replace(path, mark("\\x03"), "${1}", found),
        ...Array.from({ length: CHECKED }, () => round).flat(),
        replace(path, mark("\\x04"), "[NIR]", found),
    ];
}

/** What tells that digits are such a number: of the milliseconds since 1970, 86 % of the current ones look like 13 of them. */
const CONTEXT = [
    "(?i:(?:^|[^a-z])(?:nir|nia|ins|insee|nss|ssn)(?:[^a-z]|$))",
    "(?:^|[^A-Za-z])(?:nir|nia|ins|insee|nss|ssn)[A-Z]",
    "[a-z](?:Nir|NIR|Nia|Ins|Insee|Nss|Ssn)(?:[^a-z]|$)",
    "(?i:(?:^|[^a-z])n(?:°|o|um(?:[ée]ro)?)[ ._]{0,2}s(?:[ée]cu|[.]? ?s[^a-z]))",
    "(?i:s[ée]cu(?:rit[ée])?[ _.-]?soc|social[ _.-]?security|num[ée]ro[ _.-]?s[ée]cu)",
].join("|");
const WORDS = ["nir", "nia", "ins", "nss", "ssn", "secu", "sécu", "n°"];
const CALLED = String.raw`(?:${CONTEXT})(?:[^\n]{0,40}?(?:[^0-9\n]|%[0-9A-Fa-f]{2}))??`;
const NUMBER = `${groups(GAP)}(?:${KEY_GAP}[0-9]{2})?`;

/** Masks numbers of the right structure that are called a social security number, whatever their key, and without one. */
export function namedNirStatements(path: string, cache: string): readonly string[] {
    const named = `${cache}["named"]`;
    // Twice for a second number after the same word.
    const masked = replace(path, `(${CALLED})${NUMBER}(${AFTER})`, "${1}[NIR]${2}", `${named} == true`);
    return [
        `set(${named}, false)`,
        `set(${named}, IsMatch(${path}, ${quoted(`${CALLED}${NUMBER}(?:${AFTER})`)})) where ${mentions(`${cache}["lower"]`, WORDS)}`,
        masked,
        masked,
    ];
}
