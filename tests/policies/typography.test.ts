import * as assert from "node:assert/strict";

import { typeset } from "../../policies/typography";

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
