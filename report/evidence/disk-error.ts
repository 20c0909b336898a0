import { resolve, sep } from "node:path";
import { UserError } from "../../sandbox/user-error";
import type { Language } from "../words/language";

/** EFBIG: the process may not write files that large. */
const NO_ROOM = ["ENOSPC", "EDQUOT", "EFBIG"];
const NO_RIGHT = ["EROFS", "EACCES", "EPERM"];

/** What to tell the user where the disk refuses a folder, of which then nothing is left; any other error as it is. */
export function toldOfDisk(error: unknown, folder: string, language: Language): unknown {
    const { code = "", path } = error as NodeJS.ErrnoException;
    if (path !== undefined && !within(path, folder) && !within(folder, path)) {
        return error;
    }
    if (NO_ROOM.includes(code)) {
        return new UserError(
            language === "fr"
                ? `${folder} : attendu de la place pour tous les fichiers, obtenu ${code} ; rien n’y a été écrit`
                : `${folder}: expected room for all the files, got ${code}; nothing was written there`,
        );
    }
    if (NO_RIGHT.includes(code)) {
        return new UserError(
            language === "fr"
                ? `${folder} : attendu un dossier où écrire, obtenu ${code} ; rien n’y a été écrit`
                : `${folder}: expected a folder that can be written to, got ${code}; nothing was written there`,
        );
    }
    return error;
}

function within(path: string, folder: string): boolean {
    const whole = resolve(folder);
    return `${resolve(path)}${sep}`.startsWith(whole.endsWith(sep) ? whole : `${whole}${sep}`);
}
