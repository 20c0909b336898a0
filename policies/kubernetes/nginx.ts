/** A block of an nginx configuration file. */
export interface Block {
    /** The block around it; none for the file. */
    readonly parent: Block | undefined;
}

/** A directive of an nginx configuration file, such as `listen 443 ssl;`. */
export interface Directive {
    readonly name: string;
    /** Separated by one space each. */
    readonly parameters: string;
    readonly block: Block;
}

/** What a file is made of, beside strings and `${variables}`. */
const TOKEN = /[^{};"'$]+|\$\{|./gsy;

/** What ends the tokens that may hold any character, by their beginning. */
const ENDS: ReadonlyMap<string, string> = new Map([
    ["${", "}"],
    ['"', '"'],
    ["'", "'"],
]);

/** The directives of an nginx configuration file, whatever their lines; block heads are none. */
export function directives(file: string): readonly Directive[] {
    const found: Directive[] = [];
    let block: Block = { parent: undefined };
    let text = "";
    for (const token of tokens(file.replace(/(^|\s)#.*$/gm, ""))) {
        if (!/^[{};]$/.test(token)) {
            text += token;
            continue;
        }
        if (token === "{") {
            block = { parent: block };
        } else if (token === "}") {
            block = block.parent ?? block;
        } else {
            const [name = "", ...parameters] = text.trim().split(/\s+/);
            found.push({ name, parameters: parameters.join(" "), block });
        }
        text = "";
    }
    return found;
}

/** Each text is looked through once for an end that does not come: a beginning without one stands for itself. */
function* tokens(file: string): Generator<string> {
    const endless = new Set<string>();
    for (let index = 0; index < file.length;) {
        TOKEN.lastIndex = index;
        const [start = ""] = TOKEN.exec(file) ?? [];
        const end = ENDS.get(start);
        const at = end === undefined || endless.has(end) ? -1 : file.indexOf(end, index + start.length);
        if (end !== undefined && at < 0) {
            endless.add(end);
        }
        const token = at < 0 ? start.slice(0, end === undefined ? undefined : 1) : file.slice(index, at + 1);
        yield token;
        index += token.length;
    }
}
