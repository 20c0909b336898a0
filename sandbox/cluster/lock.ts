import { randomUUID } from "node:crypto";
import { mkdir, readdir, readlink, rename, rm, symlink } from "node:fs/promises";
import { join } from "node:path";

import { UserError } from "../user-error";
import { identify, isRunning, type ProcessIdentity } from "./processes";

const RETRY_MS = 100;

/** What a link says once its holder has given the lock back. */
const FREE = "free";

/**
 * Acts while no other command holds the lock of a folder; a holder's end, however it comes, gives it back. Calls
 * `waiting` once if it has to wait.
 *
 * The folder has a numbered link for each time the lock was taken, and whoever made the highest holds it: so nobody has
 * to remove the link of a dead holder, which might by then be another's. A link's target is its holder: it is there whole
 * or not at all, never over another, and takes no room on a full disk, which taking a cluster down may be to free.
 */
export async function withLock<Result>(
    folder: string,
    waiting: () => void,
    act: () => Promise<Result>,
): Promise<Result> {
    await mkdir(folder, { recursive: true });
    const self = await identify(process.pid);
    if (self === undefined) {
        throw new UserError("process: expected the system to tell when this one started, got nothing");
    }
    let taken: string | undefined;
    for (let attempt = 0; (taken = await take(folder, self)) === undefined; attempt++) {
        if (attempt === 0) {
            waiting();
        }
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
    try {
        return await act();
    } finally {
        await giveBack(taken);
    }
}

/** The link by which the process now holds the lock; undefined when another holds it. */
async function take(folder: string, self: ProcessIdentity): Promise<string | undefined> {
    for (;;) {
        const numbers = await numbersIn(folder);
        const last = Math.max(0, ...numbers);
        if (await isHeld(join(folder, String(last)))) {
            return undefined;
        }
        const next = join(folder, String(last + 1));
        if (!(await unless("EEXIST", symlink(JSON.stringify(self), next)))) {
            continue;
        }
        // Others may have taken and given back the lock since the look at the folder.
        if (Math.max(...(await numbersIn(folder))) === last + 1) {
            await Promise.all(numbers.map((number) => rm(join(folder, String(number)), { force: true })));
            return next;
        }
        await rm(next);
    }
}

async function numbersIn(folder: string): Promise<readonly number[]> {
    return (await readdir(folder)).filter((name) => /^\d+$/.test(name)).map(Number);
}

async function isHeld(file: string): Promise<boolean> {
    const text = await readlink(file).catch(() => FREE);
    return text !== FREE && (await isRunning(JSON.parse(text) as ProcessIdentity));
}

async function giveBack(taken: string): Promise<void> {
    const free = `${taken}.${randomUUID()}`;
    // Whoever removes the folder gives back every lock in it.
    if (await unless("ENOENT", symlink(FREE, free))) {
        await unless("ENOENT", rename(free, taken));
    }
}

/** Whether it was done; false when the system refuses it for the given reason. */
async function unless(reason: string, doing: Promise<void>): Promise<boolean> {
    try {
        await doing;
        return true;
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code === reason) {
            return false;
        }
        throw error;
    }
}
