import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Validator } from "@cfworker/json-schema";
import { manifestJsonSchema } from "../../../report/evidence/manifest";
import { Bench, manifestOf, sampleOf } from "./sample";

const SCHEMA = join(__dirname, "..", "..", "..", "report", "evidence", "manifest.schema.json");

describe("the schema of the manifest", () => {
    let bench: Bench;
    beforeEach(() => (bench = new Bench()));
    afterEach(() => {
        bench.remove();
    });

    it("is published as it is, and describes what is written", async () => {
        const schema = JSON.parse(readFileSync(SCHEMA, "utf8")) as object;
        assert.deepEqual(schema, JSON.parse(JSON.stringify(manifestJsonSchema())));

        await bench.publish(sampleOf(20));
        const manifest = manifestOf(await bench.publish(sampleOf(21)));
        const validator = new Validator(schema, "2020-12");
        assert.deepEqual(validator.validate(manifest).errors, []);
        assert.equal(validator.validate({ ...manifest, complete: false }).valid, false);
        assert.equal(validator.validate({ ...manifest, more: 1 }).valid, false);
    });
});
