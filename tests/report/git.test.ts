import * as assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commitOf } from "../../report/git";

describe("the commit of a report", () => {
    let directory: string;
    const git = (...args: string[]): string =>
        execFileSync(
            "git",
            [
                "-c",
                "user.name=Test",
                "-c",
                "user.email=test@example.org",
                "-c",
                "commit.gpgsign=false",
                ...args,
            ],
            { cwd: directory, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] },
        ).trim();
    beforeEach(async () => {
        directory = await mkdtemp(join(tmpdir(), "report-test-"));
    });
    afterEach(() => rm(directory, { recursive: true }));

    it("is absent outside a work tree and before the first commit", async () => {
        assert.equal(await commitOf(directory), undefined);
        git("init");
        assert.equal(await commitOf(directory), undefined);
    });

    it("tells whether the work tree differs from it, untracked files included", async () => {
        git("init");
        await writeFile(join(directory, "index.ts"), "");
        git("add", ".");
        git("commit", "--no-verify", "-m", "first");
        const id = git("rev-parse", "HEAD");

        assert.deepEqual(await commitOf(directory), { id, modified: false });
        await writeFile(join(directory, "config.ts"), "");
        assert.deepEqual(await commitOf(directory), { id, modified: true });
    });
});
