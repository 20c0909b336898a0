import { languageFrom } from "../options";
import { runSite } from "../site/command";
import { COMMON, parse, required, type Subcommand } from "./subcommand";

const usage = {
    fr: `Usage : npm run report -- site DOSSIER --output SITE [--lang fr|en]

Écrit un site statique sur tous les rapports d’un dossier et de ses sous-dossiers : index, tendances, âge des constats
ouverts, dérogations qui expirent. Le site est écrit en entier ou pas du tout.

Code de sortie : 0 écrit ; 1 écrit, et des rapports y sont signalés altérés ; 2 impossible.`,
    en: `Usage: npm run report -- site FOLDER --output SITE [--lang fr|en]

Writes a static site on all the reports of a folder and those in it: index, trends, age of open findings, exemptions
that expire. The site is written whole or not at all.

Exit code: 0 written; 1 written, and it lists altered reports; 2 could not.`,
};

export const siteCommand: Subcommand = {
    usage,
    run(args, console) {
        const { values, positionals } = parse(args, { ...COMMON, output: { type: "string" } }, 1, usage);
        const [folder = ""] = positionals;
        return runSite({
            folder,
            output: required(values.output, args, usage),
            language: languageFrom(values.lang),
            now: console.now(),
            print: console.print,
        });
    },
};
