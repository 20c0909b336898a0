/** The real CLI under signals: nothing survives, and the next command runs. */
import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { createRequire } from "node:module";
import { join } from "node:path";

import { eventually } from "../support/eventually";
import { processesWith, tinyProject, type TinyProject } from "./tiny-project";

const TSX = createRequire(__filename).resolve("tsx/cjs");
const COMMAND = join(__dirname, "sandbox-command.ts");
const LAUNCHER = join(__dirname, "..", "..", "bin", "run.mjs");

/** Never ends by itself, and starts a process that does not either. */
const ENDLESS = `
const { spawn } = require("node:child_process");
spawn("sleep", ["1000"], { stdio: "ignore" });
console.log("program started");
setInterval(() => {}, 1000);
`;

interface Running {
    readonly process: ChildProcess;
    /** "NAME=value" in the environment of every process of the command. */
    readonly mark: string;
    readonly exit: Promise<number | NodeJS.Signals>;
    text(): string;
}

describe("the sandbox under signals", function () {
    this.timeout(60_000);
    let project: TinyProject;

    before(async () => {
        project = await tinyProject(ENDLESS);
    });
    after(() => project.remove());

    function start(command: string, ...args: readonly string[]): Running {
        const id = randomUUID();
        const child = spawn(command, args, {
            env: { ...process.env, SANDBOX_TEST: id },
            stdio: ["ignore", "pipe", "pipe"],
        });
        let text = "";
        child.stdout.on("data", (part: Buffer) => (text += part.toString()));
        child.stderr.on("data", (part: Buffer) => (text += part.toString()));
        return {
            process: child,
            mark: `SANDBOX_TEST=${id}`,
            exit: new Promise((resolve) =>
                child.once("exit", (code, signal) => {
                    resolve(code ?? signal ?? -1);
                }),
            ),
            text: () => text,
        };
    }

    function update(): Running {
        return start(
            process.execPath,
            "--require",
            TSX,
            COMMAND,
            project.directory,
            "up",
            "--stack",
            "dev",
            "--yes",
            "--skip-preview",
        );
    }

    async function startedProgram(running: Running): Promise<Running> {
        await eventually(
            () => Promise.resolve(running.text()),
            (text) => text.includes("program started"),
        );
        return running;
    }

    async function assertNothingLeft(running: Running): Promise<void> {
        await eventually(
            () => processesWith(running.mark),
            (left) => left.length === 0,
        );
    }

    /** A second update gets as far as its program: no lock and no half-written state in its way. */
    async function assertNextRuns(): Promise<void> {
        const next = await startedProgram(update());
        next.process.kill("SIGKILL");
        await assertNothingLeft(next);
    }

    it("lets the engine cancel on SIGINT", async () => {
        const running = await startedProgram(update());
        running.process.kill("SIGINT");
        assert.equal(await running.exit, 255);
        assert.match(running.text(), /\^C received; cancelling/);
        assert.doesNotMatch(running.text(), /terminating\n/);
        await assertNothingLeft(running);
        await assertNextRuns();
    });

    it("passes SIGTERM on", async () => {
        const running = await startedProgram(update());
        running.process.kill("SIGTERM");
        assert.equal(await running.exit, 255);
        assert.match(running.text(), /SIGTERM received; cancelling/);
        await assertNothingLeft(running);
    });

    it("leaves no process and no lock when it is killed", async () => {
        const running = await startedProgram(update());
        running.process.kill("SIGKILL");
        assert.equal(await running.exit, "SIGKILL");
        await assertNothingLeft(running);
        await assertNextRuns();
    });

    it("stops when the launcher is killed", async () => {
        const running = await startedProgram(
            start(process.execPath, LAUNCHER, COMMAND, project.directory, "preview", "--stack", "dev"),
        );
        running.process.kill("SIGKILL");
        await assertNothingLeft(running);
    });

    it("stops when npm, the launcher's parent, is killed", async () => {
        const running = await startedProgram(
            start(
                "/bin/sh",
                "-c",
                `"${process.execPath}" "${LAUNCHER}" "${COMMAND}" "${project.directory}" preview --stack dev; true`,
            ),
        );
        running.process.kill("SIGKILL");
        await assertNothingLeft(running);
    });

    it("runs two commands in one clone at once", async () => {
        const [one, other] = [
            update(),
            start(process.execPath, "--require", TSX, COMMAND, project.directory, "stack", "ls"),
        ];
        await startedProgram(one);
        assert.equal(await other.exit, 0);
        one.process.kill("SIGKILL");
        await assertNothingLeft(one);
    });
});
