import { emailStatements, phoneStatements } from "./contacts";
import { namedNirStatements, nirStatements } from "./nir";
import { tokenStatements } from "./tokens";

/** What stands in the place of what was masked, by the kind that `log_redactions_total` counts. */
export const REPLACEMENTS = {
    nir: "[NIR]",
    email: "[ADRESSE]",
    phone: "[TELEPHONE]",
    token: "[JETON]",
} as const;

/**
 * The statements of the collector's transform processor that mask what identifies people, or lets somebody in, in the value at
 * a path of OTTL, such as `log.body` or `span.attributes["url.path"]`. They make a text of any other value, and leave alone
 * what is not there. Meant for a configuration: every "$" is doubled.
 */
export const redactionStatements = (path: string) => statements(path, emailStatements(path));

/** The same for the name that somebody signs in with, which may be an address. */
export const userNameStatements = (path: string) => statements(path, []);

function statements(path: string, addresses: readonly string[]): readonly string[] {
    const [context = ""] = path.split(".", 1);
    const cache = `${context}.cache`;
    return [
        `set(${path}, String(${path})) where ${path} != nil and not IsString(${path})`,
        `set(${cache}["lower"], ToLowerCase(${path})) where ${path} != nil`,
        // Before the addresses: "user:password@host" is one of both.
        ...tokenStatements(path, cache),
        ...addresses,
        // Before the other numbers, which would leave a name behind: "[NIR]".
        ...namedNirStatements(path, cache),
        ...nirStatements(path, cache),
        ...phoneStatements(path, cache),
    ];
}
