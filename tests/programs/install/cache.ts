import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { arch } from "node:os";
import { dirname, join } from "node:path";

import { userCache } from "../../../sandbox/go-build";

export type Log = (line: string) => void;

/** What is installed once for all the user's clones. */
export interface Installation {
    readonly name: string;
    /** All that it is made of, as JSON: what changes is installed anew. */
    readonly content: unknown;
    readonly fill: (folders: Folders) => Promise<void>;
}

export interface Folders {
    /** What to fill; does not exist yet. */
    readonly tree: string;
    /** Where the filled tree will lie. */
    readonly root: string;
    /** For what is only needed meanwhile. */
    readonly work: string;
}

const installations = new Map<string, Promise<string>>();

/** The folder of what is installed, filled first if no process has done so before. Later calls for what failed fail with the same words. */
export async function installedOnce(installation: Installation, log: Log): Promise<string> {
    const { name, content } = installation;
    const root = join(userCache(process.env), "programs", `${name}-${arch()}-${digest(content)}`);
    const installing = installations.get(root) ?? install(installation, root, log);
    installations.set(root, installing);
    return installing;
}

async function install({ name, fill }: Installation, root: string, log: Log): Promise<string> {
    if (existsSync(root)) {
        return root;
    }
    const start = performance.now();
    await mkdir(dirname(root), { recursive: true });
    const work = await mkdtemp(`${root}.`);
    try {
        const tree = join(work, "tree");
        await fill({ tree, root, work });
        await putInPlace(tree, root);
    } finally {
        await rm(work, { recursive: true, force: true });
    }
    log(`${name}: installed in ${((performance.now() - start) / 1000).toFixed(0)} s`);
    return root;
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

function digest(content: unknown): string {
    return createHash("sha256").update(JSON.stringify(content)).digest("hex").slice(0, 8);
}
