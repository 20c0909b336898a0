import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { arch } from "node:os";
import { join } from "node:path";

import { UserError } from "../../../sandbox/user-error";
import { download, run } from "./apt";
import { installedOnce, type Folders, type Log } from "./cache";
import { PACKAGE_SETS, type Packages, type PackageSet, type Program, type ProgramFile } from "./package-sets";

export type { Program } from "./package-sets";

/** How to run an installed program: `command`, `args`, the user's own arguments, `options`. */
export interface InstalledProgram {
    readonly command: string;
    readonly args: readonly string[];
    /** What leads the program to its own files; last, because `--defaults-file` must come first. */
    readonly options: readonly string[];
    /** The tree that it lies in, as on a system: `usr/share/mariadb` and so on. */
    readonly root: string;
}

/**
 * A program at the version that the platform deploys, or the nearest that Debian has. Installed once for all the user's
 * clones, from Debian packages, without root.
 */
export async function installed(program: Program, log: Log): Promise<InstalledProgram> {
    for (const set of PACKAGE_SETS) {
        const file = set.programs[program];
        if (file !== undefined) {
            return invocation(file, await installedSet(set, log));
        }
    }
    throw new UserError(`program: expected one of the package sets, got ${program}`);
}

function installedSet(set: PackageSet, log: Log): Promise<string> {
    const { name, suites, packages, alone } = set;
    return installedOnce(
        {
            name,
            content: { suites, packages, alone },
            fill: async (folders) => {
                await extract(set, folders, log);
                await checkVersions(set, folders.tree);
            },
        },
        log,
    );
}

/** Fills a tree with the packages of a set. */
export async function extract(set: Packages, { tree, work }: Folders, log: Log): Promise<void> {
    for (const file of await download(set, join(work, "apt"), log)) {
        await run("dpkg-deb", ["--extract", file, tree]);
    }
    // Packages of bookworm and before put the C library into /lib, which is a link to usr/lib on an installed system.
    const lib = join(tree, "lib");
    if (existsSync(lib)) {
        await run("cp", ["--archive", `${lib}/.`, join(tree, "usr/lib")]);
        await rm(lib, { recursive: true });
    }
}

async function checkVersions(set: PackageSet, root: string): Promise<void> {
    for (const file of Object.values(set.programs)) {
        const { command, args } = invocation(file, root);
        const version = await run(command, [...args, file.versionOption]);
        if (!file.version.test(version)) {
            throw new UserError(
                `${file.file}: expected a version that matches ${String(file.version)}, got "${version.trim()}"; ` +
                    "correct the suite in tests/programs/install/package-sets.ts",
            );
        }
    }
}

/** The loader of the tree's own C library starts the program, since the system's may be older. */
function invocation(file: ProgramFile, root: string): InstalledProgram {
    const { libraries, loader } = cLibrary(root);
    return {
        command: loader,
        args: ["--library-path", libraries, join(root, file.file)],
        options: file.options({ root, libraries }),
        root,
    };
}

/** Where the shared libraries of a tree lie, and the loader of its C library. */
export function cLibrary(root: string): { readonly libraries: string; readonly loader: string } {
    const platform = PLATFORMS[arch()];
    if (platform === undefined) {
        throw new UserError(`processor: expected one of ${Object.keys(PLATFORMS).join(", ")}, got ${arch()}`);
    }
    const libraries = join(root, "usr/lib", platform.libraries);
    return { libraries, loader: join(libraries, platform.loader) };
}

const PLATFORMS: Readonly<Record<string, { readonly loader: string; readonly libraries: string }>> = {
    x64: { loader: "ld-linux-x86-64.so.2", libraries: "x86_64-linux-gnu" },
    arm64: { loader: "ld-linux-aarch64.so.1", libraries: "aarch64-linux-gnu" },
};
