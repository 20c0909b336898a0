/** `npm run cluster`, started as npm starts it, and ended before its time. */
import assert from "node:assert/strict";
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { readState } from "../../../sandbox/cluster/state";
import { clusterStatus } from "../../../sandbox/cluster/status";
import { eventually } from "../../support/eventually";
import { processesWith } from "../tiny-project";

const ROOT = join(__dirname, "../../..");

describe("npm run cluster", function () {
    this.timeout(60_000);

    function run(...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
        const { status, stdout, stderr } = spawnSync(
            process.execPath,
            ["bin/run.mjs", "sandbox/cluster.ts", ...args],
            {
                cwd: ROOT,
                encoding: "utf8",
            },
        );
        return { status, stdout, stderr };
    }

    it("explains itself", () => {
        const { status, stdout } = run("--help");
        assert.deepEqual([status, stdout.split("\n")[0]], [0, "npm run cluster -- up | down | status"]);
        assert.deepEqual(run(), { status, stdout, stderr: "" });
    });

    it("refuses in one line what it does not know", () => {
        assert.deepEqual(run("upp"), {
            status: 2,
            stdout: "",
            stderr: 'cluster: expected up, down, status or --help, got "upp"\n',
        });
        assert.equal(run("status", "--all").status, 2);
    });
});

describe("a cluster that is not awaited", function () {
    this.timeout(60_000);
    let sandbox: string;
    let mark: string;
    let command: ChildProcess;
    let output: string;
    let end: Promise<number | null>;

    /** Begins to put a cluster up, until its API server answers. */
    beforeEach(async () => {
        sandbox = await mkdtemp(join(tmpdir(), "cluster-command-"));
        mark = randomUUID();
        output = "";
        command = spawn(
            process.execPath,
            ["--require", "tsx/cjs", join(__dirname, "cluster-command.ts"), sandbox, "up"],
            {
                cwd: ROOT,
                env: { ...process.env, SANDBOX_CLUSTER_TEST: mark },
                stdio: ["ignore", "pipe", "pipe"],
            },
        );
        for (const stream of [command.stdout, command.stderr]) {
            stream?.on("data", (text: Buffer) => (output += text.toString()));
        }
        end = new Promise((resolve) => command.once("close", resolve));
        await eventually(
            () => Promise.resolve(output),
            (text) => text.includes("the API server answers"),
        );
    });
    afterEach(() => rm(sandbox, { recursive: true }));

    async function nothingIsLeft(): Promise<void> {
        await eventually(
            () => processesWith(`SANDBOX_CLUSTER_TEST=${mark}`),
            ({ length }) => length === 0,
        );
    }

    it("ends with the command, on Ctrl-C", async () => {
        command.kill("SIGINT");
        assert.equal(await end, 2);
        assert.match(output, /^cluster: expected time to come up, got SIGINT\n$/m);
        await nothingIsLeft();
    });

    it("ends as a whole when one of its programs does, and tells its last words", async () => {
        const etcd = (await readState(join(sandbox, "cluster")))?.programs.find(
            ({ name }) => name === "etcd",
        );
        assert.ok(etcd);
        process.kill(etcd.pid, "SIGQUIT");
        assert.equal(await end, 2);
        const words = "etcd: expected it to run, got exit code 2\\n(.*\\n)*SIGQUIT: quit\\nPC=0x.*$";
        assert.match(output, new RegExp(`^cluster: ${words}`, "m"));
        assert.doesNotMatch(output, /goroutine/);
        await nothingIsLeft();
        const { isUp, lines } = await clusterStatus(sandbox);
        assert.equal(isUp, false);
        assert.match(lines.join("\n"), new RegExp(`^cluster: down; it failed\\n${words}`));
    });

    it("ends when the command is killed", async () => {
        command.kill("SIGKILL");
        await end;
        await nothingIsLeft();
    });
});
