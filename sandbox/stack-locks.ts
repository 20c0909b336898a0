import { readdir, readFile, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";

/**
 * Removes the locks of commands that were killed on this machine, which nobody else would give back. A lock stays when
 * its process may live: then Pulumi itself tells who holds it, and how to break it.
 */
export async function removeDeadLocks(state: string): Promise<void> {
    const locks = join(state, ".pulumi", "locks");
    const entries = await readdir(locks, { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
        const path = join(entry.parentPath, entry.name);
        if (entry.isFile() && entry.name.endsWith(".json") && (await isDead(path))) {
            await rm(path, { force: true });
        }
    }
}

async function isDead(lock: string): Promise<boolean> {
    const text = await readFile(lock, "utf8").catch(() => "{}");
    const { pid, hostname: host } = parse(text);
    if (pid === undefined || host !== hostname()) {
        return false;
    }
    try {
        process.kill(pid, 0);
        return false;
    } catch (error) {
        return (error as NodeJS.ErrnoException).code === "ESRCH";
    }
}

/** A lock file being written just now is not yet JSON. */
function parse(text: string): { readonly pid?: number; readonly hostname?: string } {
    try {
        return JSON.parse(text) as { pid?: number; hostname?: string };
    } catch {
        return {};
    }
}
