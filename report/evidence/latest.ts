import { rename, rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import { LATEST } from "./names";
import { stagingPath, syncFolder } from "./staging";

/** Has `latest` point to a report of its series, in one step. */
export async function pointLatest(series: string, name: string): Promise<void> {
    const link = stagingPath(series);
    await symlink(name, link);
    try {
        await rename(link, join(series, LATEST));
    } finally {
        await rm(link, { force: true });
    }
    await syncFolder(series);
}

/** Removes `latest`, so that a run without verdict leaves nothing that looks current. Earlier reports stay. */
export async function withdrawLatest(series: string): Promise<void> {
    await rm(join(series, LATEST), { force: true });
}
