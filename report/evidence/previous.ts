import { createRequire } from "node:module";
import { join } from "node:path";
import { UserError } from "../../sandbox/user-error";
import type { Report } from "../model";
import type { Language, Text } from "../words/language";
import { REPORT, reportNames } from "./names";
import type { Subject } from "./newest";
import { shown } from "./shown";
import type { CheckedFolder } from "./verify-folder";

/** The report that a new one is compared with. */
export interface PreviousReport {
    readonly folder: string;
    readonly report: Report;
    /** SHA-256 of its `report.json`. */
    readonly digest: string;
    /** SHA-256 of its `manifest.json`. */
    readonly manifest: string;
}

/**
 * The newest whole report on the stack in a series, or the report in the folder given.
 *
 * @throws UserError when the given one is damaged, or on another stack or project.
 */
export async function previousReport(
    series: string,
    of: Subject,
    given?: string,
    language: Language = "fr",
): Promise<{ readonly previous?: PreviousReport; readonly warning?: Text }> {
    if (given !== undefined) {
        return { previous: await givenReport(given, of, language) };
    }
    let warning: { readonly warning?: Text } = {};
    for (const name of [...(await reportNames(series))].reverse()) {
        const folder = join(series, name);
        const checked = await reader().checkFolder(folder);
        const [fault] = checked.faults;
        if (fault !== undefined) {
            warning = "warning" in warning ? warning : { warning: passedOver(folder, fault) };
        } else if (isOn(checked, of)) {
            return readable(checked, language, warning);
        }
    }
    return warning;
}

async function givenReport(given: string, of: Subject, language: Language): Promise<PreviousReport> {
    const refuse = (told: Text): UserError =>
        new UserError(`--previous${language === "fr" ? " :" : ":"} ${told[language]}`);
    const { reports, faults } = await reader()
        .verify(given, { required: false }, language)
        .catch((error: unknown) => {
            throw error instanceof UserError ? refuse({ fr: error.message, en: error.message }) : error;
        });
    const [checked] = reports;
    if (checked === undefined || reports.length > 1 || faults.length > 0) {
        throw refuse({
            fr: `attendu le dossier d’un rapport, obtenu une série, ${given}`,
            en: `expected the folder of a report, got a series, ${given}`,
        });
    }
    const [fault] = checked.faults;
    if (fault !== undefined) {
        throw refuse({
            fr: `attendu un rapport intact, obtenu ${given}, où ${fault.fr}`,
            en: `expected a whole report, got ${given}, where ${fault.en}`,
        });
    }
    if (!isOn(checked, of)) {
        const { project = "", stack = "" } = checked.manifest ?? {};
        const got = `${shown(project)}/${shown(stack)}`;
        throw refuse({
            fr: `attendu un rapport sur ${of.project}/${of.stack}, obtenu un rapport sur ${got}`,
            en: `expected a report on ${of.project}/${of.stack}, got one on ${got}`,
        });
    }
    return read(checked, language);
}

function isOn({ manifest }: CheckedFolder, { project, stack }: Subject): boolean {
    return manifest?.project === project && manifest.stack === stack;
}

/** The report in a folder that was found whole. */
function read({ folder, manifest, digest }: CheckedFolder, language: Language): PreviousReport {
    const file = manifest?.files.find(({ name }) => name === REPORT);
    if (file === undefined || digest === undefined) {
        throw new Error(`${folder}: expected a manifest that lists ${REPORT}`);
    }
    const report = reader().readReport(join(folder, REPORT), language);
    return { folder, report, digest: file.sha256, manifest: digest };
}

/** The report in a whole folder, unless it is of another version of the model. */
function readable(
    checked: CheckedFolder,
    language: Language,
    warning: { readonly warning?: Text },
): { readonly previous?: PreviousReport; readonly warning?: Text } {
    try {
        return { ...warning, previous: read(checked, language) };
    } catch (error) {
        if (!(error instanceof UserError)) {
            throw error;
        }
        return {
            warning: passedOver(checked.folder, {
                fr: refusalOf(checked, "fr"),
                en: refusalOf(checked, "en"),
            }),
        };
    }
}

function refusalOf(checked: CheckedFolder, language: Language): string {
    try {
        return read(checked, language).folder;
    } catch (error) {
        return (error as Error).message;
    }
}

function passedOver(folder: string, { fr, en }: Text): Text {
    return {
        fr: `rapport précédent ${folder} laissé de côté : ${fr}`,
        en: `previous report ${folder} passed over: ${en}`,
    };
}

/** Loaded late: they bring a library that a first report does without. */
function reader() {
    const load = createRequire(__filename);
    return {
        ...(load("./verify-folder") as typeof import("./verify-folder")),
        ...(load("./verify") as typeof import("./verify")),
        ...(load("../read-report") as typeof import("../read-report")),
    };
}
