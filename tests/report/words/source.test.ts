import * as assert from "node:assert/strict";
import { type Format, render } from "../../../report/outputs";
import { mixedReport, textOf } from "../samples";

const FORMATS: readonly Format[] = ["json", "sarif", "sarif-github", "junit", "csv", "oscal", "markdown"];

describe("a report on an exported state", () => {
    for (const format of FORMATS) {
        for (const language of ["fr", "en"] as const) {
            it(`says nothing of a deployment to come in ${format} (${language})`, async () => {
                const state = mixedReport({ source: "state", simulated: false, undecided: "fail" });
                const files = await render(format, state, language);

                const text = Object.values(files).map(textOf).join("\n");
                assert.ok(text.length > 0);
                assert.doesNotMatch(
                    text,
                    /avant (?:le )?déploiement|before deployment|cette version|this release/i,
                );
            });
        }
    }
});
