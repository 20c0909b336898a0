import { setTimeout as sleep } from "node:timers/promises";
import { Children } from "../../../../sandbox/children";
import { type GoProgram, goProgram } from "../../../programs/install/go-programs";
import { end } from "../../../support/end";

const log = (line: string) => {
    console.log(line);
};

/** Builds on a busy machine aside, each of them answers within a second or two. */
const START_MS = 60_000;

/** A program that runs on loopback. */
export interface RunningProgram {
    /** All that it has written. */
    output(): string;

    /** Ends it in order, and waits for its end. */
    stop(): Promise<void>;
}

export interface ProgramOptions {
    readonly args: readonly string[];

    /** Page that answers 200 once it is ready. */
    readonly ready: string;

    /** Variables besides this process's own. */
    readonly env?: Readonly<Record<string, string>>;
}

/** Starts one of the Go programs, and waits until it is ready. */
export async function startProgram(name: GoProgram, options: ProgramOptions): Promise<RunningProgram> {
    const path = await goProgram(name, log);
    const children = new Children();
    const child = children.spawn(path, options.args, {
        killing: "now",
        stdio: ["ignore", "pipe", "pipe"],
        env: { ...process.env, ...options.env },
    });
    let output = "";
    for (const stream of [child.process.stdout, child.process.stderr]) {
        stream?.on("data", (part: Buffer) => (output += part.toString()));
    }
    const running = () => child.process.exitCode === null && child.process.signalCode === null;
    const stop = async () => {
        await end(child);
        await children.close();
    };
    const limit = performance.now() + START_MS;
    while (!(await answers(options.ready))) {
        if (!running() || performance.now() > limit) {
            await stop();
            throw new Error(`${name}: expected it to answer at ${options.ready}, got "${output}"`);
        }
        await sleep(50);
    }
    return { output: () => output, stop };
}

const answers = (url: string) =>
    fetch(url).then(
        ({ ok }) => ok,
        () => false,
    );

/** What is at a page, in the format that Prometheus's older versions ask for. Throws an Error for a refusal. */
export async function textAt(url: string): Promise<string> {
    const response = await fetch(url, { headers: { Accept: "text/plain;version=0.0.4" } });
    const text = await response.text();
    if (!response.ok) {
        throw new Error(`${url}: expected 200, got ${response.status.toString()}: ${text}`);
    }
    return text;
}

/** What a program answers at its page of metrics, while it runs. */
export async function metricsOf(
    name: GoProgram,
    port: number,
    args: readonly string[],
    { env = {} }: Pick<ProgramOptions, "env"> = {},
): Promise<string> {
    const at = `http://127.0.0.1:${port.toString()}/metrics`;
    const running = await startProgram(name, { args, ready: at, env });
    try {
        return await textAt(at);
    } finally {
        await running.stop();
    }
}
