import { carriesToken } from "../secrets/tokens";

/** Words that name a secret, at the end of a name: PGPASSWORD, DB_PASSWORD_1, hibernate.connection.password. */
const SECRET_NAME =
    /((password|passwd|passphrase|pwd|secret|mot[_-]?de[_-]?passe)|(^|[._-])(pass|mdp|token|credentials?|((api|access|account|private|secret|encryption|signing|master|hmac)[_-]?key([_-]base)?)))(_?\d+)?$/i;

/** MARIADB_ALLOW_EMPTY_ROOT_PASSWORD and the like. */
const EMPTY_PASSWORD = /allow_?empty\w{0,50}password$/i;

/** What a setting named like a secret holds when it is a switch or a count: ENABLE_TOKEN=true, MAX_TOKEN=100. */
const SWITCH = /^(true|false|yes|no|on|off|null|~|\d{1,3})$/i;

/** A variable that Kubernetes puts in the place of `$(NAME)`. */
const VARIABLE_REFERENCE = /^\$\([A-Za-z_]\w*\)$/;

/**
 * What stands for a secret in a file or a command: a variable, a template (@two-words@), a call, a path of two segments or
 * more, and Grafana's references to a file or a variable.
 */
const TEXT_REFERENCE =
    /^(@[a-z]+(-[a-z]+)+@|\$\{[A-Za-z_][\w.]*\}|\$[A-Z_][A-Z0-9_]*|\$\(.*|\{\{.*\}\}|%\(\w+\)s|%\{.*\}|[A-Za-z_][\w.]*\(.*\)|(file:)?(\/[\w.-]+){2,}|\$__(file|env)\{[\w./-]+\})$/;

/**
 * `scheme://user:password@host`, a password or key among the parameters of a connection string, the header of a
 * request, and SQL that gives an account or a replica its password.
 */
const EMBEDDED_SECRETS: readonly RegExp[] = [
    /[a-z][a-z0-9+.-]{0,31}:\/\/[^\s/:@]*:([^\s/@]+)@/gi,
    /(?:^|[?&;,\s-])(?:password|pwd|accountkey|sharedaccesskey|sig)=([^&;,\s"']+)/gi,
    /\bauthorization["']?\s*[:=]\s*["']?(?:basic|bearer)\s+([^\s"']+)/gi,
    /\bidentified\s+(?:(?:with|via)\s+\S+\s+)?(?:by|as|using)\s+(?:password\s*\(?\s*)?["']([^"'\n]+)["']/gi,
    /\b(?:master|source)_password\s*=\s*["']([^"'\n]+)["']/gi,
];

const PRIVATE_KEY = /-----BEGIN [A-Z ]*PRIVATE KEY-----/;

/** `key = value` or `key: value` on a line of its own, as in .properties, .ini, YAML and shell files. */
const SETTING_LINE = /^[ \t-]*(?:export[ \t]+)?["']?([\w.][\w.-]*)["']?[ \t]*[=:][ \t]*(\S(?:.*\S)?)/gm;

/** `"key": "value"` anywhere on a line. */
const JSON_SETTING = /"([\w.-]+)"\s*:\s*"([^"]*)"/g;

/** `<password>value</password>`, `<property name="password">value</property>`, and an attribute of an element. */
const XML_SETTINGS: readonly RegExp[] = [
    /<([\w.-]+)(?:\s[^<>]*)?>([^<>]+)<\//g,
    /\b(?:name|key)="([\w.-]+)"[^<>]{0,500}>([^<>]+)</g,
    /\b(?:name|key)="([\w.-]+)"\s+value="([^"]*)"/g,
    /\s([\w.-]+)="([^"]*)"/g,
];

const WORD = `("[^"]*"|'[^']*'|[^\\s;|"']+)`;

