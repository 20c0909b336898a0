import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { arch, platform } from "node:os";
import { dirname, join } from "node:path";

import { startGoBuild, userCache, type BuildOptions } from "./go-build";

/** The Pulumi CLI that toolchain/go.mod pins. */
export const CLI_VERSION = "3.225.0";

const TOOLCHAIN = join(__dirname, "toolchain");

/** Without a version the CLI calls itself a development build, and checks no version range. */
const LINKER_FLAGS = `-s -w -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=${CLI_VERSION}`;

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
    const build = startGoBuild(`Pulumi CLI ${CLI_VERSION}`, env, options);
    options.log(
        `${build.subject}: none is installed, so it is built from Go modules, once. This takes about 3 minutes.`,
    );
    try {
        await build.run(TOOLCHAIN, ["mod", "download"], "downloading modules");
        await build.run(
            TOOLCHAIN,
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
        );
        await rename(temporary, cli);
    } finally {
        await rm(temporary, { force: true });
    }
    options.log(`${build.subject}: built in ${build.elapsed()}.`);
    return cli;
}

/** Where CLIs are kept for all the user's clones. */
export function cliCache(env: NodeJS.ProcessEnv): string {
    return join(userCache(env), "pulumi");
}

function cachePath(env: NodeJS.ProcessEnv): string {
    return join(cliCache(env), `v${CLI_VERSION}-${platform()}-${arch()}`, "pulumi");
}
