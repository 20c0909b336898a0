import * as assert from "node:assert/strict";
import { anchorsOf } from "../../../report/html/anchors";
import { html, link } from "../../../report/html/markup";
import { readable, shortened } from "../../../report/html/text";
import type { Report } from "../../../report/model";
import { report, MIXED } from "./cases";

describe("the texts of a page", () => {
    it("are cut after 2,000 characters, never within one, and say how long they were", () => {
        const long = `${"a".repeat(1_999)}😀${"b".repeat(100)}`;

        assert.equal(shortened("a".repeat(2_000), "fr"), "a".repeat(2_000));
        assert.equal(shortened(long, "en"), `${"a".repeat(1_999)}… (2,101 characters)`);
    });

    it("are shortened wherever a report holds them, which else stays the same object", () => {
        const found = report(MIXED);

        assert.equal(readable(found, "fr"), found);
        const [first, ...rest] = found.findings;
        assert.ok(first);
        const long = { ...found, findings: [{ ...first, messages: ["x".repeat(3_000)] }, ...rest] };
        const shorter = readable(long, "fr");
        assert.match(shorter.findings[0]?.messages[0] ?? "", /^x{2000}… \(3\s000 caractères\)$/);
        assert.equal(shorter.frameworks, found.frameworks);
        assert.equal(shorter.findings[1], found.findings[1]);
    });

    it("are escaped in markup, which markup itself is not", () => {
        const quoted = "\"a'";
        const texts = ["<b>&", html`<i>x</i>`, false, undefined, [1, "é"], "\u0007"] as const;

        assert.equal(
            html`<p title="${quoted}">${texts}</p>`.toString(),
            '<p title="&quot;a&#39;">&lt;b&gt;&amp;<i>x</i>1é\ufffd</p>',
        );
    });

    it("are links to addresses of the web alone", () => {
        assert.equal(link("https://example.org/", "a").toString(), '<a href="https://example.org/">a</a>');
        for (const url of [
            "javascript:alert(1)",
            "data:text/html,x",
            "file:///etc",
            " https://example.org",
        ]) {
            assert.equal(link(url, "a").toString(), "a");
        }
    });
});

describe("the anchors of a page", () => {
    const named = (rules: readonly string[], requirements: readonly string[]) =>
        anchorsOf({
            rules: rules.map((id) => ({ id })),
            frameworks: [{ id: "hds", requirements: requirements.map((id) => ({ id })) }],
            evidence: [{ id: "P-0a" }],
        } as unknown as Report);

    it("are the ids of rules, and framework and number of requirements", () => {
        const anchors = named(["store-private"], ["EXI 05.A", "164.312(a)(2)(iv)"]);

        assert.equal(anchors.rule("store-private"), "store-private");
        assert.equal(anchors.requirement("hds", "EXI 05.A"), "hds-exi-05-a");
        assert.equal(anchors.requirement("hds", "164.312(a)(2)(iv)"), "hds-164-312-a-2-iv");
        assert.equal(anchors.evidence("P-0a"), "preuve-p-0a");
    });

    it("differ, also from those of the page itself", () => {
        const rules = ["limites", "a b", "a-b", "A B", "", "é", "1"];
        const anchors = named(rules, ["x"]);
        const given = rules.map((id) => anchors.rule(id));

        assert.deepEqual(given, ["limites-2", "a-b", "a-b-2", "a-b-3", "n-", "e", "n-1"]);
        assert.equal(named(["hds-x"], ["x"]).requirement("hds", "x"), "hds-x-2");
    });
});
