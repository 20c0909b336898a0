/** Gets the tools that the audit is measured against, once, into the user's cache. */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm } from "node:fs/promises";
import { arch, platform } from "node:os";
import { dirname, join } from "node:path";
import type { Children } from "../../sandbox/children";
import { cliCache } from "../../sandbox/engine-build";
import { UserError } from "../../sandbox/user-error";

const REQUIREMENTS = join(__dirname, "checkov", "requirements.txt");
const CONFTEST_MODULE = join(__dirname, "conftest");

const PROGRESS_MS = 10_000;

export interface InstallOptions {
    readonly log: (line: string) => void;
    readonly children: Children;
}

/** What starts a tool: an executable and the arguments that come before its own. */
export type Launcher = readonly [command: string, ...args: string[]];

/** Checkov as requirements.txt pins it, in a virtual environment. Fails with a UserError. */
export async function checkov(options: InstallOptions): Promise<Launcher> {
    const directory = await installed("checkov", REQUIREMENTS, options, async (temporary, step) => {
        await step("python3", ["-m", "venv", temporary]);
        await step(join(temporary, "bin", "python"), [
            ...["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"],
            ...["--requirement", REQUIREMENTS],
        ]);
    });
    // The scripts of an environment that was moved name an interpreter that is no longer there.
    return [join(directory, "bin", "python"), join(directory, "bin", "checkov")];
}

/** conftest as its go.sum pins it. Fails with a UserError. */
export async function conftest(options: InstallOptions): Promise<Launcher> {
    const directory = await installed(
        "conftest",
        join(CONFTEST_MODULE, "go.sum"),
        options,
        async (temporary, step) => {
            await step(
                "go",
                [
                    ...["build", "-trimpath", "-ldflags", "-s -w", "-o", join(temporary, "conftest")],
                    "github.com/open-policy-agent/conftest",
                ],
                CONFTEST_MODULE,
            );
        },
    );
    return [join(directory, "conftest")];
}

type Step = (command: string, args: readonly string[], cwd?: string) => Promise<void>;

/** The folder of a tool, filled first if no run before has done so for the same lock file. */
async function installed(
    tool: string,
    lockFile: string,
    { log, children }: InstallOptions,
    fill: (directory: string, step: Step) => Promise<void>,
): Promise<string> {
    const lock = createHash("sha256")
        .update(await readFile(lockFile))
        .digest("hex");
    const directory = join(
        dirname(cliCache(process.env)),
        "bench",
        `${tool}-${lock.slice(0, 16)}-${platform()}-${arch()}`,
    );
    if (existsSync(directory)) {
        return directory;
    }
    const temporary = `${directory}.${process.pid.toString()}`;
    await mkdir(temporary, { recursive: true });
    log(`${tool}: installed once, into ${dirname(directory)}. This takes a minute or two.`);
    const start = performance.now();
    const seconds = (): string => `${((performance.now() - start) / 1000).toFixed(0)} s`;
    const progress = setInterval(() => {
        log(`${tool}: ${seconds()}`);
    }, PROGRESS_MS);
    try {
        await fill(temporary, (command, args, cwd = temporary) => run(tool, children, command, args, cwd));
        await rename(temporary, directory);
    } finally {
        clearInterval(progress);
        await rm(temporary, { recursive: true, force: true });
    }
    log(`${tool}: installed in ${seconds()}.`);
    return directory;
}

function run(
    tool: string,
    children: Children,
    command: string,
    args: readonly string[],
    cwd: string,
): Promise<void> {
    const child = children.spawn(command, args, {
        killing: "now",
        cwd,
        // Neither a C compiler nor the user's own workspace has a part in a Go build.
        env: { ...process.env, CGO_ENABLED: "0", GOWORK: "off", GOFLAGS: "-mod=readonly" },
        stdio: ["ignore", "ignore", "pipe"],
    });
    let errors = "";
    child.process.stderr?.on("data", (part: Buffer) => (errors += part.toString()));
    return new Promise((resolve, reject) => {
        child.process.once("error", () => {
            reject(new UserError(`${tool}: expected ${command} on PATH to install it with, got none`));
        });
        child.process.once("close", (code) => {
            if (code === 0) {
                resolve();
                return;
            }
            const words = errors.trim().split("\n").slice(-3).join("; ");
            reject(
                new UserError(
                    `${tool}: expected ${command} ${args.slice(0, 2).join(" ")} to succeed, got "${words}"`,
                ),
            );
        });
    });
}
