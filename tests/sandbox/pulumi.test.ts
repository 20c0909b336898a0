/** `npm run pulumi`, started as npm starts it. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const ROOT = join(__dirname, "..", "..");
const BANNER =
    "Bac à sable\u00a0: Azure est simulé\u00a0; rien n'est créé ni facturé. / Sandbox: Azure is simulated; nothing is created or billed.";

function run(...args: readonly string[]): { status: number | null; lines: string[]; stderr: string } {
    const result = spawnSync(process.execPath, ["bin/run.mjs", "sandbox/pulumi.ts", ...args], {
        cwd: ROOT,
        encoding: "utf8",
    });
    return { status: result.status, lines: result.stdout.split("\n"), stderr: result.stderr };
}

describe("npm run pulumi", function () {
    this.timeout(30_000);

    it("says first that Azure is simulated, then runs the CLI", () => {
        const { status, lines, stderr } = run("version");
        assert.equal(lines[0], BANNER);
        assert.match(lines[1] ?? "", /^v?\d+\.\d+\.\d+$/);
        assert.deepEqual([status, stderr], [0, ""]);
    });

    it("explains itself without a command", () => {
        const { status, lines } = run();
        assert.deepEqual([status, lines[0], lines[1]], [0, BANNER, "npm run pulumi -- COMMAND [OPTIONS]"]);
    });

    it("passes the CLI's exit code and errors on", () => {
        const { status, stderr } = run("no-such-command");
        assert.equal(status, 255);
        assert.match(stderr, /unknown command "no-such-command"/);
    });
});
