import * as assert from "node:assert/strict";

import { rules } from "../../policies/catalogue";
import { areasById, areaTitle } from "../../policies/documentation/areas";
import { rulePages } from "../../policies/documentation/pages";
import { frameworks } from "../../policies/frameworks";

describe("the pages on the rules", () => {
    const pages = rulePages(rules, frameworks);

    it("are one a rule and an index, in each language", () => {
        const expected = ["docs/regles", "docs/rules"].flatMap((folder) =>
            ["index", ...rules.map(({ id }) => id)].map((name) => `${folder}/${name}.md`),
        );
        assert.deepEqual(Object.keys(pages).sort(), expected.sort());
    });

    it("list every rule once, under an area with a title in both languages", () => {
        const areas = areasById();
        for (const folder of ["docs/regles", "docs/rules"]) {
            const index = pages[`${folder}/index.md`] ?? "";
            for (const { id } of rules) {
                assert.equal(index.split(`[${id}](${id}.md)`).length, 2, id);
                assert.ok(areaTitle(areas.get(id) ?? "").fr);
            }
        }
        assert.throws(() => areaTitle("nowhere"), /expected a title for the folder nowhere/);
    });

    for (const rule of rules) {
        it(`say all there is to say of ${rule.id}`, () => {
            const french = pages[`docs/regles/${rule.id}.md`] ?? "";
            const english = pages[`docs/rules/${rule.id}.md`] ?? "";
            for (const text of [rule.title.fr, rule.why.fr, rule.remediation.fr, rule.url]) {
                assert.ok(french.includes(text), text);
            }
            for (const text of [rule.title.en, rule.why.en, rule.remediation.en, rule.url]) {
                assert.ok(english.includes(text), text);
            }
            for (const page of [french, english]) {
                assert.equal(page.split("```yaml\nresources:").length, 3);
                assert.match(page, /```text\n\S/);
                assert.match(page, /\| EXI|\(HDS\) \|/);
                assert.doesNotMatch(page, /undefined|\[object|NaN/);
            }
            for (const key of Object.keys({ ...rule.config })) {
                assert.ok(french.includes(`| \`${key}\` |`), key);
            }
        });
    }
});
