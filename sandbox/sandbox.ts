import { mkdir, realpath } from "node:fs/promises";
import { join, resolve } from "node:path";

import { BANNER, CLUSTER_BANNER } from "./banner";
import { Children } from "./children";
import { runCli, type Pulumi, type PulumiIo } from "./cli";
import { Api } from "./cluster/api";
import { runningCluster } from "./cluster/state";
import { resolveEngine } from "./engine";
import { sandboxVariables } from "./environment";
import { serveLanguageHost } from "./language-host/language-host";
import { markPlugins } from "./plugin-markers";
import { serveProviders } from "./providers";
import { acceptingObjects } from "./providers/kubernetes/accepting-objects";
import { LiveObjects } from "./providers/kubernetes/live/live-objects";
import { commandWords, copyStackConfig, isStackInit, namedStack, selectedStack } from "./stack-config";
import { removeDeadLocks } from "./stack-locks";
import { UserError } from "./user-error";

/** Where a sandbox lives and what it says while it opens. */
export interface SandboxOptions {
    /** The folder of Pulumi.yaml. */
    readonly projectDirectory: string;
    /** Defaults to `.sandbox` in the project. */
    readonly directory?: string;
    /** Receives the line that says that Azure is simulated, then lines of progress, such as those of building the engine. */
    readonly log: (line: string) => void;
}

/**
 * Opens the sandbox: the real Pulumi CLI against simulated providers served by this process, with state in a folder.
 *
 * Fails with a UserError when no CLI can be had.
 */
export async function openSandbox(options: SandboxOptions): Promise<Pulumi> {
    if (process.platform === "win32") {
        throw new UserError("the sandbox: expected Linux, macOS or WSL, got Windows");
    }
    const projectDirectory = await realpath(options.projectDirectory);
    const directory = resolve(options.directory ?? join(projectDirectory, ".sandbox"));
    const cluster = await runningCluster(directory);
    options.log(cluster === undefined ? BANNER : CLUSTER_BANNER);
    const folders = {
        home: join(directory, "home"),
        state: join(directory, "state"),
        config: join(directory, "config"),
    };
    await Promise.all(Object.values(folders).map((folder) => mkdir(folder, { recursive: true })));
    await removeDeadLocks(folders.state);

    const children = new Children();
    const closings: (() => Promise<void> | void)[] = [() => children.close()];
    const close = async (): Promise<void> => {
        for (const closing of closings) {
            await closing();
        }
    };
    try {
        const engine = await resolveEngine({ log: options.log, children });
        const api = cluster && Api.of(cluster.kubeconfig);
        const providers = await serveProviders(api ? new LiveObjects(api) : acceptingObjects);
        closings.push(() => {
            providers.close();
            api?.close();
        });
        const variables = sandboxVariables(process.env, {
            home: folders.home,
            state: folders.state,
            providers: providers.ports,
        });
        await markPlugins(folders.home, [
            ...providers.plugins,
            ...(engine.hasLanguageHost
                ? []
                : [{ kind: "language" as const, name: "nodejs", version: engine.version }]),
        ]);
        const execute: Pulumi["run"] = async (args, io = {}) => {
            const stack = namedStack(args) ?? (await selectedStack(folders.home, projectDirectory));
            const config =
                stack === undefined
                    ? undefined
                    : await copyStackConfig(projectDirectory, stack, folders.config);
            // "config" is about the project's own file.
            const isCopyUsed = config !== undefined && commandWords(args)[0] !== "config";
            const env = {
                ...variables,
                ...(isCopyUsed ? { PULUMI_OPTION_CONFIG_FILE: config } : {}),
                ...io.env,
            };
            // "stack init" takes no --config-file, and writes a salt beside Pulumi.yaml: beside the copy, then.
            const cwd = isCopyUsed && isStackInit(args) ? folders.config : projectDirectory;
            if (engine.hasLanguageHost) {
                return await runCli(children, engine.command, args, cwd, { ...io, env });
            }
            const host = await serveLanguageHost({ version: engine.version, children, environment: env });
            try {
                const languages = { PULUMI_DEBUG_LANGUAGES: `nodejs:${String(host.port)}` };
                return await runCli(children, engine.command, args, cwd, {
                    ...io,
                    env: { ...env, ...languages },
                });
            } finally {
                host.close();
            }
        };
        return { run: (args, io) => runInSteps(execute, args, io), close };
    } catch (error) {
        await close();
        throw error;
    }
}

/**
 * Runs a command, as two where the CLI alone would touch the project's files or miss them: "destroy --remove" deletes
 * Pulumi.<stack>.yaml, whatever it is told, which "stack rm" does not; "stack init" selects the stack for the folder it runs in.
 */
async function runInSteps(execute: Pulumi["run"], args: readonly string[], io?: PulumiIo): Promise<number> {
    const stack = namedStack(args);
    const selection = stack === undefined ? [] : ["--stack", stack];
    const [command = ""] = commandWords(args);
    if (["destroy", "down", "dn"].includes(command) && args.includes("--remove")) {
        const exitCode = await execute(
            args.filter((arg) => arg !== "--remove"),
            io,
        );
        return exitCode === 0 ? await execute(["stack", "rm", "--yes", ...selection], io) : exitCode;
    }
    const exitCode = await execute(args, io);
    return exitCode === 0 && isStackInit(args) && !args.includes("--no-select")
        ? await execute(["stack", "select", ...selection], io)
        : exitCode;
}

export { ensureStack } from "./stacks";
export type { Pulumi, PulumiIo } from "./cli";
