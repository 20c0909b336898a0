import { spawn, type ChildProcess, type SpawnOptions } from "node:child_process";
import { join } from "node:path";

/** When a child is killed once this process is gone: at once, or after 5 seconds in which it may end by itself. */
export type Killing = "now" | "late";

export interface ChildOptions extends Omit<SpawnOptions, "detached"> {
    readonly killing: Killing;
    /** Leave the child in this process's group, as a program that reads from the terminal must be. Defaults to false. */
    readonly foreground?: boolean;
}

/** A child process, and the signal to it and to whatever it started in its own process group. */
export interface Child {
    readonly process: ChildProcess;
    signal(signal: NodeJS.Signals): void;
}

/**
 * The processes of one sandbox. Each has a process group of its own, so that the terminal's Ctrl-C reaches the engine
 * alone, and none outlives this process: a shell that waits on a pipe from here ends them when the pipe closes.
 */
export class Children {
    private readonly running = new Set<Child>();
    private readonly reaper: ChildProcess;

    public constructor() {
        this.reaper = spawn("/bin/sh", [join(__dirname, "reaper.sh")], {
            detached: true,
            stdio: ["pipe", "ignore", "ignore"],
        });
        this.reaper.unref();
        // The reaper's end is this process's or the machine's: there is nobody left to tell.
        this.reaper.on("error", () => undefined);
        this.reaper.stdin?.on("error", () => undefined);
    }

    /** Starts a child. It resolves nothing: a command that cannot be run is an "error" event, as with Node's spawn. */
    public spawn(command: string, args: readonly string[], options: ChildOptions): Child {
        const { killing, foreground = false, ...spawnOptions } = options;
        const process_ = spawn(command, args, { ...spawnOptions, detached: !foreground });
        const { pid } = process_;
        const target = pid === undefined ? undefined : foreground ? pid : -pid;
        const child: Child = {
            process: process_,
            signal: (signal) => {
                if (target !== undefined && process_.exitCode === null && process_.signalCode === null) {
                    signalGroup(target, signal);
                }
            },
        };
        if (target !== undefined) {
            this.running.add(child);
            this.tell(`watch ${killing.toUpperCase()} ${String(target)}`);
            process_.once("exit", () => {
                this.running.delete(child);
                this.tell(`forget ${String(target)}`);
                if (!foreground) {
                    signalGroup(target, "SIGKILL");
                }
            });
        }
        return child;
    }

    /** Signals whatever runs. */
    public signal(signal: NodeJS.Signals): void {
        for (const child of this.running) {
            child.signal(signal);
        }
    }

    /** Kills whatever still runs, and waits for its end. */
    public async close(): Promise<void> {
        const ends = [...this.running].map(
            (child) =>
                new Promise<void>((resolve) =>
                    child.process.once("exit", () => {
                        resolve();
                    }),
                ),
        );
        this.signal("SIGKILL");
        await Promise.all(ends);
        this.reaper.stdin?.end();
    }

    private tell(line: string): void {
        this.reaper.stdin?.write(`${line}\n`);
    }
}

/** Signals a process or, when the id is negative, a group; one that has ended already is no fault. */
function signalGroup(target: number, signal: NodeJS.Signals): void {
    try {
        process.kill(target, signal);
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ESRCH") {
            throw error;
        }
    }
}
