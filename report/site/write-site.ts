import { existsSync } from "node:fs";
import { lstat, mkdir, readFile, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import * as z from "zod";
import { UserError } from "../../sandbox/user-error";
import { stagingPath, syncFolder, writeFolder } from "../evidence/staging";
import { writeFile } from "../evidence/write-file";
import type { Language } from "../words/language";
import type { SiteFile } from "./site";

/** Tells that a folder is a site of ours, and lists its files: nothing else in it is lost when it is replaced. */
const MARKER = "site.json";

const GENERATOR = "urn:audioprothese-plus:site:1";

const marker = z.object({ generator: z.literal(GENERATOR), files: z.array(z.string()) });

/**
 * Writes the site whole, or leaves what was there. It replaces a site of ours, but no other folder.
 *
 * @param reports - the folder that the site is on.
 * @throws UserError when the folder holds anything else, or the disk refuses.
 */
export async function writeSite(
    output: string,
    reports: string,
    files: readonly SiteFile[],
    language: Language,
): Promise<void> {
    const target = resolve(output);
    const parent = dirname(target);
    const old = stagingPath(parent);
    const present = await check(target, resolve(reports), output, language);
    try {
        await writeFolder(parent, [basename(target)], language, async (staging) => {
            await fill(staging, files);
            if (present) {
                await rename(target, old);
            }
        });
    } catch (error) {
        if (existsSync(old) && !existsSync(target)) {
            await rename(old, target);
        }
        throw error;
    }
    await rm(old, { recursive: true, force: true });
}

async function fill(staging: string, files: readonly SiteFile[]): Promise<void> {
    const folders = new Set<string>();
    for (const { path, content } of files) {
        const folder = join(staging, dirname(path));
        await mkdir(folder, { recursive: true });
        await writeFile(folder, basename(path), await content());
        folders.add(folder);
    }
    const list = { generator: GENERATOR, files: files.map(({ path }) => path) };
    await writeFile(staging, MARKER, `${JSON.stringify(list, null, 4)}\n`);
    for (const folder of folders) {
        await syncFolder(folder);
    }
}

/** Whether there is something to replace. */
async function check(target: string, reports: string, output: string, language: Language): Promise<boolean> {
    const refuse = (fr: string, en: string): UserError =>
        new UserError(
            language === "fr"
                ? `${output} : attendu un dossier absent, vide ou un site déjà produit, obtenu ${fr}`
                : `${output}: expected no folder, an empty one or a site made before, got ${en}`,
        );
    if (`${reports}${sep}`.startsWith(`${target}${sep}`)) {
        throw refuse(
            "le dossier des rapports, ou un dossier qui le contient",
            "the folder of the reports, or one that holds it",
        );
    }
    const stats = await lstat(target).catch(() => undefined);
    if (stats === undefined) {
        return false;
    }
    if (!stats.isDirectory()) {
        throw refuse("un fichier ou un lien", "a file or a link");
    }
    const entries = await readdir(target, { withFileTypes: true, recursive: true });
    if (entries.length === 0) {
        return false;
    }
    const listed = new Set([MARKER, ...(await listedIn(target))]);
    const foreign = entries
        .filter((entry) => !entry.isDirectory())
        .map((entry) => relative(target, join(entry.parentPath, entry.name)).split(sep).join("/"))
        .filter((path) => !listed.has(path));
    if (foreign.length > 0) {
        const [first = ""] = foreign.sort();
        throw refuse(`un dossier qui contient ${first}`, `a folder that holds ${first}`);
    }
    return true;
}

/** The files that a site says it has; none where the folder is no site of ours. */
async function listedIn(target: string): Promise<readonly string[]> {
    try {
        return marker.parse(JSON.parse(await readFile(join(target, MARKER), "utf8"))).files;
    } catch {
        return [];
    }
}