/** `NAME=value`, `--name=value` and `--name value` in a command. */
const COMMAND_SETTINGS: readonly RegExp[] = [
    new RegExp(`(?:^|[\\s;|("'])-{0,2}([A-Za-z_][\\w.-]*)=${WORD}`, "g"),
    new RegExp(`(?:^|\\s)--?([A-Za-z][\\w.-]*)\\s+(?!-)${WORD}`, "g"),
];

/** Passwords that clients take without naming them: `mysql -pvalue`, `redis-cli -a value`, `curl -u user:value`. */
const CLIENT_PASSWORDS: readonly RegExp[] = [
    new RegExp(`\\b(?:mysql|mariadb)[\\w-]{0,50}\\s(?:[^;|&\\n]{0,500}\\s)?-p${WORD}`, "g"),
    new RegExp(`\\bredis-cli\\s(?:[^;|&\\n]{0,500}\\s)?-a\\s+${WORD}`, "g"),
    new RegExp(`\\bsshpass\\s+-p\\s*${WORD}`, "g"),
    new RegExp(
        `\\bcurl\\s(?:[^;|&\\n]{0,500}\\s)?(?:-u\\s*|--user[\\s=]+)["']?[^\\s:="'][^\\s:"']*:${WORD}`,
        "g",
    ),
];

/** Whether a variable of this name and value, as a container receives it, is a secret in clear. */
export function isClearVariable(name: string, value: string): boolean {
    return isClear(name, value, (text) => VARIABLE_REFERENCE.test(text));
}

/** Names of the settings of a configuration file that hold a secret in clear. */
export function clearSettings(file: string): readonly string[] {
    const xml = /^\s*</.test(file) ? XML_SETTINGS : [];
    return [...new Set(clearNames(file, [SETTING_LINE, JSON_SETTING, ...xml]))];
}

/** Names of the variables and options of a command that hold a secret in clear. */
export function clearArguments(command: string): readonly string[] {
    return clearNames(command, COMMAND_SETTINGS);
}

/** Whether a text, such as an address or a connection string, carries a secret in clear. */
export function embedsSecret(text: string): boolean {
    return (
        PRIVATE_KEY.test(text) ||
        carriesToken(text) ||
        givesClientPassword(text) ||
        EMBEDDED_SECRETS.some((pattern) =>
            [...text.matchAll(pattern)].some(([, secret = ""]) => !refersInText(secret)),
        )
    );
}

/** Whether a command gives a client its password without naming it. */
export function givesClientPassword(command: string): boolean {
    return CLIENT_PASSWORDS.some((pattern) =>
        [...command.matchAll(pattern)].some(([, word = ""]) => !refersInText(unquoted(word))),
    );
}

/** Whether a variable of this name is meant to hold a secret. */
export function namesSecret(name: string): boolean {
    return SECRET_NAME.test(name.replace(/([a-z0-9])([A-Z])/g, "$1_$2"));
}

/** Whether a variable of this name, set to anything, opens a server without password. */
export function allowsEmptyPassword(name: string): boolean {
    return EMPTY_PASSWORD.test(name);
}

function clearNames(text: string, patterns: readonly RegExp[]): readonly string[] {
    return patterns.flatMap((pattern) =>
        [...text.matchAll(pattern)]
            .filter(([, name = "", value = ""]) =>
                // A bracket alone opens a structure, whose own settings follow.
                isClear(name, unquoted(value), (word) => TEXT_REFERENCE.test(word) || /^[{[]$/.test(word)),
            )
            .map(([, name = ""]) => name),
    );
}

function isClear(name: string, value: string, refers: (value: string) => boolean): boolean {
    if (value === "" || !namesSecret(name)) {
        return false;
    }
    return allowsEmptyPassword(name) || !(SWITCH.test(value) || refers(value));
}

function refersInText(value: string): boolean {
    return VARIABLE_REFERENCE.test(value) || TEXT_REFERENCE.test(value);
}

function unquoted(value: string): string {
    return value.replace(/^["']/, "").replace(/["']?[;,]?$/, "");
}
