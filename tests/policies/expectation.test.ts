import * as assert from "node:assert/strict";

import { show, wrongShape } from "../../policies/expectation";

describe("a value in a message", () => {
    it("shows nothing that steers a terminal or begins a line", () => {
        const shown = show("a\u0007b\u001b[31mc\u202ed\u2028e\u2029f\ng\u001bh");

        assert.match(shown, /^« a\ufffdbc\ufffdd e f g »$/);
        assert.doesNotMatch(shown, /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2028\u2029]/);
    });

    it("is null where it is", () => {
        assert.equal(wrongShape("un objet", null), "attendu un objet, obtenu null");
        assert.equal(wrongShape("une liste", {}), "attendu une liste, obtenu un objet");
    });
});
