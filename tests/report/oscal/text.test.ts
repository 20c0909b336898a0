import * as assert from "node:assert/strict";
import { line, property, prose } from "../../../report/oscal/text";

describe("a text in OSCAL", () => {
    for (const [text, expected] of [
        [
            "a *b* _c_ `d` [e](f) <g> {{ h }} i~j^k",
            "a \\*b\\* \\_c\\_ \\`d\\` \\[e\\](f) \\<g\\> \\{\\{ h \\}\\} i\\~j\\^k",
        ],
        ["snake_case R&D", "snake_case R&D"],
        ["&lt; &#60;", "\\&lt; \\&#60;"],
        ["# title", "\\# title"],
        ["1. item", "1\\. item"],
        ["- item", "\\- item"],
        [" a\r\n\tb ", "a b"],
        ["", "—"],
        [" \n ", "—"],
        ["a\u202eb\u0000", "a\ufffdb\ufffd"],
    ] as const) {
        it(`shows ${JSON.stringify(text)} as it is, on one line`, () => {
            assert.equal(line(text, "fr"), expected);
        });
    }

    it("says how long it is where it is cut", () => {
        assert.equal(line("a".repeat(1_000), "en"), `${"a".repeat(300)}… (1,000 characters)`);
    });

    it("keeps paragraphs apart", () => {
        assert.equal(prose(["a\n\nb", "c"], "fr"), "a b\n\nc");
    });

    it("holds no escapes in the value of a property", () => {
        assert.deepEqual(property("regle", " a_*b*\n", "fr"), {
            name: "regle",
            ns: "urn:audioprothese-plus:oscal",
            value: "a_*b*",
        });
    });
});
