import { execFile } from "node:child_process";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

import type { Children } from "./children";
import { buildCli, builtCli, CLI_VERSION, cliCache } from "./engine-build";
import { ownVariables } from "./environment";
import { isExecutable, pulumiOnPath } from "./pulumi-on-path";
import { forwardSignals } from "./signals";
import { UserError } from "./user-error";

/** A Pulumi CLI that answers. */
export interface Engine {
    /** Absolute path of the executable. */
    readonly command: string;
    /** "3.225.0". */
    readonly version: string;
    readonly source: "PATH" | "npm" | "Go modules";
    /** Whether `pulumi-language-nodejs` lies beside the executable, as in an installed CLI. */
    readonly hasLanguageHost: boolean;
}

/** Where to look for a CLI; tests give places of their own. */
export interface EngineOptions {
    /** Receives lines of progress. */
    readonly log: (line: string) => void;
    readonly children: Children;
    /** Defaults to this process's environment; PATH, HOME, XDG_CACHE_HOME and PULUMI_HOME count. */
    readonly env?: NodeJS.ProcessEnv;
    /** Folder of the npm package `pulumi`. Defaults to the installed one. */
    readonly npmPackage?: string;
}

/** The sandbox relies on what this version does; it is also the one that is built. */
const OLDEST_VERSION = CLI_VERSION;

/** How long an installed CLI may take to say its version, and the npm package to download its own. */
const ANSWER_MS = 15_000;
const DOWNLOAD_MS = 300_000;

/** Why a source has no CLI. */
class Refusal extends Error {}

/**
 * Finds a Pulumi CLI: one that is there (on PATH, downloaded by the npm package `pulumi`, built before), or else one that
 * the npm package downloads, or else one built from Go modules.
 *
 * Fails with a UserError that says for each source why not, and the remedy; or that a signal ended the search.
 */
export async function resolveEngine(options: EngineOptions): Promise<Engine> {
    const env = options.env ?? process.env;
    const npmPackage =
        options.npmPackage ?? dirname(createRequire(__filename).resolve("pulumi/package.json"));
    const sources: readonly (readonly [Engine["source"], () => Promise<string> | string])[] = [
        ["PATH", () => pulumiOnPath(env) ?? refuse("expected pulumi there, got none")],
        ["npm", () => downloaded(npmPackage, env)],
        ["Go modules", () => builtCli(env) ?? refuse("expected a CLI built before, got none")],
        ["npm", () => download(npmPackage, env, options)],
        ["Go modules", () => buildCli(env, options)],
    ];
    const refusals = new Map<Engine["source"], string>();
    // A download or a build takes minutes: a signal ends it, and the search.
    let interruption: NodeJS.Signals | undefined;
    const interrupt = (signal: NodeJS.Signals): void => {
        interruption ??= signal;
        options.children.signal(signal);
    };
    const stopForwarding = forwardSignals({ signal: interrupt }, { foreground: false });
    try {
        for (const [source, find] of sources) {
            try {
                return await ask(await find(), source, env);
            } catch (error) {
                if (!(error instanceof Refusal) && !(error instanceof UserError)) {
                    throw error;
                }
                refusals.set(source, error.message);
            }
            if (interruption !== undefined) {
                throw new UserError(`Pulumi CLI: expected time to get one, got ${interruption}`);
            }
        }
    } finally {
        stopForwarding();
    }
    throw new UserError(
        [
            "Pulumi CLI: expected one from PATH, npm or Go, got none",
            `  PATH: ${refusals.get("PATH") ?? ""}; install Pulumi ${OLDEST_VERSION} or later (https://www.pulumi.com/docs/install/)`,
            `  npm: ${refusals.get("npm") ?? ""}; let this machine reach get.pulumi.com`,
            `  Go modules: ${refusals.get("Go modules") ?? ""}; install Go (https://go.dev/dl/) and let it reach its module proxy`,
        ].join("\n"),
    );
}

function refuse(reason: string): never {
    throw new Refusal(reason);
}

/** The CLI that the npm package has downloaded, for the user or for the sandbox. */
function downloaded(npmPackage: string, env: NodeJS.ProcessEnv): string {
    const { version } = JSON.parse(readFileSync(join(npmPackage, "package.json"), "utf8")) as {
        version: string;
    };
    const own = env.PULUMI_HOME ?? join(env.HOME ?? homedir(), ".pulumi");
    const command = [own, npmHome(env)]
        .map((home) => join(home, "versions", version, "bin", "pulumi"))
        .find(isExecutable);
    return command ?? refuse(`expected version ${version} to be downloaded, got none`);
}

/** Where the npm package downloads to, so that nothing in the user's own Pulumi folder changes. */
function npmHome(env: NodeJS.ProcessEnv): string {
    return join(cliCache(env), "npm");
}

async function download(npmPackage: string, env: NodeJS.ProcessEnv, options: EngineOptions): Promise<string> {
    options.log('Pulumi CLI: none is installed, so the npm package "pulumi" tries to download it.');
    const child = options.children.spawn(process.execPath, [join(npmPackage, "run.js"), "version"], {
        killing: "now",
        env: { ...env, PULUMI_VERSION: undefined, PULUMI_HOME: npmHome(env) },
        stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.process.stdout?.on("data", (part: Buffer) => (output += part.toString()));
    child.process.stderr?.on("data", (part: Buffer) => (output += part.toString()));
    const timeout = setTimeout(() => {
        child.signal("SIGKILL");
    }, DOWNLOAD_MS);
    await new Promise((resolve) => child.process.once("close", resolve));
    clearTimeout(timeout);
    try {
        return downloaded(npmPackage, env);
    } catch {
        return refuse(`expected a download of the CLI, got "${lastLine(output)}"`);
    }
}

/** Makes sure that a CLI runs and is not too old. */
async function ask(command: string, source: Engine["source"], env: NodeJS.ProcessEnv): Promise<Engine> {
    const answer = await promisify(execFile)(command, ["version"], {
        env: { ...ownVariables(env), PULUMI_SKIP_UPDATE_CHECK: "true" },
        timeout: ANSWER_MS,
    }).catch((error: unknown) => refuse(`expected ${command} to answer, got "${lastLine(String(error))}"`));
    const version =
        /^v?(\d+\.\d+\.\d+)/.exec(answer.stdout)?.[1] ??
        refuse(`expected ${command} to say its version, got "${answer.stdout.trim()}"`);
    if (compareVersions(version, OLDEST_VERSION) < 0) {
        refuse(`expected ${command} at ${OLDEST_VERSION} or later, got ${version}`);
    }
    const hasLanguageHost = existsSync(join(dirname(realpathSync(command)), "pulumi-language-nodejs"));
    return { command, version, source, hasLanguageHost };
}

/** Negative, zero or positive as one "major.minor.patch" is before, the same as or after another. */
function compareVersions(one: string, other: string): number {
    const [ours = [], theirs = []] = [one, other].map((version) => version.split(".").map(Number));
    const differing = ours.findIndex((part, index) => part !== theirs[index]);
    return differing === -1 ? 0 : (ours[differing] ?? 0) - (theirs[differing] ?? 0);
}

function lastLine(text: string): string {
    return text.trim().split("\n").at(-1) ?? "";
}
