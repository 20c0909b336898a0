/** The launcher and its installation of dependencies, in clones of their own with a script in the place of npm. */
import assert from "node:assert/strict";
import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

import { eventually } from "../support/eventually";

const ROOT = join(__dirname, "..", "..");

/** A package-lock.json of which npm skips what is optional. */
const LOCKED = {
    packages: {
        "": { name: "tiny" },
        "node_modules/tsx": { version: "1.0.0", integrity: "sha512-a" },
        "node_modules/fsevents": { version: "2.0.0", integrity: "sha512-b", optional: true },
    },
};

const INSTALLED = { packages: { "node_modules/tsx": LOCKED.packages["node_modules/tsx"] } };

interface Outcome {
    readonly exitCode: number | null;
    readonly stdout: string;
    readonly stderr: string;
}

describe("bin/run.mjs", function () {
    this.timeout(30_000);
    let clone: string;

    beforeEach(async () => {
        clone = await mkdtemp(join(tmpdir(), "clone-"));
        await cp(join(ROOT, "bin/run.mjs"), join(clone, "bin/run.mjs"));
        await cp(join(ROOT, "bin/dependencies.mjs"), join(clone, "bin/dependencies.mjs"));
        await write("package.json", JSON.stringify({ engines: { node: ">=20.20" } }));
        await write("package-lock.json", JSON.stringify(LOCKED));
        await write("hello.ts", `console.log("hello", ...process.argv.slice(2)); process.exitCode = 3;`);
        await npm(`mkdir -p node_modules
            echo installed >> installations
            ln -sfn "${join(ROOT, "node_modules/tsx")}" node_modules/tsx
            sleep 0.3
            echo '${JSON.stringify(INSTALLED)}' > node_modules/.package-lock.json`);
    });
    afterEach(() => rm(clone, { recursive: true }));

    async function write(path: string, text: string): Promise<void> {
        await writeFile(join(clone, path), text);
    }

    /** Makes the npm that the launcher finds on PATH; it runs in the clone. */
    async function npm(script: string): Promise<void> {
        await mkdir(join(clone, "path"), { recursive: true });
        await writeFile(join(clone, "path/npm"), `#!/bin/sh\nset -e\n${script}\n`, { mode: 0o755 });
    }

    /** Makes node_modules as an installation leaves it. */
    async function installed(record: object = INSTALLED): Promise<void> {
        await mkdir(join(clone, "node_modules"));
        await symlink(join(ROOT, "node_modules/tsx"), join(clone, "node_modules/tsx"));
        await write("node_modules/.package-lock.json", JSON.stringify(record));
    }

    function launch(command: string, ...args: readonly string[]): ChildProcessWithoutNullStreams {
        return spawn(command, args, {
            cwd: tmpdir(),
            env: { ...process.env, PATH: [join(clone, "path"), "/usr/bin", "/bin"].join(delimiter) },
        });
    }

    function run(...args: readonly string[]): Promise<Outcome> {
        return new Promise((resolve) => {
            const child = launch(process.execPath, join(clone, "bin/run.mjs"), ...args);
            let [stdout, stderr] = ["", ""];
            child.stdout.on("data", (part: Buffer) => (stdout += part.toString()));
            child.stderr.on("data", (part: Buffer) => (stderr += part.toString()));
            child.once("close", (exitCode) => {
                resolve({ exitCode, stdout, stderr });
            });
        });
    }

    async function installations(): Promise<number> {
        return (await readFile(join(clone, "installations"), "utf8").catch(() => "")).split("\n").length - 1;
    }

    it("runs a file with its arguments and passes its exit code on", async () => {
        await installed();
        assert.deepEqual(await run("hello.ts", "a", "b c"), {
            exitCode: 3,
            stdout: "hello a b c\n",
            stderr: "",
        });
        assert.equal(await installations(), 0);
    });

    it("installs the dependencies of a clean clone, and says so in one line", async () => {
        const { exitCode, stdout, stderr } = await run("hello.ts");
        assert.deepEqual([exitCode, stdout], [3, "hello\n"]);
        assert.match(stderr, /^installing the locked dependencies \.\.\. \d+\.\d s\n$/);
        assert.deepEqual(await readdir(join(clone, ".sandbox")), []);
    });

    for (const [why, record] of [
        [
            "another version is installed",
            { packages: { "node_modules/tsx": { version: "0.9.0", integrity: "sha512-a" } } },
        ],
        [
            "another content is installed",
            { packages: { "node_modules/tsx": { version: "1.0.0", integrity: "sha512-z" } } },
        ],
        ["a package is missing", { packages: {} }],
        [
            "a package is left over",
            { packages: { ...INSTALLED.packages, "node_modules/old": { version: "1.0.0" } } },
        ],
    ] as const) {
        it(`installs anew when ${why}`, async () => {
            await installed(record);
            await run("hello.ts");
            assert.equal(await installations(), 1);
        });
    }

    it("installs anew after an interrupted installation, which left no record", async () => {
        await installed();
        await rm(join(clone, "node_modules/.package-lock.json"));
        await run("hello.ts");
        assert.equal(await installations(), 1);
    });

    it("lets one of two commands install, and the other wait", async () => {
        const outcomes = await Promise.all([run("hello.ts"), run("hello.ts")]);
        assert.deepEqual(
            outcomes.map(({ exitCode }) => exitCode),
            [3, 3],
        );
        assert.equal(await installations(), 1);
    });

    it("takes the lock of a command that died", async () => {
        await mkdir(join(clone, ".sandbox"));
        await write(".sandbox/install.lock", String(spawnSync("true").pid));
        assert.equal((await run("hello.ts")).exitCode, 3);
        assert.equal(await installations(), 1);
    });

    it("installs anew while npm is still writing its record", async () => {
        await installed();
        await write("node_modules/.package-lock.json", '{"packages": {');
        assert.equal((await run("hello.ts")).exitCode, 3);
        assert.equal(await installations(), 1);
    });

    it("waits for the npm that a killed command left running", async () => {
        const killed = launch(process.execPath, join(clone, "bin/run.mjs"), "hello.ts");
        await eventually(installations, (count) => count === 1);
        killed.kill("SIGKILL");
        assert.equal((await run("hello.ts")).exitCode, 3);
        assert.equal(await installations(), 1);
    });

    for (const [what, command, signal] of [
        ["is interrupted", [], "SIGINT"],
        ["loses its parent", ["/bin/sh", "-c", '"$@"; true', "sh"], "SIGKILL"],
    ] as const) {
        it(`gives the lock back when it ${what}, once npm has ended`, async () => {
            await npm(`trap 'test -e .sandbox/install.lock && echo held >> ended; exit 1' TERM
                echo installing >> installations
                while true; do sleep 0.05; done`);
            const [file, ...args] = [...command, process.execPath, join(clone, "bin/run.mjs"), "hello.ts"];
            const launcher = launch(file, ...args);
            await eventually(installations, (count) => count === 1);
            launcher.kill(signal);
            await eventually(
                () => readdir(join(clone, ".sandbox")),
                (left) => left.length === 0,
            );
            assert.equal(await readFile(join(clone, "ended"), "utf8"), "held\n");
        });
    }

    it("shows what npm says when it fails", async () => {
        await npm("echo 'npm error no such package' >&2; exit 1");
        const { exitCode, stdout, stderr } = await run("hello.ts");
        assert.deepEqual([exitCode, stdout], [2, ""]);
        assert.match(stderr, /\ndependencies: expected npm ci to succeed, got\nnpm error no such package\n/);
        assert.deepEqual(await readdir(join(clone, ".sandbox")), []);
    });

    it("refuses an older Node", async () => {
        await write("package.json", JSON.stringify({ engines: { node: ">=99.1" } }));
        assert.deepEqual(await run("hello.ts"), {
            exitCode: 2,
            stdout: "",
            stderr: `node: expected >=99.1, got ${process.versions.node}\n`,
        });
    });

    it("asks for a file", async () => {
        await installed();
        assert.deepEqual(await run(), {
            exitCode: 2,
            stdout: "",
            stderr: "file: expected the path of a TypeScript file, got none\n",
        });
    });

    it("reports a program killed by a signal as a shell does", async () => {
        await installed();
        await write("hello.ts", "process.kill(process.pid, 'SIGKILL');");
        assert.equal((await run("hello.ts")).exitCode, 137);
    });

    it("passes signals on and waits for the program's own answer", async () => {
        await installed();
        await write(
            "hello.ts",
            `process.on("SIGTERM", () => { console.log("stopping"); process.exit(7); });
            setInterval(() => {}, 1000); console.log(process.ppid);`,
        );
        const child = spawn(process.execPath, [join(clone, "bin/run.mjs"), "hello.ts"]);
        let stdout = "";
        child.stdout.on("data", (part: Buffer) => {
            stdout += part.toString();
            if (stdout === `${String(child.pid)}\n`) {
                child.kill("SIGTERM");
            }
        });
        const exitCode = await new Promise((resolve) => child.once("close", resolve));
        assert.deepEqual([exitCode, stdout], [7, `${String(child.pid)}\nstopping\n`]);
    });
});
