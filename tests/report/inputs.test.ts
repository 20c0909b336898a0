import * as assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { previewInputs, rulesDigest, stateInputs } from "../../report/inputs";

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

    it("of the rules change with all that judges, but with nothing else", async () => {
        const root = await mkdtemp(join(tmpdir(), "inputs-test-"));
        const changes = async (file: string): Promise<boolean> => {
            const before = rulesDigest(root);
            await mkdir(join(root, dirname(file)), { recursive: true });
            await writeFile(join(root, file), "changed");
            return rulesDigest(root) !== before;
        };
        try {
            await mkdir(join(root, "policies"));
            for (const file of [
                "judge.ts",
                "rules/web/one.ts",
                "pack/serve.ts",
                "hds/index.js",
                "exemptions/file.ts",
            ]) {
                assert.ok(await changes(`policies/${file}`), file);
            }
            for (const file of ["documentation/page.ts", "config/dev.json", "exemptions.json"]) {
                assert.ok(!(await changes(`policies/${file}`)), file);
            }
        } finally {
            await rm(root, { recursive: true });
        }
    });

    it("sum up in one, as the model says", () => {
        const { digest, infrastructure, rules, levels, exemptions } = stateInputs(STATE);

        assert.equal(digest, sha256([infrastructure, rules, levels, exemptions].join("\n")));
    });
});
