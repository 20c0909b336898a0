import { homedir } from "node:os";
import { join } from "node:path";

import type { Children } from "./children";
import { UserError } from "./user-error";

const PROGRESS_MS = 10_000;

/** What a build reports to, and what kills it when this process ends. */
export interface BuildOptions {
    readonly log: (line: string) => void;
    readonly children: Children;
}

/** Something that Go makes from a module of this repository. */
export interface GoBuild {
    /** What the lines of progress begin with, such as "Pulumi CLI 3.225.0". */
    readonly subject: string;
    readonly env: NodeJS.ProcessEnv;
    /** Runs Go in a folder with a go.mod, and gives what it prints. Fails with a UserError, Go's own words in it. */
    run(directory: string, args: readonly string[], stage: string): Promise<string>;
    /** "95 s", since the start. */
    elapsed(): string;
}

/** Begins a build, whose lines of progress tell the time since now. */
export function startGoBuild(subject: string, env: NodeJS.ProcessEnv, options: BuildOptions): GoBuild {
    const start = performance.now();
    const elapsed = (): string => `${((performance.now() - start) / 1000).toFixed(0)} s`;
    return {
        subject,
        env,
        elapsed,
        run: async (directory, args, stage) => {
            const progress = setInterval(() => {
                options.log(`${subject}: ${stage}, ${elapsed()}`);
            }, PROGRESS_MS);
            try {
                return await go(directory, args, env, options.children);
            } finally {
                clearInterval(progress);
            }
        },
    };
}

/** Where the user's caches are (XDG Base Directory Specification); one for all the user's clones. */
export function userCache(env: NodeJS.ProcessEnv): string {
    // An empty variable counts as unset.
    const own = env.XDG_CACHE_HOME === "" ? undefined : env.XDG_CACHE_HOME;
    return join(own ?? join(env.HOME ?? homedir(), ".cache"), "audioprothese-plus");
}

async function go(
    directory: string,
    args: readonly string[],
    env: NodeJS.ProcessEnv,
    children: Children,
): Promise<string> {
    const child = children.spawn("go", args, {
        killing: "now",
        cwd: directory,
        // Neither a C compiler nor the user's own workspace has a part in it.
        env: { ...env, CGO_ENABLED: "0", GOWORK: "off" },
        stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    let errors = "";
    child.process.stdout?.setEncoding("utf8").on("data", (part: string) => (output += part));
    child.process.stderr?.setEncoding("utf8").on("data", (part: string) => (errors += part));
    await new Promise<void>((resolve, reject) => {
        child.process.once("error", () => {
            reject(new UserError("expected go on PATH, got none"));
        });
        child.process.once("close", (code) => {
            if (code === 0) {
                resolve();
            } else {
                reject(
                    new UserError(
                        `expected go ${args.slice(0, 2).join(" ")} to succeed, got "${errors.trim().split("\n").slice(-3).join("; ")}"`,
                    ),
                );
            }
        });
    });
    return output;
}
