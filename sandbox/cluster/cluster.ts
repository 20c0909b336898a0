import { fork } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";

import { Children } from "../children";
import { ownVariables } from "../environment";
import { forwardSignals } from "../signals";
import { UserError } from "../user-error";
import { withLock } from "./lock";
import { areGone, signalled } from "./processes";
import { clusterDirectory, logsFolder, readState, runningCluster, type RunningCluster } from "./state";
import type { SupervisorMessage } from "./supervisor";
import { clusterTools, type Tools } from "./tools";

/** Whose cluster, and where lines of progress go. */
export interface ClusterOptions {
    /** The sandbox's folder; the cluster has "cluster" in it. */
    readonly sandboxDirectory: string;
    readonly log: (line: string) => void;
}

/** How long a supervisor that is asked to end may take. */
const END_MS = 20_000;

/** How long processes may take to go once they are killed. */
const KILL_MS = 5_000;

/** The cluster of a sandbox, put up if it is not. `isNew` tells which. Fails with a UserError when it cannot be had. */
export async function putUp(options: ClusterOptions): Promise<RunningCluster & { readonly isNew: boolean }> {
    if (process.platform === "win32") {
        throw new UserError("the sandbox: expected Linux, macOS or WSL, got Windows");
    }
    return await alone(options, async () => {
        const before = await runningCluster(options.sandboxDirectory);
        if (before !== undefined) {
            return { ...before, isNew: false };
        }
        await remove(options.sandboxDirectory);
        await startUnlessInterrupted(options);
        const cluster = await runningCluster(options.sandboxDirectory);
        if (cluster === undefined) {
            throw new UserError("cluster: expected it to be up, got its end");
        }
        return { ...cluster, isNew: true };
    });
}

/** Ends the cluster of a sandbox and forgets its data. Gives whether there was one. */
export async function takeDown(options: ClusterOptions): Promise<boolean> {
    return await alone(options, () => remove(options.sandboxDirectory));
}

/** One command at a time changes a sandbox's cluster. */
function alone<Result>(options: ClusterOptions, act: () => Promise<Result>): Promise<Result> {
    const waiting = (): void => {
        options.log("cluster: another command puts it up or takes it down; waiting for it");
    };
    return withLock(join(options.sandboxDirectory, "cluster-locks"), waiting, act);
}

/** Ends what runs, or what a killed supervisor left, and removes the folder. */
async function remove(sandboxDirectory: string): Promise<boolean> {
    const directory = clusterDirectory(sandboxDirectory);
    const state = await readState(directory);
    if (state !== undefined) {
        const { supervisor, programs } = state;
        if (await signalled(supervisor, "SIGTERM")) {
            await areGone([supervisor], END_MS);
        }
        const all = [{ ...supervisor, name: "supervisor" }, ...programs];
        await Promise.all(all.map((process_) => signalled(process_, "SIGKILL")));
        if (!(await areGone(all, KILL_MS))) {
            throw new UserError(
                `cluster: expected its processes to end, got ${all.map(({ name, pid }) => `${name} ${String(pid)}`).join(", ")}`,
            );
        }
    }
    await rm(directory, { recursive: true, force: true });
    return state !== undefined;
}

/** Builds the programs, if need be, and starts a supervisor; a signal ends either. */
async function startUnlessInterrupted(options: ClusterOptions): Promise<void> {
    const children = new Children();
    const interruption = new AbortController();
    let interrupter: NodeJS.Signals | undefined;
    const interrupt = (signal: NodeJS.Signals): void => {
        interrupter ??= signal;
        children.signal(signal);
        interruption.abort();
    };
    const stopForwarding = forwardSignals({ signal: interrupt }, { foreground: false });
    try {
        const tools = await clusterTools(process.env, { log: options.log, children });
        await start(tools, options, interruption.signal);
    } catch (error) {
        throw interrupter === undefined
            ? error
            : new UserError(`cluster: expected time to come up, got ${interrupter}`);
    } finally {
        stopForwarding();
        await children.close();
    }
}

/** Starts a supervisor, in a session of its own, and waits until its cluster is up. */
async function start(tools: Tools, options: ClusterOptions, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const directory = clusterDirectory(options.sandboxDirectory);
    const logs = logsFolder(directory);
    await mkdir(logs, { recursive: true });
    const began = performance.now();
    const output = openSync(join(logs, "supervisor.log"), "w", 0o600);
    const supervisor = fork(join(__dirname, "supervisor.ts"), [directory, JSON.stringify(tools)], {
        execArgv: ["--require", createRequire(__filename).resolve("tsx/cjs")],
        cwd: directory,
        detached: true,
        env: ownVariables(process.env),
        stdio: ["ignore", output, output, "ipc"],
    });
    closeSync(output);
    const end = (): void => {
        supervisor.kill("SIGTERM");
    };
    signal.addEventListener("abort", end);
    try {
        await new Promise<void>((resolve, reject) => {
            supervisor.on("message", (message: SupervisorMessage) => {
                if ("progress" in message) {
                    const seconds = ((performance.now() - began) / 1000).toFixed(1);
                    options.log(`cluster: ${message.progress}, ${seconds} s`);
                } else if ("up" in message) {
                    resolve();
                } else {
                    reject(new UserError(`cluster: ${message.failure}`));
                }
            });
            supervisor.once("error", reject);
            supervisor.once("exit", (code, killer) => {
                const how = killer ?? `exit code ${String(code)}`;
                reject(new UserError(`cluster: expected its supervisor to run, got ${how}; see ${logs}`));
            });
        });
    } finally {
        signal.removeEventListener("abort", end);
        if (supervisor.connected) {
            supervisor.disconnect();
        }
        supervisor.unref();
    }
}
