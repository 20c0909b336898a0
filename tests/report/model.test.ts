import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Validator } from "@cfworker/json-schema";
import { reportJsonSchema, reportModel } from "../../report/model";
import { framework, judged, reportOf, STORE, undecided, violation, wholeRun } from "./fixtures";

const SCHEMA = join(__dirname, "..", "..", "report", "report.schema.json");

function example(): object {
    const verdicts = [
        judged("hds", STORE, ["store-eea"], ["store-private", "store-tls"]),
        violation("hds", "store-private", STORE, "public"),
        undecided("hds", "store-tls", STORE, "indécidable : tls"),
    ];
    const report = reportOf(wholeRun(["hds", "rgpd"], ...verdicts), [
        framework("hds", { "EXI 28": ["store-eea"], "EXI 1": ["store-private", "store-tls"] }),
        framework("rgpd", { "art. 32": ["store-private"] }),
    ]);
    return JSON.parse(JSON.stringify(report)) as object;
}

describe("the model of the report", () => {
    it("is published as it is", () => {
        assert.deepEqual(JSON.parse(readFileSync(SCHEMA, "utf8")), reportJsonSchema());
    });

    it("describes what reports hold", () => {
        const schema = JSON.parse(readFileSync(SCHEMA, "utf8")) as object;

        assert.deepEqual(new Validator(schema, "2020-12").validate(example()).errors, []);
        assert.deepEqual(reportModel.parse(example()), example());
    });

    it("refuses what reports do not hold", () => {
        const validator = new Validator(JSON.parse(readFileSync(SCHEMA, "utf8")) as object, "2020-12");

        for (const change of [
            { schemaVersion: 1 },
            { findings: [{ rule: "x" }] },
            { generatedAt: "hier" },
            { extra: 1 },
        ]) {
            assert.equal(
                validator.validate({ ...example(), ...change }).valid,
                false,
                JSON.stringify(change),
            );
        }
    });
});
