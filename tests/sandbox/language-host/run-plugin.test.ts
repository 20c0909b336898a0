import { credentials, status, type ServiceError } from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import {
    AnalyzerHandshakeRequest,
    AnalyzerStackConfigureRequest,
    type AnalyzerInfo,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { RunPluginRequest, type RunPluginResponse } from "@pulumi/pulumi/proto/language_pb";
import assert from "node:assert/strict";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { readFile, realpath } from "node:fs/promises";
import { join } from "node:path";

import { eventually } from "../../support/eventually";
import { isAlive } from "../tiny-project";
import { hostUnderTest, type HostUnderTest } from "./host-client";
import { PACK } from "./pack";

interface Told {
    readonly pid: number;
    readonly argv: readonly string[];
    readonly cwd: string;
    readonly env: Readonly<Record<string, string>>;
}

/** What came over the stream of RunPlugin. */
interface Stream {
    readonly cancel: () => void;
    readonly end: Promise<ServiceError | undefined>;
    stdout(): string;
    stderr(): string;
    exitCode(): number | undefined;
}

describe("the language host, running a plugin", () => {
    let host: HostUnderTest;
    let clients: AnalyzerClient[];

    beforeEach(async () => {
        host = await hostUnderTest();
        clients = [];
    });
    afterEach(async () => {
        for (const client of clients) {
            client.close();
        }
        await host.close();
    });

    function start(kind = "analyzer", options = {}): Stream {
        const request = new RunPluginRequest()
            .setPwd("/")
            .setKind(kind)
            .setArgsList([host.engineAddress])
            .setEnvList(["PATH=/usr/bin:/bin", "TWICE=one", "TWICE=a=b"])
            .setInfo(host.info(options));
        const call = host.client.runPlugin(request);
        let [stdout, stderr] = ["", ""];
        let exitCode: number | undefined;
        call.on("data", (part: RunPluginResponse) => {
            stdout += Buffer.from(part.getStdout_asU8()).toString();
            stderr += Buffer.from(part.getStderr_asU8()).toString();
            exitCode = part.hasExitcode() ? part.getExitcode() : exitCode;
        });
        return {
            cancel: () => {
                call.cancel();
            },
            end: new Promise((resolve) => {
                call.on("error", (error: ServiceError) => {
                    resolve(error);
                });
                call.on("end", () => {
                    resolve(undefined);
                });
            }),
            stdout: () => stdout,
            stderr: () => stderr,
            exitCode: () => exitCode,
        };
    }

    /** Connects to the pack as the engine does: by the first line of its output. */
    async function connect(stream: Stream): Promise<AnalyzerClient> {
        const line = await eventually(
            () => Promise.resolve(stream.stdout()),
            (text) => text.includes("\n"),
        );
        const client = new AnalyzerClient(`127.0.0.1:${line.trim()}`, credentials.createInsecure());
        clients.push(client);
        return client;
    }

    function configureStack(client: AnalyzerClient): Promise<ServiceError | undefined> {
        const request = new AnalyzerStackConfigureRequest()
            .setOrganization("organization")
            .setProject("tiny")
            .setStack("dev")
            .setDryRun(true);
        request.getConfigMap().set("tiny:greeting", "bonjour");
        request.getTagsMap().set("team", "soins");
        return new Promise((resolve) =>
            client.configureStack(request, (error) => {
                resolve(error ?? undefined);
            }),
        );
    }

    function info(client: AnalyzerClient): Promise<AnalyzerInfo> {
        return new Promise((resolve, reject) => {
            client.getAnalyzerInfo(new Empty(), (error, response) => {
                if (error === null) {
                    resolve(response);
                } else {
                    reject(error);
                }
            });
        });
    }

    async function told(): Promise<Told> {
        return JSON.parse(await readFile(join(host.directory, "told"), "utf8")) as Told;
    }

    it("starts a pack once its stack is known, in the pack's folder", async () => {
        await host.sdk("run-policy-pack", PACK);
        const client = await connect(start());
        await new Promise((resolve) => client.handshake(new AnalyzerHandshakeRequest(), resolve));
        await assert.rejects(told(), { code: "ENOENT" });
        assert.equal(await configureStack(client), undefined);
        assert.equal((await info(client)).getName(), "pack");

        const { argv, cwd, env } = await told();
        assert.deepEqual(argv, [host.engineAddress, host.directory]);
        assert.equal(cwd, await realpath(host.directory));
        assert.deepEqual(
            Object.fromEntries(
                Object.entries(env).filter(([name]) => name.startsWith("PULUMI_") || name === "TWICE"),
            ),
            {
                PULUMI_CONFIG: '{"tiny:greeting":"bonjour"}',
                PULUMI_NODEJS_DRY_RUN: "true",
                PULUMI_NODEJS_ORGANIZATION: "organization",
                PULUMI_NODEJS_PROJECT: "tiny",
                PULUMI_NODEJS_STACK: "dev",
                PULUMI_NODEJS_TYPESCRIPT: "true",
                TWICE: "a=b",
            },
        );
    });

    it("has a pack listen on the port that the engine knows", async () => {
        await host.sdk("run-policy-pack", PACK);
        const client = await connect(start());
        const { port } = new URL(`grpc://${client.getChannel().getTarget().replace(/^dns:/, "")}`);
        await configureStack(client);
        await info(client);
        assert.equal(await readFile(join(host.directory, "port"), "utf8"), port);
    });

    it("does not keep the engine, which has other packs to start, until a pack has started", async () => {
        await host.sdk("run-policy-pack", "setInterval(() => {}, 1000);");
        const client = await connect(start());
        assert.equal(await configureStack(client), undefined);
        assert.equal(await new Promise((resolve) => client.getPluginInfo(new Empty(), resolve)), null);
    });

    it("refuses to ask a pack of no stack", async () => {
        await host.sdk("run-policy-pack", PACK);
        await assert.rejects(info(await connect(start())), {
            code: status.FAILED_PRECONDITION,
            details: "expected ConfigureStack first",
        });
    });

    it("tells a pack its stack's tags", async () => {
        await host.sdk("run-policy-pack", PACK);
        const client = await connect(start());
        assert.equal(await configureStack(client), undefined);
        await info(client);
        assert.equal(await readFile(join(host.directory, "tags"), "utf8"), '{"team":"soins"}');
    });

    it("starts a pack whose SDK is too old to be told", async () => {
        await host.sdk("run-policy-pack", PACK.replace("configureStack:", "configureNothing:"));
        const client = await connect(start());
        assert.equal(await configureStack(client), undefined);
        assert.equal((await info(client)).getName(), "pack");
    });

    it("shows what a pack prints after its port", async () => {
        await host.sdk("run-policy-pack", PACK);
        const stream = start();
        await configureStack(await connect(stream));
        await eventually(
            () => Promise.resolve(stream.stdout()),
            (text) => /^\d+\nready\n$/.test(text),
        );
    });

    it("fails the engine's call when a pack dies at its start", async () => {
        await host.sdk("run-policy-pack", "console.error('no such rule'); process.exit(3);");
        const stream = start();
        const client = await connect(stream);
        await configureStack(client);
        await assert.rejects(info(client), {
            code: status.INTERNAL,
            details: "policy pack not started: could not read policy pack port: exit status 3",
        });
        assert.equal(await stream.end, undefined);
        assert.equal(stream.exitCode(), 3);
        assert.equal(stream.stderr(), "no such rule\n");
    });

    it("fails the engine's call when a pack says no port", async () => {
        await host.sdk("run-policy-pack", "console.log('hello'); setInterval(() => {}, 1000);");
        const stream = start();
        const client = await connect(stream);
        await configureStack(client);
        await assert.rejects(info(client), {
            details: `policy pack not started: expected a port on the first line of the pack's output, got "hello"`,
        });
        await stream.end;
        assert.equal(stream.exitCode(), 137);
    });

    it("fails pending and later calls when a pack dies on the way", async () => {
        await host.sdk("run-policy-pack", PACK);
        const stream = start();
        const client = await connect(stream);
        await configureStack(client);
        await info(client);
        const pending = new Promise<ServiceError | null>((resolve) => client.cancel(new Empty(), resolve));
        process.kill((await told()).pid, "SIGKILL");
        assert.equal((await pending)?.code, status.UNAVAILABLE);
        await stream.end;
        assert.equal(stream.exitCode(), 137);
        await assert.rejects(info(client), { code: status.UNAVAILABLE });
    });

    it("kills a pack when the engine is done with it", async () => {
        await host.sdk("run-policy-pack", PACK);
        const stream = start();
        const client = await connect(stream);
        await configureStack(client);
        await info(client);
        const { pid } = await told();
        stream.cancel();
        await eventually(
            () => Promise.resolve(isAlive(pid)),
            (alive) => !alive,
        );
        assert.equal((await stream.end)?.code, status.CANCELLED);
    });

    it("closes the door of a pack that the engine gives up before its start", async () => {
        await host.sdk("run-policy-pack", PACK);
        const stream = start();
        const client = await connect(stream);
        stream.cancel();
        await stream.end;
        await eventually(
            () => configureStack(client),
            (error) => error?.code === status.UNAVAILABLE,
        );
    });

    it("says in the engine's words that a pack has no SDK", async () => {
        const stream = start();
        await stream.end;
        assert.equal(stream.stderr(), "Cannot find module '@pulumi/pulumi/cmd/run-policy-pack'\n");
        assert.equal(stream.exitCode(), 1);
    });

    it("refuses runtime options of the wrong type", async () => {
        assert.equal(
            (await start("analyzer", { typescript: 1 }).end)?.details,
            "typescript option must be a boolean",
        );
    });

    it("runs another plugin in the engine's folder", async () => {
        await host.sdk(
            "run-plugin",
            "console.log(process.argv.slice(2).join(' '), process.cwd()); process.exit(4);",
        );
        const stream = start("resource");
        await stream.end;
        assert.equal(stream.stdout(), `${host.directory} ${host.engineAddress} /\n`);
        assert.equal(stream.exitCode(), 4);
    });
});
