import * as assert from "node:assert/strict";

import { typeset, typesetProse } from "../../policies/typography";

describe("typeset", () => {
    it("puts no-break spaces before double punctuation and inside quotation marks", () => {
        assert.equal(
            typeset("Attention : lire « ceci » ; prêt ? oui !"),
            "Attention\u00a0: lire «\u00a0ceci\u00a0»\u00a0; prêt\u00a0? oui\u00a0!",
        );
    });

    it("leaves punctuation without a space alone", () => {
        assert.equal(typeset("https://example.org, a:b;c"), "https://example.org, a:b;c");
    });
});

describe("typesetProse", () => {
    it("turns the apostrophes inside words, and no quotation mark", () => {
        assert.equal(
            typesetProse("l'accès, aujourd'hui : 'x' ; s'il"),
            "l’accès, aujourd’hui\u00a0: 'x'\u00a0; s’il",
        );
    });
});
