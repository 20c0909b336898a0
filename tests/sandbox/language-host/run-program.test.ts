import { status, type ServiceError } from "@grpc/grpc-js";
import { RunRequest, type RunResponse } from "@pulumi/pulumi/proto/language_pb";
import assert from "node:assert/strict";
import { readFile, realpath } from "node:fs/promises";
import { join } from "node:path";

import { eventually } from "../../support/eventually";
import { isAlive } from "../tiny-project";
import { hostUnderTest, type HostUnderTest } from "./host-client";

/** Tells its arguments and environment, and where it runs, in the file "told". */
const TELL = `require("node:fs").writeFileSync("told", JSON.stringify({
    argv: process.argv.slice(2), execArgv: process.execArgv, cwd: process.cwd(), env: process.env,
}));`;

interface Told {
    readonly argv: readonly string[];
    readonly execArgv: readonly string[];
    readonly cwd: string;
    readonly env: Readonly<Record<string, string>>;
}

describe("the language host, running a program", () => {
    let host: HostUnderTest;

    beforeEach(async () => {
        host = await hostUnderTest();
    });
    afterEach(() => host.close());

    function request(options = {}): RunRequest {
        const run = new RunRequest()
            .setMonitorAddress("127.0.0.1:1")
            .setOrganization("organization")
            .setProject("tiny")
            .setStack("dev")
            .setPwd(host.directory)
            .setDryrun(true)
            .setParallel(8)
            .setArgsList(["extra"])
            .setConfigsecretkeysList(["tiny:key"])
            .setInfo(host.info(options));
        run.getConfigMap().set("tiny:greeting", "bonjour");
        return run;
    }

    function send(run: RunRequest): Promise<RunResponse> {
        return new Promise((resolve, reject) => {
            host.client.run(run, (error, response) => {
                if (error === null) {
                    resolve(response);
                } else {
                    reject(error);
                }
            });
        });
    }

    async function run(script: string, options = {}): Promise<{ error: string; bail: boolean }> {
        await host.sdk("run", script);
        await host.handshake();
        return (await send(request(options))).toObject();
    }

    async function told(options = {}): Promise<Told> {
        assert.deepEqual(await run(TELL, options), { error: "", bail: false });
        return JSON.parse(await readFile(join(host.directory, "told"), "utf8")) as Told;
    }

    it("passes the arguments of the real host", async () => {
        const { argv, cwd } = await told();
        assert.deepEqual(argv, [
            ...["--monitor", "127.0.0.1:1", "--engine", host.engineAddress, "--organization", "organization"],
            ...[
                "--project",
                "tiny",
                "--root-directory",
                host.directory,
                "--stack",
                "dev",
                "--pwd",
                host.directory,
            ],
            ...["--dry-run", "--parallel", "8", ".", "extra"],
        ]);
        assert.equal(cwd, await realpath(host.directory));
    });

    it("passes the configuration in the SDK's long keys", async () => {
        const { env } = await told();
        assert.equal(env.PULUMI_CONFIG, '{"tiny:config:greeting":"bonjour"}');
        assert.equal(env.PULUMI_CONFIG_SECRET_KEYS, '["tiny:key"]');
        assert.equal(env.PULUMI_NODEJS_TYPESCRIPT, "true");
        assert.equal(env.CLI_VARIABLE, "the CLI's own");
        assert.equal("HOME" in env, false);
    });

    it("honours the runtime options", async () => {
        const options = {
            typescript: false,
            tsconfig: "other.json",
            nodeargs: "--no-warnings --title 'a b'",
        };
        const { env, execArgv } = await told(options);
        assert.equal("PULUMI_NODEJS_TYPESCRIPT" in env, false);
        assert.equal(env.PULUMI_NODEJS_TSCONFIG_PATH, "other.json");
        assert.deepEqual(execArgv, ["--no-warnings", "--title", "a b"]);
    });

    for (const [options, message] of [
        [{ typescript: "yes" }, "typescript option must be a boolean"],
        [{ nodeargs: ["--inspect"] }, "nodeargs option must be a string"],
        [{ nodeargs: "'open" }, `expected a closing ', got the end of "'open"`],
    ] as const) {
        it(`refuses the options ${JSON.stringify(options)}`, async () => {
            assert.deepEqual(await run(TELL, options), { error: message, bail: false });
        });
    }

    it("answers a bail when the program has told the user what is wrong", async () => {
        assert.deepEqual(await run("process.exit(32)"), { error: "", bail: true });
    });

    it("names the exit code of a crash", async () => {
        const response = await run("process.exit(3)");
        assert.deepEqual(response, { error: "Program exited with non-zero exit code: 3", bail: false });
    });

    it("takes a program killed by a signal for a crash", async () => {
        const response = await run("process.kill(process.pid, 'SIGKILL')");
        assert.deepEqual(response, { error: "Program exited with non-zero exit code: 137", bail: false });
    });

    it("asks for the SDK's installation when there is none", async () => {
        await host.handshake();
        assert.deepEqual((await send(request())).toObject(), {
            error: "It looks like the Pulumi SDK has not been installed. Have you run pulumi install?",
            bail: false,
        });
    });

    it("shows the engine what the program prints, before it answers", async () => {
        await run(
            `console.log("one"); console.log("\\n"); console.log("two"); process.stderr.write("half a line");`,
        );
        assert.deepEqual([...host.logged].sort(), ["half a line\n", "one\n", "two\n"]);
    });

    it("refuses a run on a connection that names no engine", async () => {
        await assert.rejects(send(request()), (error: ServiceError) => {
            assert.equal(
                error.details,
                "engine: expected a handshake before the run, got none on this connection",
            );
            return true;
        });
    });

    it("kills the program when the engine gives up the call", async () => {
        await host.sdk(
            "run",
            `${TELL} require("node:fs").writeFileSync("pid", String(process.pid)); setInterval(() => {}, 1000);`,
        );
        await host.handshake();
        const call = host.client.run(request(), () => undefined);
        const pid = Number(
            await eventually(
                () => readFile(join(host.directory, "pid"), "utf8").catch(() => ""),
                (text) => text !== "",
            ),
        );
        assert.equal(isAlive(pid), true);
        call.cancel();
        await eventually(
            () => Promise.resolve(isAlive(pid)),
            (alive) => !alive,
        );
    });

    it("kills the program when the host closes", async () => {
        await host.sdk(
            "run",
            `require("node:fs").writeFileSync("pid", String(process.pid)); setInterval(() => {}, 1000);`,
        );
        await host.handshake();
        host.client.run(request(), () => undefined);
        const pid = Number(
            await eventually(
                () => readFile(join(host.directory, "pid"), "utf8").catch(() => ""),
                (text) => text !== "",
            ),
        );
        host.closeHost();
        await eventually(
            () => Promise.resolve(isAlive(pid)),
            (alive) => !alive,
        );
    });

    it("survives a malformed request", async () => {
        const asItIs = (value: Buffer): Buffer => value;
        const error = await new Promise<ServiceError | null>((resolve) => {
            host.client.makeUnaryRequest(
                "/pulumirpc.LanguageRuntime/Run",
                asItIs,
                asItIs,
                Buffer.from([0x0a, 0xff, 0xff]),
                resolve,
            );
        });
        assert.equal(error?.code, status.INTERNAL);
        assert.deepEqual(await run("process.exit(0)"), { error: "", bail: false });
    });
});
