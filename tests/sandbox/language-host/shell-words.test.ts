import assert from "node:assert/strict";

import { shellWords } from "../../../sandbox/language-host/shell-words";

describe("shellWords", () => {
    const cases: readonly (readonly [string, readonly string[]])[] = [
        ["", []],
        ["  \t ", []],
        ["--require tsx/cjs", ["--require", "tsx/cjs"]],
        ["  a   b ", ["a", "b"]],
        [`--title "one two" 'three "four"'`, ["--title", "one two", 'three "four"']],
        [`a"b c"d`, ["ab cd"]],
        [`"" ''`, ["", ""]],
        [String.raw`one\ two`, ["one two"]],
        [String.raw`"a\"b" "c\d"`, ['a"b', String.raw`c\d`]],
        [String.raw`'a\b'`, [String.raw`a\b`]],
        ["a\\", ["a\\"]],
    ];
    for (const [line, words] of cases) {
        it(`splits ${JSON.stringify(line)}`, () => {
            assert.deepEqual(shellWords(line), words);
        });
    }

    it("refuses a quote that is not closed", () => {
        assert.throws(() => shellWords(`--title "one`), {
            message: `expected a closing ", got the end of "--title "one"`,
        });
    });
});
