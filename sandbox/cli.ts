import { constants } from "node:os";

import type { Children } from "./children";
import { forwardSignals } from "./signals";
import { UserError } from "./user-error";

/** What a command's output goes to, and what its environment adds. */
export interface PulumiIo {
    /** Receives the output; without it, the output goes where this process's goes. */
    readonly stdout?: (text: string) => void;
    readonly stderr?: (text: string) => void;
    readonly env?: Readonly<Record<string, string | undefined>>;
}

/** A Pulumi CLI ready to run commands. */
export interface Pulumi {
    /** Runs a command and returns its exit code; 128 and the signal's number when it was killed. */
    run(args: readonly string[], io?: PulumiIo): Promise<number>;
    close(): Promise<void>;
}

/** Runs the CLI in a directory with exactly the environment of `io`. */
export async function runCli(
    children: Children,
    command: string,
    args: readonly string[],
    cwd: string,
    io: PulumiIo,
): Promise<number> {
    const inherits = io.stdout === undefined && io.stderr === undefined;
    const foreground = inherits && process.stdin.isTTY;
    const child = children.spawn(command, args, {
        killing: "late",
        foreground,
        cwd,
        // Go takes its working directory from PWD.
        env: { ...io.env, PWD: cwd },
        stdio: [
            inherits ? "inherit" : "ignore",
            io.stdout ? "pipe" : "inherit",
            io.stderr ? "pipe" : "inherit",
        ],
    });
    child.process.stdout?.setEncoding("utf8").on("data", (text: string) => io.stdout?.(text));
    child.process.stderr?.setEncoding("utf8").on("data", (text: string) => io.stderr?.(text));
    const stopForwarding = forwardSignals(child, { foreground });
    try {
        return await new Promise<number>((resolve, reject) => {
            child.process.once("error", (error) => {
                reject(new UserError(`${command}: expected a program that runs, got ${error.message}`));
            });
            child.process.once("close", (code, signal) => {
                resolve(code ?? 128 + constants.signals[signal ?? "SIGKILL"]);
            });
        });
    } finally {
        stopForwarding();
    }
}
