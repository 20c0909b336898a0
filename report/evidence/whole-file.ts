import { rename, rm } from "node:fs/promises";
import { basename, dirname } from "node:path";
import type { Content } from "../outputs";
import type { Language } from "../words/language";
import { toldOfDisk } from "./disk-error";
import { stagingPath, syncFolder } from "./staging";
import { writeFile } from "./write-file";

/**
 * Writes a file whole or not at all.
 *
 * @param beside - the folder that it is first written into, on the same file system.
 * @throws UserError when the disk is full or refuses.
 */
export async function writeWholeFile(
    path: string,
    content: Content,
    language: Language,
    beside = dirname(path),
): Promise<void> {
    const staging = stagingPath(beside);
    try {
        await writeFile(beside, basename(staging), content);
        await rename(staging, path);
        await syncFolder(dirname(path));
    } catch (error) {
        throw toldOfDisk(error, beside, language);
    } finally {
        await rm(staging, { force: true });
    }
}
