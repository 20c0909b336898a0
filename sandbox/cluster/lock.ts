import { randomUUID } from "node:crypto";
import { link, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { UserError } from "../user-error";
import { identify, isRunning, type ProcessIdentity } from "./processes";

const RETRY_MS = 100;

/** What a lock file says once its holder has given it back. */
const FREE = "free";

/**
 * Acts while no other command holds the lock of a folder; a holder's end, however it comes, gives it back. Calls
 * `waiting` once if it has to wait.
 *
 * The folder has a numbered file for each time the lock was taken, and whoever made the highest holds it: so nobody has
 * to remove the file of a dead holder, which might by then be another's.
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
    const ticket = join(folder, randomUUID());
    await writeFile(ticket, JSON.stringify(self));
    try {
        let taken: number | undefined;
        for (let attempt = 0; (taken = await take(folder, ticket)) === undefined; attempt++) {
            if (attempt === 0) {
                waiting();
            }
            await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
        }
        try {
            return await act();
        } finally {
            await writeFile(`${ticket}.free`, FREE);
            await rename(`${ticket}.free`, join(folder, String(taken)));
        }
    } finally {
        await rm(ticket, { force: true });
    }
}

/** The number of the file that now holds the lock; undefined when somebody else holds it. */
async function take(folder: string, ticket: string): Promise<number | undefined> {
    for (;;) {
        const numbers = await numbersIn(folder);
        const last = Math.max(0, ...numbers);
        if (await isHeld(join(folder, String(last)))) {
            return undefined;
        }
        const next = join(folder, String(last + 1));
        if (!(await isLinked(ticket, next))) {
            continue;
        }
        // Others may have taken and given back the lock since the look at the folder.
        if (Math.max(...(await numbersIn(folder))) === last + 1) {
            await Promise.all(numbers.map((number) => rm(join(folder, String(number)), { force: true })));
            return last + 1;
        }
        await rm(next);
    }
}

async function numbersIn(folder: string): Promise<readonly number[]> {
    return (await readdir(folder)).filter((name) => /^\d+$/.test(name)).map(Number);
}

async function isHeld(file: string): Promise<boolean> {
    const text = await readFile(file, "utf8").catch(() => FREE);
    return text !== FREE && (await isRunning(JSON.parse(text) as ProcessIdentity));
}

/** A link is there whole or not at all, and never over another file. */
async function isLinked(ticket: string, file: string): Promise<boolean> {
    try {
        await link(ticket, file);
        return true;
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "EEXIST") {
            return false;
        }
        throw error;
    }
}
