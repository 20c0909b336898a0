import type { AnalyzerStackConfigureRequest } from "@pulumi/pulumi/proto/analyzer_pb";
import { RunPluginResponse, type RunPluginRequest } from "@pulumi/pulumi/proto/language_pb";
import { constants } from "node:os";

import type { Child, Children } from "../children";
import { openPolicyGate, type PolicyGate } from "./policy-gate";
import { readRuntimeOptions } from "./runtime-options";
import { findSdkModule } from "./sdk-module";

/** Has a policy pack listen on descriptor 3. */
const LISTENER = require.resolve("./inherited-listener.cjs");

/** What a plugin needs besides its request. */
export interface PluginContext {
    readonly children: Children;
    /** Sends a part of the plugin's output to the engine. */
    readonly send: (part: RunPluginResponse) => void;
    /** Aborted when the engine is done with the plugin, which is then killed. */
    readonly signal: AbortSignal;
}

/**
 * Runs a plugin written for Node and streams its output, the first line of which is its port; returns when it has ended.
 *
 * A policy pack ("analyzer") starts once the engine has said for which stack; see openPolicyGate.
 */
export async function runPlugin(request: RunPluginRequest, context: PluginContext): Promise<void> {
    const pluginDirectory = request.getInfo()?.getProgramDirectory() ?? request.getProgram();
    const isPack = request.getKind() === "analyzer";
    const module = isPack ? "run-policy-pack" : "run-plugin";
    const options = readRuntimeOptions(request.getInfo());
    const run = findSdkModule(pluginDirectory, module);
    if (run === undefined) {
        // The engine knows this text by heart, and tells how to install the dependencies.
        context.send(
            new RunPluginResponse().setStderr(text(`Cannot find module '@pulumi/pulumi/cmd/${module}'\n`)),
        );
        context.send(new RunPluginResponse().setExitcode(1));
        return;
    }
    const start = (extra: Record<string, string>, listener?: number): Child => {
        const child = context.children.spawn(
            process.execPath,
            isPack
                ? [...options.nodeArgs, "--require", LISTENER, run, ...request.getArgsList(), pluginDirectory]
                : [...options.nodeArgs, run, pluginDirectory, ...request.getArgsList()],
            {
                killing: "now",
                cwd: isPack ? pluginDirectory : request.getPwd(),
                env: { ...environment(request.getEnvList()), ...options.env, ...extra },
                stdio: ["ignore", "pipe", "pipe", listener ?? "ignore"],
            },
        );
        context.signal.addEventListener("abort", () => {
            child.signal("SIGKILL");
        });
        child.process.stderr?.on("data", (part: Buffer) => {
            context.send(new RunPluginResponse().setStderr(part));
        });
        return child;
    };
    const exitCode = isPack ? await runPack(start, context) : await runOther(start({}), context);
    context.send(new RunPluginResponse().setExitcode(exitCode));
}

async function runOther(child: Child, context: PluginContext): Promise<number> {
    child.process.stdout?.on("data", (part: Buffer) => {
        context.send(new RunPluginResponse().setStdout(part));
    });
    return await ended(child);
}

async function runPack(
    start: (extra: Record<string, string>, listener: number) => Child,
    context: PluginContext,
): Promise<number> {
    let gate: PolicyGate | undefined;
    try {
        return await new Promise<number>((resolve, reject) => {
            context.signal.addEventListener("abort", () => {
                resolve(0);
            });
            openPolicyGate(async (stack, listener) => {
                const child = start(stackVariables(stack), listener);
                const exit = ended(child);
                exit.then(resolve, reject);
                await Promise.race([listening(child, context), deathOf(exit)]);
            }).then((opened) => {
                gate = opened;
                context.send(new RunPluginResponse().setStdout(text(`${String(opened.port)}\n`)));
            }, reject);
        });
    } finally {
        gate?.close();
    }
}

/** Waits for a pack's port, the first line of its output; what follows is for the engine to show. */
function listening(child: Child, context: PluginContext): Promise<void> {
    return new Promise((resolve, reject) => {
        let line: string | undefined = "";
        child.process.stdout?.on("data", (part: Buffer) => {
            if (line === undefined) {
                context.send(new RunPluginResponse().setStdout(part));
                return;
            }
            line += part.toString();
            const end = line.indexOf("\n");
            if (end === -1) {
                return;
            }
            const port = line.slice(0, end).trim();
            const rest = line.slice(end + 1);
            line = undefined;
            if (rest !== "") {
                context.send(new RunPluginResponse().setStdout(text(rest)));
            }
            if (/^\d+$/.test(port)) {
                resolve();
            } else {
                child.signal("SIGKILL");
                reject(new Error(`expected a port on the first line of the pack's output, got "${port}"`));
            }
        });
    });
}

async function deathOf(exit: Promise<number>): Promise<never> {
    throw new Error(`could not read policy pack port: exit status ${String(await exit)}`);
}

/** The exit code of a child, its output read to the end; 128 and the signal's number for one that was killed. */
function ended(child: Child): Promise<number> {
    return new Promise((resolve, reject) => {
        child.process.once("error", reject);
        child.process.once("close", (code, signal) => {
            resolve(code ?? 128 + constants.signals[signal ?? "SIGKILL"]);
        });
    });
}

/** The stack as the SDK's packs read it. */
function stackVariables(stack: AnalyzerStackConfigureRequest): Record<string, string> {
    return {
        PULUMI_NODEJS_ORGANIZATION: stack.getOrganization(),
        PULUMI_NODEJS_PROJECT: stack.getProject(),
        PULUMI_NODEJS_STACK: stack.getStack(),
        PULUMI_NODEJS_DRY_RUN: String(stack.getDryRun()),
        PULUMI_CONFIG: JSON.stringify(Object.fromEntries(stack.getConfigMap().getEntryList())),
    };
}

/** The engine sends a whole environment, as "NAME=value" lines of which a later one wins. */
function environment(lines: readonly string[]): Record<string, string> {
    return Object.fromEntries(
        lines.map((line) => {
            const end = line.indexOf("=", 1);
            return [line.slice(0, end), line.slice(end + 1)];
        }),
    );
}

function text(value: string): Uint8Array {
    return Buffer.from(value);
}
