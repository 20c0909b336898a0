/** `npm run pulumi`, started as npm starts it. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const ROOT = join(__dirname, "..", "..");
const BANNER =
    "Bac à sable\u00a0: Azure est simulé\u00a0; rien n’est créé ni facturé. / Sandbox: Azure is simulated; nothing is created or billed.";

function run(...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
    const result = spawnSync(process.execPath, ["bin/run.mjs", "sandbox/pulumi.ts", ...args], {
        cwd: ROOT,
        encoding: "utf8",
    });
    return { status: result.status, stdout: result.stdout, stderr: result.stderr };
}

describe("npm run pulumi", function () {
    this.timeout(30_000);

    it("says first that Azure is simulated, and leaves standard output to the CLI", () => {
        const { status, stdout, stderr } = run("version");
        assert.equal(status, 0, stderr);
        // The line goes on while this clone's cluster is up.
        assert.ok(stderr.split("\n")[0]?.startsWith(BANNER), stderr);
        assert.match(stdout, /^v?\d+\.\d+\.\d+\n$/);
    });

    it("explains itself without a command", () => {
        const { status, stdout } = run();
        assert.deepEqual([status, stdout.split("\n")[0]], [0, "npm run pulumi -- COMMAND [OPTIONS]"]);
    });

    it("passes the CLI's exit code and errors on", () => {
        const { status, stderr } = run("no-such-command");
        assert.equal(status, 255);
        assert.match(stderr, /unknown command "no-such-command"/);
    });
});
