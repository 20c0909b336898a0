import type { KeyObject } from "node:crypto";
import { dirname, join } from "node:path";
import { UserError } from "../../sandbox/user-error";
import type { Language } from "../words/language";
import { MANIFEST, SIGNATURE } from "./names";
import { LONGEST_MANIFEST } from "./newest";
import { readAtMost } from "./read-file";
import { signatureOf } from "./signature";
import { verify } from "./verify";
import { writeWholeFile } from "./whole-file";

/**
 * Signs a published report that is whole and not signed yet. Returns its folder.
 *
 * @throws UserError
 */
export async function signFolder(path: string, key: KeyObject, language: Language): Promise<string> {
    const { reports, faults } = await verify(path, { required: false }, language);
    const [report] = reports;
    if (report === undefined || reports.length > 1 || faults.length > 0) {
        throw refusal(path, "une série", "a series", language);
    }
    const [fault] = report.faults;
    if (fault !== undefined || report.manifest === undefined) {
        throw refusal(
            path,
            `un rapport altéré, ${fault?.fr ?? ""}`,
            `an altered report, ${fault?.en ?? ""}`,
            language,
        );
    }
    if (report.signature !== "absent") {
        throw refusal(path, "un rapport déjà signé", "a report that is signed already", language);
    }
    const { folder, manifest } = report;
    const bytes = await readAtMost(join(folder, MANIFEST), LONGEST_MANIFEST);
    // Beside the report: what a kill leaves in its folder would be a file in excess.
    const signature = signatureOf(manifest, bytes, key);
    await writeWholeFile(join(folder, SIGNATURE), signature, language, dirname(folder));
    return folder;
}

function refusal(path: string, fr: string, en: string, language: Language): UserError {
    return new UserError(
        language === "fr"
            ? `${path} : attendu le dossier d’un rapport intact et non signé, obtenu ${fr}`
            : `${path}: expected the folder of a whole report without signature, got ${en}`,
    );
}
