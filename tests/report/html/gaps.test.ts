import * as assert from "node:assert/strict";
import { framework, registered, reportOf, STORE, undecided, urn, violation, wholeRun } from "../fixtures";
import { MIXED, PACKS, report } from "./cases";
import { documentOf, sectionOf, textOf } from "./reading";

describe("the gaps in the HTML report", () => {
    it("tells fifty rules in full, and lists the others with their figures", () => {
        const ids = Array.from({ length: 52 }, (_, index) => `rule-${index.toString()}`);
        const wide = reportOf(
            wholeRun(
                PACKS,
                ...ids.slice(1).map((id) => violation("hds", id, STORE, "public")),
                undecided("hds", "rule-0", STORE, "indécidable : access"),
            ),
            [framework("hds", { "EXI 1": ids })],
        );
        const section = sectionOf(documentOf(wide), "ecarts");

        assert.equal(section.match(/class="gap /g)?.length, 50);
        assert.match(
            textOf(section),
            /2 autres règles, par leur seul titre Titre rule-\d+ criticité proposée : élevée – 1 non conforme Titre rule-0 criticité proposée : élevée – 1 indéterminé/,
        );
        assert.doesNotMatch(textOf(sectionOf(documentOf(report(MIXED)), "ecarts")), /autres? règle/);
    });

    it("names five resources of a rule, and how many others there are", () => {
        const names = Array.from({ length: 8 }, (_, index) => `store-${index.toString()}`);
        const many = report([
            ...names.map((name) => registered("test:index:Store", name)),
            ...names.map((name) =>
                violation("hds", "store-private", urn("test:index:Store", name), "public"),
            ),
        ]);
        const text = textOf(sectionOf(documentOf(many), "ecarts"));

        assert.equal(text.match(/store-\d test:index:Store/g)?.length, 5);
        assert.match(text, /… 3 autres/);
    });
});
