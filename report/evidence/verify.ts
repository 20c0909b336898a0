import { lstat, readdir, readlink, realpath } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { UserError } from "../../sandbox/user-error";
import type { Language, Text } from "../words/language";
import { chainOf } from "./chain";
import { compareNames, isReportName, LATEST, MANIFEST, REPORT } from "./names";
import { shown } from "./shown";
import { isStaging } from "./staging";
import { checkFolder, type CheckedFolder, type SignatureDemand } from "./verify-folder";

export interface VerifiedReport extends CheckedFolder {
    readonly remarks: readonly Text[];
}

/** What a verification shows of one report, or of a series. */
export interface Verification {
    /** The oldest first. */
    readonly reports: readonly VerifiedReport[];
    /** What is wrong with the series but in none of its reports. */
    readonly faults: readonly Text[];
    readonly remarks: readonly Text[];
}

/**
 * Verifies the folder of a report, or each report of a series and their chain.
 *
 * @throws UserError when the path is neither.
 */
export async function verify(
    path: string,
    demand: SignatureDemand,
    language: Language,
): Promise<Verification> {
    const folder = await folderAt(path, language);
    const entries = new Set(await readdir(folder));
    const { folders, ...series } = await look(folder, [...entries]);
    const isReport = entries.has(MANIFEST) || (entries.has(REPORT) && folders.length === 0);
    if (isReport || isReportName(basename(folder))) {
        return { reports: [await verifyAlone(folder, demand)], faults: [], remarks: [] };
    }
    if (folders.length === 0) {
        throw refusal(path, "un dossier sans rapport", "a folder without reports", language);
    }
    const checked: CheckedFolder[] = [];
    for (const name of folders) {
        checked.push(await checkFolder(join(folder, name), demand));
    }
    const chain = chainOf(checked);
    const reports = checked.map((report): VerifiedReport => {
        const { fault, remark } = chain.get(report.name) ?? {};
        return withLink(report, fault, remark);
    });
    return { reports, ...series };
}

/** One report, and its link as far as the folder beside it tells. */
async function verifyAlone(folder: string, demand: SignatureDemand): Promise<VerifiedReport> {
    const report = await checkFolder(folder, demand);
    const before = report.manifest?.previous?.folder;
    const besides =
        before === undefined || basename(before) !== before ? undefined : join(dirname(folder), before);
    const neighbours = besides !== undefined && (await isFolder(besides)) ? [await checkFolder(besides)] : [];
    const { fault, remark } = chainOf([...neighbours, report]).get(report.name) ?? {};
    return withLink(report, fault, remark);
}

function withLink(report: CheckedFolder, fault?: Text, remark?: Text): VerifiedReport {
    return {
        ...report,
        faults: fault === undefined ? report.faults : [...report.faults, fault],
        remarks: remark === undefined ? [] : [remark],
    };
}

/** What stands in a series: its reports, and what is none. */
async function look(series: string, entries: readonly string[]) {
    const folders: string[] = [];
    const faults: Text[] = [];
    const remarks: Text[] = [];
    for (const name of [...entries].sort(compareNames)) {
        const path = join(series, name);
        if (isStaging(name)) {
            remarks.push({
                fr: `${name} : reste d’une exécution interrompue, ou en cours`,
                en: `${name}: left by a run that was cut short, or is under way`,
            });
        } else if ((await isFolder(path)) && (isReportName(name) || (await isFolder(path, MANIFEST)))) {
            folders.push(name);
        } else if (name !== LATEST) {
            remarks.push({ fr: `${shown(name)} : n’est pas un rapport`, en: `${shown(name)}: is no report` });
        }
    }
    if (entries.includes(LATEST) && !folders.includes(await targetOf(join(series, LATEST)))) {
        faults.push({
            fr: `${LATEST} : attendu un lien vers un rapport de la série, obtenu autre chose`,
            en: `${LATEST}: expected a link to a report of the series, got something else`,
        });
    }
    return { folders, faults, remarks };
}

async function targetOf(link: string): Promise<string> {
    return (await lstat(link)).isSymbolicLink() ? readlink(link) : "";
}

/** Whether a path is a folder, not a link to one, and holds an entry where one is named. */
async function isFolder(path: string, entry?: string): Promise<boolean> {
    const stats = await lstat(path).catch(() => undefined);
    return (
        stats?.isDirectory() === true &&
        (entry === undefined || (await lstat(join(path, entry)).catch(() => undefined)) !== undefined)
    );
}

async function folderAt(path: string, language: Language): Promise<string> {
    let folder: string;
    try {
        folder = await realpath(path);
    } catch (error) {
        const { code = "" } = error as NodeJS.ErrnoException;
        throw refusal(path, code, code, language);
    }
    if (!(await lstat(folder)).isDirectory()) {
        throw refusal(path, "un fichier", "a file", language);
    }
    return folder;
}

function refusal(path: string, fr: string, en: string, language: Language): UserError {
    return new UserError(
        language === "fr"
            ? `${path} : attendu le dossier d’un rapport ou d’une série, obtenu ${fr}`
            : `${path}: expected the folder of a report or of a series, got ${en}`,
    );
}
