/** The resolver of the Pulumi CLI, with shell scripts in the place of every program. */
import assert from "node:assert/strict";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { Children } from "../../sandbox/children";
import { resolveEngine, type Engine } from "../../sandbox/engine";
import { CLI_VERSION } from "../../sandbox/engine-build";
import { UserError } from "../../sandbox/user-error";

import { eventually } from "../support/eventually";
import { isAlive } from "./tiny-project";

const SYSTEM_PATH = "/usr/bin:/bin";

describe("resolveEngine", () => {
    let home: string;
    let children: Children;
    let lines: string[];

    beforeEach(async () => {
        home = await mkdtemp(join(tmpdir(), "engine-"));
        children = new Children();
        lines = [];
        await script("npm/run.js", "process.exitCode = 1; console.error('no network');");
        await writeFile(join(home, "npm/package.json"), '{"version": "3.300.0"}');
    });
    afterEach(async () => {
        await children.close();
        await rm(home, { recursive: true });
    });

    async function script(path: string, text: string): Promise<string> {
        const file = join(home, path);
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, text);
        await chmod(file, 0o755);
        return file;
    }

    /** A CLI that knows its version only. */
    function cli(path: string, version: string): Promise<string> {
        return script(path, `#!/bin/sh\n[ "$1" = version ] && echo "${version}"\n`);
    }

    function resolve(...folders: readonly string[]): Promise<Engine> {
        const path = [...folders.map((folder) => join(home, folder)), SYSTEM_PATH].join(":");
        return resolveEngine({
            log: (line) => lines.push(line),
            children,
            env: { PATH: path, HOME: home },
            npmPackage: join(home, "npm"),
        });
    }

    it("takes the pulumi on PATH", async () => {
        const command = await cli("bin/pulumi", "v3.230.1");
        assert.deepEqual(await resolve("bin"), {
            command,
            version: "3.230.1",
            source: "PATH",
            hasLanguageHost: false,
        });
        assert.deepEqual(lines, []);
    });

    it("sees the language host beside the executable that a link leads to", async () => {
        await cli("opt/pulumi", "v3.230.1");
        await script("opt/pulumi-language-nodejs", "");
        await mkdir(join(home, "bin"));
        await symlink(join(home, "opt/pulumi"), join(home, "bin/pulumi"));
        assert.equal((await resolve("bin")).hasLanguageHost, true);
    });

    it("does not take the npm launcher that npm run puts on PATH", async () => {
        await cli("project/node_modules/.bin/pulumi", "v3.230.1");
        const command = await cli("bin/pulumi", "v3.230.2");
        assert.equal((await resolve("project/node_modules/.bin", "bin")).command, command);
    });

    for (const [why, version] of [
        ["too old", "v3.224.9"],
        ["silent", ""],
    ] as const) {
        it(`passes over a pulumi on PATH that is ${why}`, async () => {
            await cli("bin/pulumi", version);
            const command = await cli(".pulumi/versions/3.300.0/bin/pulumi", "v3.300.0");
            assert.deepEqual(await resolve("bin"), {
                command,
                version: "3.300.0",
                source: "npm",
                hasLanguageHost: false,
            });
        });
    }

    it("has the npm package download its CLI, away from the user's own", async () => {
        const cache = join(home, ".cache/audioprothese-plus/pulumi/npm");
        const command = join(cache, "versions/3.300.0/bin/pulumi");
        await cli("ready", "v3.300.0");
        await script(
            "npm/run.js",
            `const { cpSync } = require("node:fs");
            cpSync(${JSON.stringify(join(home, "ready"))}, process.env.PULUMI_HOME + "/versions/3.300.0/bin/pulumi");`,
        );
        assert.deepEqual(await resolve(), {
            command,
            version: "3.300.0",
            source: "npm",
            hasLanguageHost: false,
        });
        assert.equal((await readdir(home)).includes(".pulumi"), false);
        await script("npm/run.js", "process.exitCode = 1;");
        assert.equal((await resolve()).command, command);
    });

    it("builds the CLI from Go modules, once", async () => {
        const calls = join(home, "calls");
        await cli("ready", `v${CLI_VERSION}`);
        await script(
            "go/go",
            `#!/bin/sh
            echo "$1" >> ${calls}
            while [ $# -gt 0 ]; do [ "$1" = -o ] && cp ${join(home, "ready")} "$2"; shift; done\n`,
        );
        const engine = await resolve("go");
        assert.deepEqual(
            { ...engine, command: "" },
            {
                command: "",
                version: CLI_VERSION,
                source: "Go modules",
                hasLanguageHost: false,
            },
        );
        assert.match(
            lines[1] ?? "",
            /^Pulumi CLI .*: none is installed, so it is built from Go modules, once\. .*3 minutes\.$/,
        );
        assert.match(lines.at(-1) ?? "", /^Pulumi CLI .*: built in \d+ s\.$/);
        assert.deepEqual(await resolve("go"), engine);
        assert.equal(await readFile(calls, "utf8"), "mod\nbuild\n");
        assert.deepEqual(await readdir(dirname(engine.command)), ["pulumi"]);
    });

    it("ends a build, with all its processes, on a signal", async () => {
        await script("go/go", `#!/bin/sh\nsleep 1000 &\necho $! > ${join(home, "pid")}\nwait\n`);
        const resolving = resolve("go");
        const pid = Number(
            await eventually(
                () => readFile(join(home, "pid"), "utf8").catch(() => ""),
                (text) => text.endsWith("\n"),
            ),
        );
        process.emit("SIGTERM", "SIGTERM");
        await assert.rejects(resolving, new UserError("Pulumi CLI: expected time to get one, got SIGTERM"));
        await eventually(
            () => Promise.resolve(isAlive(pid)),
            (alive) => !alive,
        );
    });

    it("tells why no source has one, and the remedies", async () => {
        await cli("bin/pulumi", "v3.100.0");
        await script("go/go", "#!/bin/sh\necho 'module lookup disabled' >&2\nexit 1\n");
        await assert.rejects(
            resolve("bin", "go"),
            new UserError(
                [
                    "Pulumi CLI: expected one from PATH, npm or Go, got none",
                    `  PATH: expected ${join(home, "bin/pulumi")} at 3.225.0 or later, got 3.100.0; install Pulumi 3.225.0 or later (https://www.pulumi.com/docs/install/)`,
                    '  npm: expected a download of the CLI, got "no network"; let this machine reach get.pulumi.com',
                    '  Go modules: expected go mod download to succeed, got "module lookup disabled"; install Go (https://go.dev/dl/) and let it reach its module proxy',
                ].join("\n"),
            ),
        );
    });

    it("tells that neither pulumi nor go is there", async () => {
        await assert.rejects(resolve(), (error: Error) => {
            assert.match(error.message, /PATH: expected pulumi there, got none;/);
            assert.match(error.message, /Go modules: expected go on PATH, got none;/);
            return true;
        });
    });
});

describe("the version of the CLI that is built", () => {
    it("is the one that the toolchain pins", async () => {
        const toolchain = await readFile(join(__dirname, "../../sandbox/toolchain/go.mod"), "utf8");
        assert.ok(toolchain.includes(`require github.com/pulumi/pulumi/pkg/v3 v${CLI_VERSION}\n`));
    });
});
