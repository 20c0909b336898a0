/** A block of an nginx configuration file; only its identity counts. */
type Block = object;

/** A directive of an nginx configuration file, such as `listen 443 ssl;`. */
export interface Directive {
    readonly name: string;
    /** Separated by one space each. */
    readonly parameters: string;
    /** The block that it stands in, then those around it; the last is the file. */
    readonly blocks: readonly [Block, ...Block[]];
}

/** What a file is made of; strings and `${variables}` may hold any character. */
const TOKEN = /\$\{[^}]*\}|"[^"]*"|'[^']*'|[^{};"'$]+|./gs;

/** The directives of an nginx configuration file, whatever their lines; block heads are none. */
export function directives(file: string): readonly Directive[] {
    const found: Directive[] = [];
    let blocks: Directive["blocks"] = [{}];
    let text = "";
    for (const [token] of file.replace(/(^|\s)#.*$/gm, "").matchAll(TOKEN)) {
        if (!/^[{};]$/.test(token)) {
            text += token;
            continue;
        }
        if (token === "{") {
            blocks = [{}, ...blocks];
        } else if (token === "}") {
            const [, parent, ...others] = blocks;
            blocks = parent === undefined ? blocks : [parent, ...others];
        } else {
            const [name = "", ...parameters] = text.trim().split(/\s+/);
            found.push({ name, parameters: parameters.join(" "), blocks });
        }
        text = "";
    }
    return found;
}
