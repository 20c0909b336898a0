import { DIFF_FORMATS, runDiff } from "../comparison/command";
import { languageFrom, usageError } from "../options";
import { COMMON, parse, type Subcommand } from "./subcommand";

const usage = {
    fr: `Usage : npm run report -- diff AVANT APRÈS [--format ${DIFF_FORMATS.join("|")}] [--lang fr|en]

Dit ce qui a changé entre deux rapports, les régressions d’abord. Chacun est le dossier d’un rapport, une série
(son rapport latest) ou un report.json.

Code de sortie : 0 aucune régression ; 1 des régressions ; 2 comparaison impossible.`,
    en: `Usage: npm run report -- diff BEFORE AFTER [--format ${DIFF_FORMATS.join("|")}] [--lang fr|en]

Tells what changed between two reports, regressions first. Each is the folder of a report, a series (its latest)
or a report.json.

Exit code: 0 no regression; 1 regressions; 2 could not compare.`,
};

export const diffCommand: Subcommand = {
    usage,
    run(args, console) {
        const { values, positionals } = parse(
            args,
            { ...COMMON, format: { type: "string", default: "text" } },
            2,
            usage,
        );
        const [a = "", b = ""] = positionals;
        const format = DIFF_FORMATS.find((one) => one === values.format);
        if (format === undefined) {
            throw usageError(args, usage);
        }
        return runDiff({ a, b, format, language: languageFrom(values.lang), ...console });
    },
};
