import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { platform } from "node:os";
import { promisify } from "node:util";

/** A process, told from a later one with the same id by when it started. */
export interface ProcessIdentity {
    readonly pid: number;
    /** In the words of the system. */
    readonly started: string;
}

/** The identity of a process that runs. */
export async function identify(pid: number): Promise<ProcessIdentity | undefined> {
    const started = await startTime(pid);
    return started === undefined ? undefined : { pid, started };
}

export async function isRunning({ pid, started }: ProcessIdentity): Promise<boolean> {
    return (await startTime(pid)) === started;
}

/** Sends a signal to a process; false when it has ended. */
export async function signalled(identity: ProcessIdentity, signal: NodeJS.Signals): Promise<boolean> {
    if (!(await isRunning(identity))) {
        return false;
    }
    try {
        process.kill(identity.pid, signal);
        return true;
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ESRCH") {
            return false;
        }
        throw error;
    }
}

/** The resident memory of a process, in bytes; 0 when it is gone. */
export async function residentBytes(pid: number): Promise<number> {
    if (platform() === "linux") {
        const status = await readFile(`/proc/${String(pid)}/status`, "utf8").catch(() => "");
        return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
    }
    return Number((await ps(pid, "rss=")) ?? 0) * 1024;
}

/** Waits until none of the processes runs; false when one still does after the time. */
export async function areGone(processes: readonly ProcessIdentity[], timeoutMs: number): Promise<boolean> {
    const end = performance.now() + timeoutMs;
    for (;;) {
        const running = await Promise.all(processes.map(isRunning));
        if (!running.includes(true)) {
            return true;
        }
        if (performance.now() > end) {
            return false;
        }
        await new Promise((resolve) => setTimeout(resolve, 20));
    }
}

/** Undefined for a process that has ended, whether or not its parent has been told. */
async function startTime(pid: number): Promise<string | undefined> {
    if (platform() !== "linux") {
        return await ps(pid, "lstart=");
    }
    const stat = await readFile(`/proc/${String(pid)}/stat`, "utf8").catch(() => "");
    // "PID (NAME) STATE ...": the name may hold anything; the time is the 22nd word, the 20th after the name.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return ["Z", "X"].includes(fields[0] ?? "") ? undefined : fields[19];
}

async function ps(pid: number, column: string): Promise<string | undefined> {
    // It writes times in the language and time zone of whoever asks.
    const env = { ...process.env, LC_ALL: "C", TZ: "UTC" };
    const { stdout } = await promisify(execFile)("ps", ["-o", column, "-p", String(pid)], { env }).catch(
        () => ({ stdout: "" }),
    );
    return stdout.trim() || undefined;
}
