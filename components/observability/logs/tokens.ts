import { mentions, replace } from "./ottl";

/** Names of what lets somebody in, as fields, parameters and settings have them. */
const SECRET_NAMES = [
    "passw(?:or)?d",
    "pwd",
    "passphrase",
    "mot[ _]?de[ _]?passe",
    "mdp",
    "secret",
    "client_?secret",
    "api[_-]?key",
    "account_?key",
    "private_?key",
    "(?:access|refresh|id|csrf|xsrf|session|auth)?[_-]?token",
    "j?session_?id",
    "grafana_session",
    "openmrs_server",
    "sig",
].join("|");

/** French puts a space that does not break before a colon. */
const BLANK = String.raw`[\s\x{00a0}\x{202f}]*`;

/** A value in quotation marks, these escaped or not, or up to the next mark. */
const VALUE = String.raw`\\"(?:[^"\\]|\\[^"])*\\"|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^\s"'&,;<>\])}\\]+`;

const PATTERNS: readonly (readonly [pattern: string, replacement: string])[] = [
    [
        String.raw`-----BEGIN [A-Z ]*PRIVATE KEY-----(?:[^-]|-[^-])*(?:-----END [A-Z ]*PRIVATE KEY-----|$)`,
        "[JETON]",
    ],
    // The headers that carry them, to the end of the line.
    [String.raw`(?i)((?:proxy-)?authorization\\?["']?\s*[:=]\s*\\?["']?)[^"'\\\r\n]+`, "${1}[JETON]"],
    [String.raw`(?i)((?:set-)?cookie2?\\?["']?\s*:\s*\\?["']?)[^"'\\\r\n]+`, "${1}[JETON]"],
    [String.raw`(?i)\b(bearer|basic)(\s+|%20|\+)[a-z0-9._~+/=-]{16,}`, "${1}${2}[JETON]"],
    [String.raw`(?i)\b(basic)(\s+|%20|\+)[a-z0-9+/]{4,}={1,2}`, "${1}${2}[JETON]"],
    [String.raw`\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{4,}(?:\.[A-Za-z0-9_-]*)*`, "[JETON]"],
    [String.raw`\b(?:xox[a-z]-[A-Za-z0-9-]{10,}|gl(?:sa|c)_[A-Za-z0-9_]{16,})`, "[JETON]"],
    // User and password in front of a host.
    [String.raw`(://[^/\s:@"']*:)[^/\s@"']+@`, "${1}[JETON]@"],
    [
        String.raw`(?i)(identified\s+(?:by|(?:via|with)\s+\w+\s+(?:using|as|by))\s+(?:password\s*)?\(?\s*)(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")`,
        "${1}[JETON]",
    ],
    [String.raw`(?i)(password\s*\(\s*)(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")`, "${1}[JETON]"],
    [
        String.raw`(?i)((?:${SECRET_NAMES})(?:\\?["'])?${BLANK}(?:[:=]|%3D|=>)${BLANK})(?:${VALUE})`,
        "${1}[JETON]",
    ],
];

/** Letters, in lower case, of which a text has some when one of the patterns matches it. */
const HINTS = [
    ..."private key,authorization,cookie,bearer,basic,eyj,xox,glsa_,glc_,://,identified,passw,pwd,passphrase,passe".split(
        ",",
    ),
    ..."mdp,secret,key,token,session,openmrs_server,sig".split(","),
];

/** Masks what lets somebody in: tokens, passwords, session cookies, signatures of links. */
export function tokenStatements(path: string, cache: string): readonly string[] {
    const hint = mentions(`${cache}["lower"]`, HINTS);
    return [
        `set(${cache}["token"], false)`,
        `set(${cache}["token"], true) where ${hint}`,
        ...PATTERNS.map(([pattern, replacement]) =>
            replace(path, pattern, replacement, `${cache}["token"] == true`),
        ),
    ];
}
