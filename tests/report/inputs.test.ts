import * as assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { previewInputs, stateInputs } from "../../report/inputs";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const STATE = sha256("state");

describe("the digests of what verdicts depend on", () => {
    it("are the same for the same inputs, and differ between stacks where these do", () => {
        const [dev, prod] = [previewInputs("dev"), previewInputs("prod")];

        assert.deepEqual(previewInputs("dev"), dev);
        assert.notEqual(dev.infrastructure, prod.infrastructure);
        assert.notEqual(dev.levels, prod.levels);
        assert.equal(dev.rules, prod.rules);
        assert.equal(dev.exemptions, prod.exemptions);
    });

    it("are of the file and of the configuration for a state", async () => {
        const folder = await mkdtemp(join(tmpdir(), "inputs-test-"));
        try {
            const config = join(folder, "config.json");
            await writeFile(config, "{}");
            const [without, given] = [stateInputs(STATE), stateInputs(STATE, config)];

            assert.equal(without.infrastructure, STATE);
            assert.equal(without.levels, sha256(""));
            assert.equal(given.levels, sha256("{}"));
            assert.equal(given.rules, previewInputs("dev").rules);
        } finally {
            await rm(folder, { recursive: true });
        }
    });

    it("sum up in one, as the model says", () => {
        const { digest, infrastructure, rules, levels, exemptions } = stateInputs(STATE);

        assert.equal(digest, sha256([infrastructure, rules, levels, exemptions].join("\n")));
    });
});
