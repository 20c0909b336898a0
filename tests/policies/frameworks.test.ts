import * as assert from "node:assert/strict";

import { hds } from "../../policies/frameworks/hds";
import { rgpd } from "../../policies/frameworks/rgpd";

for (const framework of [hds, rgpd]) {
    describe(`the requirements of ${framework.id}`, () => {
        for (const { id, title, evidence } of framework.requirements) {
            it(`${id} says in both languages what a person must still provide`, () => {
                assert.ok(evidence);
                assert.notEqual(evidence.fr, evidence.en);
                for (const text of [evidence.fr, evidence.en]) {
                    assert.match(text, /^\S.*\.$/);
                }
                for (const text of [title.fr, evidence.fr]) {
                    assert.doesNotMatch(text, / [:;?!»]|« /);
                }
            });
        }
    });
}
