import { lstatSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { UserError } from "../../sandbox/user-error";
import { REPORT } from "../evidence/names";
import { writeFolder } from "../evidence/staging";
import { verify } from "../evidence/verify";
import { writeFile } from "../evidence/write-file";
import { formatsFrom, languageFrom } from "../options";
import { FORMATS, render } from "../outputs";
import { readReport } from "../read-report";
import { type Language, notation } from "../words/language";
import { COMMON, parse, required, type Subcommand } from "./subcommand";

const usage = {
    fr: `Usage : npm run report -- render RAPPORT --format LISTE --output DOSSIER [--lang fr|en]

Écrit un rapport dans d’autres formats, à partir de son dossier (qui doit être intact) ou d’un report.json.

  --format LISTE    formats, séparés par des virgules, ou all :
                    ${FORMATS.join(", ")}
  --output DOSSIER  dossier nouveau ou vide, écrit en entier ou pas du tout

Code de sortie : 0 écrit ; 2 impossible.`,
    en: `Usage: npm run report -- render REPORT --format LIST --output FOLDER [--lang fr|en]

Writes a report in other formats, from its folder (which must be whole) or a report.json.

  --format LIST    formats, separated by commas, or all:
                   ${FORMATS.join(", ")}
  --output FOLDER  a new or empty folder, written whole or not at all

Exit code: 0 written; 2 could not.`,
};

export const renderCommand: Subcommand = {
    usage,
    async run(args, console) {
        const { values, positionals } = parse(
            args,
            { ...COMMON, format: { type: "string" }, output: { type: "string" } },
            1,
            usage,
        );
        const [path = ""] = positionals;
        const language = languageFrom(values.lang);
        const formats = formatsFrom(required(values.format, args, usage), language);
        const output = resolve(required(values.output, args, usage));
        const report = readReport(await reportFile(path, language), language);
        const names: string[] = [];
        await writeFolder(dirname(output), [basename(output)], language, async (staging) => {
            for (const format of formats) {
                for (const [name, content] of Object.entries(await render(format, report, language))) {
                    await writeFile(staging, name, content);
                    names.push(name);
                }
            }
        }).catch((error: unknown) => {
            throw isTaken(error) ? taken(output, language) : error;
        });
        const colon = language === "fr" ? " :" : ":";
        console.print(notation(language).typeset(`${output}${colon} ${names.join(", ")}`));
        return 0;
    },
};

/** The `report.json` that a path means. */
async function reportFile(path: string, language: Language): Promise<string> {
    if (lstatSync(path, { throwIfNoEntry: false })?.isFile() === true) {
        return path;
    }
    const { reports, faults } = await verify(path, { required: false }, language);
    const [report] = reports;
    const fault = report?.faults[0] ?? faults[0];
    if (report === undefined || reports.length > 1 || fault !== undefined) {
        throw new UserError(
            language === "fr"
                ? `${path} : attendu le dossier d’un rapport intact, obtenu ${fault?.fr ?? "une série"}`
                : `${path}: expected the folder of a whole report, got ${fault?.en ?? "a series"}`,
        );
    }
    return join(report.folder, REPORT);
}

function isTaken(error: unknown): boolean {
    return ["ENOTEMPTY", "EEXIST", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "");
}

function taken(output: string, language: Language): UserError {
    return new UserError(
        language === "fr"
            ? `--output : attendu un dossier nouveau ou vide, obtenu ${output}`
            : `--output: expected a new or empty folder, got ${output}`,
    );
}
