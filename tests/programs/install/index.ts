import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { arch } from "node:os";
import { dirname, join } from "node:path";

import { userCache } from "../../../sandbox/go-build";
import { UserError } from "../../../sandbox/user-error";
import { download, run } from "./apt";
import { PACKAGE_SETS, type PackageSet, type Program, type ProgramFile } from "./package-sets";

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

type Log = (line: string) => void;

const installing = new Map<PackageSet, Promise<string>>();

/**
 * A program at the version that the platform deploys, or the nearest that Debian has. Installed once for all the user's
 * clones, from Debian packages, without root.
 */
export async function installed(program: Program, log: Log): Promise<InstalledProgram> {
    for (const set of PACKAGE_SETS) {
        const file = set.programs[program];
        if (file !== undefined) {
            const root = installing.get(set) ?? install(set, log);
            installing.set(set, root);
            return invocation(file, await root);
        }
    }
    throw new UserError(`program: expected one of the package sets, got ${program}`);
}

async function install(set: PackageSet, log: Log): Promise<string> {
    const root = join(programCache(), `${set.name}-${arch()}-${digest(set)}`);
    if (existsSync(root)) {
        return root;
    }
    const start = performance.now();
    await mkdir(dirname(root), { recursive: true });
    const work = await mkdtemp(`${root}.`);
    try {
        const packages = await download(set, join(work, "apt"), log);
        const tree = join(work, "tree");
        for (const file of packages) {
            await run("dpkg-deb", ["--extract", file, tree]);
        }
        await checkVersions(set, tree);
        await putInPlace(tree, root);
    } finally {
        await rm(work, { recursive: true, force: true });
    }
    log(`${set.name}: installed in ${((performance.now() - start) / 1000).toFixed(0)} s`);
    return root;
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

/** Moves a finished tree to where it is looked for, unless another process was quicker. */
async function putInPlace(tree: string, root: string): Promise<void> {
    try {
        await rename(tree, root);
    } catch (error) {
        if (!existsSync(root)) {
            throw error;
        }
    }
}

/** The loader of the tree's own C library starts the program, since the system's may be older. */
function invocation(file: ProgramFile, root: string): InstalledProgram {
    const platform = PLATFORMS[arch()];
    if (platform === undefined) {
        throw new UserError(`processor: expected one of ${Object.keys(PLATFORMS).join(", ")}, got ${arch()}`);
    }
    const libraries = join(root, "usr/lib", platform.libraries);
    return {
        command: join(libraries, platform.loader),
        args: ["--library-path", libraries, join(root, file.file)],
        options: file.options({ root, libraries }),
        root,
    };
}

const PLATFORMS: Readonly<Record<string, { readonly loader: string; readonly libraries: string }>> = {
    x64: { loader: "ld-linux-x86-64.so.2", libraries: "x86_64-linux-gnu" },
    arm64: { loader: "ld-linux-aarch64.so.1", libraries: "aarch64-linux-gnu" },
};

/** Where programs are kept for all the user's clones. */
function programCache(): string {
    return join(userCache(process.env), "programs");
}

/** Changes with what a set is made of, so that a changed set is installed anew. */
function digest({ suites, packages, alone }: PackageSet): string {
    const content = JSON.stringify({ suites, packages, alone });
    return createHash("sha256").update(content).digest("hex").slice(0, 8);
}
