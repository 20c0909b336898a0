import { type Language, notation } from "../words/language";
import { collect } from "./collect";
import { siteFiles } from "./site";
import { writeSite } from "./write-site";

export interface SiteOptions {
    /** Holds folders of reports, at any depth. */
    readonly folder: string;
    readonly output: string;
    /** Of what is printed: the site is in both. */
    readonly language: Language;
    readonly now: Date;
    readonly print: (line: string) => void;
}

/**
 * Writes the site on a folder of reports, whole or not at all.
 *
 * Returns the exit code: 0, or 1 where a folder is at fault; the site then lists it.
 *
 * @throws UserError when there is no report, or the site cannot be written.
 */
export async function runSite({ folder, output, language, now, print }: SiteOptions): Promise<0 | 1> {
    const collection = await collect(folder, language);
    await writeSite(output, folder, siteFiles(collection, now), language);
    const { series, flagged } = collection;
    const reports = series.reduce((sum, { entries }) => sum + entries.length, 0);
    print(DONE[language](series.length, reports, flagged.length, output));
    return flagged.length === 0 ? 0 : 1;
}

type Done = (stacks: number, reports: number, flagged: number, output: string) => string;

const fr = notation("fr");
const en = notation("en");

const DONE: Readonly<Record<Language, Done>> = {
    fr: (stacks, reports, flagged, output) =>
        fr.typeset(
            `Site : ${fr.counted(stacks, "pile", "piles")}, ${fr.counted(reports, "rapport", "rapports")}, ` +
                `${fr.counted(flagged, "dossier signalé", "dossiers signalés")} : ${output}`,
        ),
    en: (stacks, reports, flagged, output) =>
        `Site: ${en.counted(stacks, "stack", "stacks")}, ${en.counted(reports, "report", "reports")}, ` +
        `${en.counted(flagged, "flagged folder", "flagged folders")}: ${output}`,
};
