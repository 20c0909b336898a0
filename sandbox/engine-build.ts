import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { arch, homedir, platform } from "node:os";
import { dirname, join } from "node:path";

import type { Children } from "./children";
import { UserError } from "./user-error";

/** The Pulumi CLI that toolchain/go.mod pins. */
export const CLI_VERSION = "3.225.0";

const TOOLCHAIN = join(__dirname, "toolchain");

/** Without a version the CLI calls itself a development build, and checks no version range. */
const LINKER_FLAGS = `-s -w -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=${CLI_VERSION}`;

const PROGRESS_MS = 10_000;

/** What a build reports to, and what kills it when this process ends. */
export interface BuildOptions {
    readonly log: (line: string) => void;
    readonly children: Children;
}

/** The CLI built before, if it was; one for all the user's clones. */
export function builtCli(env: NodeJS.ProcessEnv): string | undefined {
    const cli = cachePath(env);
    return existsSync(cli) ? cli : undefined;
}

/** Builds the CLI from Go modules into the user's cache. Fails with a UserError, Go's own words in it. */
export async function buildCli(env: NodeJS.ProcessEnv, options: BuildOptions): Promise<string> {
    const cli = cachePath(env);
    const temporary = `${cli}.${String(process.pid)}`;
    await mkdir(dirname(cli), { recursive: true });
    options.log(
        `Pulumi CLI ${CLI_VERSION}: none is installed, so it is built from Go modules, once. This takes about 3 minutes.`,
    );
    const start = performance.now();
    try {
        await go(["mod", "download"], "downloading modules", start, env, options);
        await go(
            [
                "build",
                "-trimpath",
                "-ldflags",
                LINKER_FLAGS,
                "-o",
                temporary,
                "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi",
            ],
            "compiling",
            start,
            env,
            options,
        );
        await rename(temporary, cli);
    } finally {
        await rm(temporary, { force: true });
    }
    options.log(`Pulumi CLI ${CLI_VERSION}: built in ${seconds(start)}.`);
    return cli;
}

/** Where CLIs are kept for all the user's clones. */
export function cliCache(env: NodeJS.ProcessEnv): string {
    // An empty variable counts as unset (XDG Base Directory Specification).
    const own = env.XDG_CACHE_HOME === "" ? undefined : env.XDG_CACHE_HOME;
    const cache = own ?? join(env.HOME ?? homedir(), ".cache");
    return join(cache, "audioprothese-plus", "pulumi");
}

function cachePath(env: NodeJS.ProcessEnv): string {
    return join(cliCache(env), `v${CLI_VERSION}-${platform()}-${arch()}`, "pulumi");
}

async function go(
    args: readonly string[],
    stage: string,
    start: number,
    env: NodeJS.ProcessEnv,
    { log, children }: BuildOptions,
): Promise<void> {
    const progress = setInterval(() => {
        log(`Pulumi CLI ${CLI_VERSION}: ${stage}, ${seconds(start)}`);
    }, PROGRESS_MS);
    const child = children.spawn("go", args, {
        killing: "now",
        cwd: TOOLCHAIN,
        // Neither a C compiler nor the user's own workspace has a part in it.
        env: { ...env, CGO_ENABLED: "0", GOWORK: "off" },
        stdio: ["ignore", "ignore", "pipe"],
    });
    let errors = "";
    child.process.stderr?.on("data", (part: Buffer) => (errors += part.toString()));
    try {
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
    } finally {
        clearInterval(progress);
    }
}

function seconds(start: number): string {
    return `${((performance.now() - start) / 1000).toFixed(0)} s`;
}
