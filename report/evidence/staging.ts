import { createHash, randomBytes } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";
import { lstat, mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import type { Language } from "../words/language";
import { toldOfDisk } from "./disk-error";

/** What a run writes before it gives it its name: `.staging-`, the machine, the process, and a random part. */
const STAGING = /^\.staging-(?<machine>[0-9a-f]{8})-(?<pid>\d+)-[0-9a-f]{8}$/;

/** From when on what a run of another machine left is known to be dead: no report takes that long. */
const DEAD_AFTER_MS = 24 * 60 * 60 * 1000;

export function isStaging(name: string): boolean {
    return STAGING.test(name);
}

/** A path that no other run uses, on the file system of the folder it is in. */
export function stagingPath(parent: string): string {
    const random = randomBytes(4).toString("hex");
    return join(parent, `.staging-${machine()}-${process.pid.toString()}-${random}`);
}

/**
 * Writes a folder whole or not at all: beside its place, synced to the disk, then renamed.
 *
 * @param names - of the folder; the first that is free, or an empty folder, is taken.
 * @param fill - writes the files, each synced.
 * @returns its path.
 * @throws UserError when the disk is full or refuses.
 */
export async function writeFolder(
    parent: string,
    names: Iterable<string>,
    language: Language,
    fill: (staging: string) => Promise<void>,
): Promise<string> {
    const staging = stagingPath(parent);
    try {
        await mkdir(parent, { recursive: true });
        await removeDead(parent);
        await mkdir(staging);
        await fill(staging);
        await syncFolder(staging);
        const folder = await moved(staging, parent, names);
        await syncFolder(parent);
        return folder;
    } catch (error) {
        throw toldOfDisk(error, parent, language);
    } finally {
        await rm(staging, { recursive: true, force: true });
    }
}

/** What tells that a name is taken: a folder with files in it, or something else. */
const TAKEN = ["ENOTEMPTY", "EEXIST", "ENOTDIR"];

async function moved(staging: string, parent: string, names: Iterable<string>): Promise<string> {
    let refusal: unknown;
    for (const name of names) {
        const folder = join(parent, name);
        try {
            await rename(staging, folder);
            return folder;
        } catch (error) {
            if (!TAKEN.includes((error as NodeJS.ErrnoException).code ?? "")) {
                throw error;
            }
            refusal = error;
        }
    }
    throw refusal;
}

/** Makes the names in a folder last through a loss of power, where its file system can. */
export async function syncFolder(folder: string): Promise<void> {
    const handle = await open(folder, "r");
    try {
        await handle.sync();
    } catch (error) {
        if (!["EINVAL", "ENOTSUP"].includes((error as NodeJS.ErrnoException).code ?? "")) {
            throw error;
        }
    } finally {
        await handle.close();
    }
}

/** Removes what killed runs left. */
async function removeDead(parent: string): Promise<void> {
    for (const name of (await readdir(parent)).filter(isStaging)) {
        const path = join(parent, name);
        if (await isDead(name, path)) {
            // Another user's cannot be removed: it is in nobody's way.
            await rm(path, { recursive: true, force: true }).catch(() => undefined);
        }
    }
}

async function isDead(name: string, path: string): Promise<boolean> {
    const { machine: owner, pid } = STAGING.exec(name)?.groups ?? {};
    if (owner === machine() && !isAlive(Number(pid))) {
        return true;
    }
    const stats = await lstat(path).catch(() => undefined);
    return stats !== undefined && Date.now() - stats.mtimeMs > DEAD_AFTER_MS;
}

function isAlive(pid: number): boolean {
    try {
        process.kill(pid, 0);
        return true;
    } catch (error) {
        return (error as NodeJS.ErrnoException).code !== "ESRCH";
    }
}

let known: string | undefined;

/** What process ids are unique within: a start of a machine, and on Linux a namespace of processes, such as a container's. */
function machine(): string {
    known ??= createHash("sha256")
        .update(
            [
                hostname(),
                orNone(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8")),
                orNone(() => readlinkSync("/proc/self/ns/pid")),
            ].join("\n"),
        )
        .digest("hex")
        .slice(0, 8);
    return known;
}

function orNone(read: () => string): string {
    try {
        return read();
    } catch {
        return "";
    }
}
