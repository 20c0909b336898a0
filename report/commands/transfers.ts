import { resolve } from "node:path";
import { writeWholeFile } from "../evidence/whole-file";
import { languageFrom } from "../options";
import { transfersPage } from "../registers/public-page";
import { readRegisters } from "../registers/registers";
import { COMMON, parse, required, type Subcommand } from "./subcommand";

const usage = {
    fr: `Usage : npm run report -- transfers --output FICHIER [--lang fr|en]

Écrit la page publique des transferts que demande l’exigence 31 du référentiel HDS, d’après registers/, dont tous
les défauts sont dits à la fois.

Code de sortie : 0 écrite ; 2 registres en défaut, ou écriture impossible.`,
    en: `Usage: npm run report -- transfers --output FILE [--lang fr|en]

Writes the public page on transfers that requirement 31 of the HDS référentiel asks for, from registers/, all the
faults of which are told at once.

Exit code: 0 written; 2 faults in the registers, or it could not be written.`,
};

export const transfersCommand: Subcommand = {
    usage,
    async run(args, console) {
        const { values } = parse(args, { ...COMMON, output: { type: "string" } }, 0, usage);
        const language = languageFrom(values.lang);
        const output = resolve(required(values.output, args, usage));
        await writeWholeFile(output, transfersPage(readRegisters(), language), language);
        console.print(output);
        return 0;
    },
};
