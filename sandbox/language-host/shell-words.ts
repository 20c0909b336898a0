/**
 * Splits a command line into words as a shell would, without expansions: blanks separate, single and double quotes
 * group, a backslash takes the next character as it is (inside double quotes only before `"` and `\`).
 *
 * Fails on a quote that is not closed.
 */
export function shellWords(line: string): string[] {
    const words: string[] = [];
    let word: string | undefined;
    let quote: string | undefined;
    for (let index = 0; index < line.length; index++) {
        const character = line.charAt(index);
        const next = line.charAt(index + 1);
        const escapes = quote === undefined || (quote === '"' && (next === '"' || next === "\\"));
        if (character === "\\" && escapes && next !== "") {
            word = (word ?? "") + next;
            index++;
        } else if (character === quote) {
            quote = undefined;
        } else if (quote === undefined && (character === "'" || character === '"')) {
            quote = character;
            word ??= "";
        } else if (quote === undefined && /\s/.test(character)) {
            if (word !== undefined) {
                words.push(word);
            }
            word = undefined;
        } else {
            word = (word ?? "") + character;
        }
    }
    if (quote !== undefined) {
        throw new Error(`expected a closing ${quote}, got the end of "${line}"`);
    }
    return word === undefined ? words : [...words, word];
}
