/** The options of a MariaDB or MySQL server that decide on TLS. */
const OPTIONS = ["require_secure_transport", "tls_version", "ssl"] as const;

type OptionName = (typeof OPTIONS)[number];

/** Values by option, as written; a negated switch has the value "0". */
export type Options = ReadonlyMap<OptionName, string>;

/** Groups of an option file that the server reads, with or without a version: [mariadb-11.8]. */
const SERVER_GROUP = /^(mysqld|server|client-server|mariadb|mariadbd|galera)(-\d+(\.\d+)?)?$/;

/**
 * Files in which others than the server have a [server]: grafana.ini. Of endings, the server takes up .cnf by itself, and
 * my.ini on Windows.
 */
const FOREIGN_FILE = /(?<!^my)\.ini$/i;

/**
 * What the server's groups of an option file set, `undefined` if it has none. The last value of an option wins.
 *
 * @param name the file's own.
 */
export function serverOptions(file: string, name: string): Options | undefined {
    const isForeign = FOREIGN_FILE.test(name);
    const options = new Map<OptionName, string>();
    let found = false;
    let inServerGroup = false;
    for (const line of file.split("\n").map((text) => text.trim())) {
        const header = /^\[([^\]]+)\]/.exec(line)?.[1];
        if (header !== undefined) {
            const group = header.trim().toLowerCase();
            inServerGroup = SERVER_GROUP.test(group) && !(isForeign && group === "server");
            found ||= inServerGroup;
        } else if (inServerGroup) {
            // A value may be quoted and followed by a comment.
            const [option = "", ...rest] = line.split("=");
            const value = rest.join("=").replace(/\s#.*$/s, "");
            set(options, option.replace(/\s#.*$/s, ""), value.trim().replace(/^(["'])(.*)\1$/, "$2"));
        }
    }
    return found ? options : undefined;
}

/** What the server's command line sets: `--name`, `--name=value` or `--name value`. */
export function commandLineOptions(command: string): Options {
    const options = new Map<OptionName, string>();
    for (const [, name = "", joined, next] of command.matchAll(
        /(?<!\S)--([\w-]+)(?:=(\S*)|\s+(?!-)(\S+))?/g,
    )) {
        set(options, name, joined ?? next ?? "");
    }
    return options;
}

/**
 * Reads an option as the server does: `-` and `_` are the same, a name may be cut short (tls_ver) and bear the
 * prefix loose, or skip, disable or enable, whose sense the value 0 turns round.
 */
function set(options: Map<OptionName, string>, written: string, value: string): void {
    const name = written
        .trim()
        .toLowerCase()
        .replaceAll("-", "_")
        .replace(/^loose_/, "");
    const [, prefix, base = name] = /^(skip|disable|enable)_(.+)$/.exec(name) ?? [];
    const option = OPTIONS.find((full) => base.length >= 3 && full.startsWith(base));
    if (option !== undefined) {
        const on = (prefix === "enable") === (value !== "0");
        options.set(option, prefix === undefined ? value : on ? "1" : "0");
    }
}
