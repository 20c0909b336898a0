import { mkdir, realpath } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

import { BANNER } from "./banner";
import { Children } from "./children";
import { runCli, type Pulumi } from "./cli";
import { resolveEngine } from "./engine";
import { sandboxVariables } from "./environment";
import { serveLanguageHost } from "./language-host/language-host";
import { markPlugins, type AttachedPlugin } from "./plugin-markers";
import { serveProviders } from "./providers";
import { copyStackConfig, isStackInit, namedStack, selectedStack } from "./stack-config";
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
    options.log(BANNER);
    const projectDirectory = await realpath(options.projectDirectory);
    const directory = resolve(options.directory ?? join(projectDirectory, ".sandbox"));
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
        const providers = await serveProviders();
        closings.push(() => {
            providers.close();
        });
        const variables = sandboxVariables(process.env, {
            home: folders.home,
            state: folders.state,
            providers: providers.ports,
        });
        const host = engine.hasLanguageHost
            ? undefined
            : await serveLanguageHost({ version: engine.version, children, environment: variables });
        closings.push(() => host?.close());
        await markPlugins(
            folders.home,
            attachedPlugins(Object.keys(providers.ports), host && engine.version),
        );
        const languages = host && { PULUMI_DEBUG_LANGUAGES: `nodejs:${String(host.port)}` };
        return {
            run: async (args, io = {}) => {
                const stack = namedStack(args) ?? (await selectedStack(folders.home, projectDirectory));
                const config =
                    stack === undefined
                        ? undefined
                        : await copyStackConfig(projectDirectory, stack, folders.config);
                // "stack init" takes no --config-file, and writes a salt beside Pulumi.yaml: beside the copy, then.
                const cwd = config !== undefined && isStackInit(args) ? folders.config : projectDirectory;
                // "config" is about the project's own file.
                const file = args.includes("config") ? undefined : config?.path;
                try {
                    return await runCli(children, engine.command, args, cwd, {
                        ...io,
                        env: {
                            ...variables,
                            ...languages,
                            ...(file === undefined ? {} : { PULUMI_OPTION_CONFIG_FILE: file }),
                            ...io.env,
                        },
                    });
                } finally {
                    await config?.restore();
                }
            },
            close,
        };
    } catch (error) {
        await close();
        throw error;
    }
}

function attachedPlugins(providers: readonly string[], language: string | undefined): AttachedPlugin[] {
    const require = createRequire(__filename);
    const resources = providers.map((name) => {
        const { version } = require(`@pulumi/${name}/package.json`) as { version: string };
        return { kind: "resource" as const, name, version };
    });
    return language === undefined
        ? resources
        : [...resources, { kind: "language", name: "nodejs", version: language }];
}

export { ensureStack } from "./stacks";
export type { Pulumi, PulumiIo } from "./cli";
