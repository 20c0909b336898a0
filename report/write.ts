import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/**
 * Writes all the files into `directory`, each whole, or leaves every one of them as it was and throws.
 *
 * The new files are first written beside the directory, on the same file system, then moved in.
 */
export async function writeAll(
    directory: string,
    files: Readonly<Record<string, string | Iterable<string>>>,
): Promise<void> {
    await mkdir(directory, { recursive: true });
    const staging = await mkdtemp(join(dirname(directory), `.${basename(directory)}-`));
    try {
        for (const [name, content] of Object.entries(files)) {
            await writeFile(join(staging, name), content);
        }
        await moveAll(Object.keys(files), staging, directory);
    } finally {
        await rm(staging, { recursive: true, force: true });
    }
}

async function moveAll(names: readonly string[], staging: string, directory: string): Promise<void> {
    const undo: (() => Promise<void>)[] = [];
    try {
        for (const name of names) {
            const target = join(directory, name);
            const backup = join(staging, `${name}.old`);
            if (await moved(target, backup)) {
                undo.unshift(() => rename(backup, target));
            }
            await rename(join(staging, name), target);
            undo.unshift(() => rm(target));
        }
    } catch (error) {
        for (const step of undo) {
            await step();
        }
        throw error;
    }
}

/** Moves a file away; false when there is none. */
async function moved(from: string, to: string): Promise<boolean> {
    try {
        await rename(from, to);
        return true;
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") {
            return false;
        }
        throw error;
    }
}
