/** Words that name a secret, at the end of a variable or option name: DB_PASSWORD, hibernate.connection.password. */
const SECRET_NAME =
    /(^|[._-])(password|passwd|passphrase|pwd|secret|token|credentials?|(api|access|account|private|secret|encryption)[_-]?key)$/i;

/** MARIADB_RANDOM_ROOT_PASSWORD and the like hold a switch, not a secret. */
const SWITCH_NAME = /(^|_)(ALLOW_EMPTY|RANDOM)_/i;

/** `scheme://user:password@host` and `password=…` inside a connection string. */
const EMBEDDED_PASSWORDS: readonly RegExp[] = [
    /[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:([^\s/@]+)@/gi,
    /[?&;\s-](?:password|pwd|accountkey)=([^&;\s"']+)/gi,
];

/** `key = value` or `key: value` on a line of its own, as in .properties, .ini and YAML files. */
const SETTING_LINE = /^[ \t-]*["']?([\w.-]+)["']?[ \t]*[=:][ \t]*(\S.*?)[ \t]*$/gm;

/** A reference to another variable, a template or a file stands for the secret without holding it. */
const REFERENCE = /^["']?(\$|\{\{|%[({]|<|\/|file:)/;

/** Whether a variable of this name is meant to hold a secret. */
export function namesSecret(name: string): boolean {
    const words = name.replace(/([a-z0-9])([A-Z])/g, "$1_$2");
    return SECRET_NAME.test(words) && !SWITCH_NAME.test(words);
}

/** Whether a value only refers to a secret. */
export function isReference(value: string): boolean {
    return value === "" || REFERENCE.test(value);
}

/** Whether a text, such as an address or a connection string, carries a password in clear. */
export function embedsPassword(text: string): boolean {
    return EMBEDDED_PASSWORDS.some((pattern) =>
        [...text.matchAll(pattern)].some(([, password = ""]) => !isReference(password)),
    );
}

/** Names of the settings of a configuration file that hold a secret in clear. */
export function clearSettings(file: string): readonly string[] {
    return [...file.matchAll(SETTING_LINE)]
        .filter(([, name = "", value = ""]) => namesSecret(name) && !isReference(value))
        .map(([, name = ""]) => name);
}
