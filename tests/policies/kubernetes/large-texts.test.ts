import * as assert from "node:assert/strict";

import {
    allowsEmptyPassword,
    clearArguments,
    clearSettings,
    embedsSecret,
} from "../../../policies/kubernetes/clear-secrets";
import { directives } from "../../../policies/kubernetes/nginx";

const SIZE = 100_000;

/** What a reader that backtracks, or copies, would take minutes for. */
const TEXTS = [
    "-",
    "/",
    "=",
    " ",
    "\n",
    "a",
    "1",
    "{",
    "{{",
    "${",
    "'",
    '"',
    "#",
    "?",
    " #",
    "{listen 443 ssl;",
    "eyJ-",
    "mysql-",
    "allowempty",
    "a=b ",
    '"a":',
    'name="a" ',
    "--user",
    "a://",
    "<a ",
    "$(",
    "\t-",
].flatMap((part) => {
    const text = part.repeat(Math.ceil(SIZE / part.length));
    return [text, `<${text}`, `a=b${text}c`, `curl --user${text}`, `${text}\u2028`];
});

describe("the reading of large texts", () => {
    it("takes a time in proportion to their length", () => {
        for (const text of TEXTS) {
            clearSettings(text);
            clearArguments(text);
            embedsSecret(text);
            allowsEmptyPassword(text);
            directives(text);
        }
    }).timeout(60_000);

    it("takes a beginning of nginx without an end for itself", () => {
        const names = (file: string) => directives(file).map(({ name }) => name);

        assert.deepEqual(names('a "; b c;'), ["a", "b"]);
        assert.deepEqual(names("a '; b c;"), ["a", "b"]);
        assert.deepEqual(names("a ${x; b c;"), ["x"].concat("b"));
        assert.deepEqual(names("a ';' ${y;}; b c;"), ["a", "b"]);
    });
});
