import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join, relative } from "node:path";

import { Children } from "../../../sandbox/children";
import { GO_VERSION } from "../../../sandbox/cluster/tools";
import { startGoBuild, type GoBuild } from "../../../sandbox/go-build";
import { UserError } from "../../../sandbox/user-error";
import { run } from "./apt";
import { installedOnce, type Folders, type Log } from "./cache";
import { GO_MODULES, type GoModule, type GoPackage, type GoProgram } from "./go-modules";

export type { GoProgram } from "./go-modules";

const FOLDER = join(__dirname, "go");

/** Leaves a processor to whoever waits for the build. */
const COMPILERS = "3";

/** A program, and the folder of the module that pins it. */
interface Pinned extends GoPackage {
    readonly name: GoProgram;
    readonly folder: string;
    readonly module: GoModule;
}

/** Path of a program built from a pinned Go module, once for all the user's clones. */
export async function goProgram(program: GoProgram, log: Log): Promise<string> {
    const pinned = find(program);
    const { folder, package: path } = pinned;
    const { version, stamp, patched } = pinned.module;
    const root = await installedOnce(
        {
            name: program,
            content: { files: digests(folder), path, version, stamp, patched },
            fill: (folders) => compile(pinned, folders, log),
        },
        log,
    );
    return join(root, program);
}

function find(name: GoProgram): Pinned {
    for (const [folder, module] of Object.entries<GoModule>(GO_MODULES)) {
        const found = module.programs[name];
        if (found !== undefined) {
            return { ...found, name, folder: join(FOLDER, folder), module };
        }
    }
    throw new UserError(
        `program: expected one that a module under tests/programs/install/go pins, got ${name}`,
    );
}

/** SHA-256 of every file in a folder. */
function digests(folder: string): Readonly<Record<string, string>> {
    return Object.fromEntries(
        readdirSync(folder, { recursive: true, withFileTypes: true })
            .filter((entry) => entry.isFile())
            .map((entry) => join(entry.parentPath, entry.name))
            .sort()
            .map((file) => [
                relative(folder, file),
                createHash("sha256").update(readFileSync(file)).digest("hex"),
            ]),
    );
}

async function compile(pinned: Pinned, { tree, work }: Folders, log: Log): Promise<void> {
    const { name, folder, module } = pinned;
    const children = new Children();
    const build = startGoBuild(name, process.env, { log, children });
    log(`${name}: built from Go modules, once`);
    const file = join(tree, name);
    try {
        const source =
            module.patched === undefined ? folder : await patch(build, folder, module.patched, work);
        await mkdir(tree);
        await build.run(
            source,
            [
                "build",
                ...["-mod=readonly", "-trimpath", "-p", COMPILERS, "-ldflags", linkerFlags(module)],
                ...["-o", file, pinned.package],
            ],
            "compiling",
        );
    } catch (error) {
        throw error instanceof UserError
            ? new UserError(
                  `${name}: ${error.message}; install Go ${GO_VERSION} or later (https://go.dev/dl/) and let it reach its module proxy`,
              )
            : error;
    } finally {
        await children.close();
    }
    await checkVersion(pinned, file);
}

/** Copies a folder's module and the one it patches; gives the folder of the former, which takes the latter from beside it. */
async function patch(build: GoBuild, folder: string, module: string, work: string): Promise<string> {
    const [source, patched] = [join(work, "source"), join(work, "patched")];
    await run("cp", ["--recursive", folder, source]);
    await build.run(source, ["mod", "download", module], `downloading ${module}`);
    const original = await build.run(source, ["list", "-m", "-f", "{{.Dir}}", module], "patching");
    // The module cache is read-only.
    await run("cp", ["--recursive", "--no-preserve=mode", original.trim(), patched]);
    await run("cp", ["--recursive", `${join(folder, "_over")}/.`, patched]);
    await build.run(source, ["mod", "edit", `-replace=${module}=../patched`], "patching");
    return source;
}

function linkerFlags({ version, stamp }: GoModule): string {
    return version === undefined || stamp === undefined ? "-s -w" : `-s -w -X ${stamp}=${version}`;
}

async function checkVersion(
    { name, module: { version }, versionOption }: Pinned,
    file: string,
): Promise<void> {
    if (version === undefined || versionOption === undefined) {
        return;
    }
    const answer = await run(file, [versionOption]);
    if (!answer.split(/[\s,]+/).some((word) => word === version || word === `v${version}`)) {
        throw new UserError(
            `${name}: expected version ${version}, got "${answer.trim()}"; correct tests/programs/install/go-modules.ts`,
        );
    }
}
