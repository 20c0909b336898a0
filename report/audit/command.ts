import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { frameworks } from "../../policies/frameworks";
import { rulesOf } from "../../policies/framework";
import type { PackConfig } from "../../policies/pack-config";
import { heededRegister } from "../exemptions";
import {
    REPORT_OPTIONS,
    REPORT_USAGE,
    parseOptions,
    printUsage,
    reportOptions,
    usageError,
} from "../options";
import { runAudit } from "./run-audit";

const ROOT = join(__dirname, "..", "..");

const USAGE = {
    fr: `Usage : npm run audit -- --state FICHIER [--config FICHIER] [--json] [options]

Juge une pile exportée par « pulumi stack export », de ce programme ou d’un autre, par les règles HDS et RGPD,
sans le moteur de Pulumi, et écrit un rapport dans reports/<pile>-audit/<date>, que désigne reports/<pile>-audit/latest.

  --state FICHIER   export à juger (version 3)
  --config FICHIER  configuration des paquets, au format de --policy-pack-config (par défaut : aucune)
  --json            écrit chaque constat en JSON sur la sortie standard, à la place du bilan
${REPORT_USAGE.fr}

Code de sortie : 0 aucune non-conformité ; 1 non-conformités, valeurs indécidables que la configuration refuse, ou
registre des dérogations en défaut ; 2 audit impossible (rien n’est alors écrit), ou rien qui ait pu être jugé.`,
    en: `Usage: npm run audit -- --state FILE [--config FILE] [--json] [options]

Judges a stack exported by "pulumi stack export", of this program or another, by the HDS and RGPD rules, without the
Pulumi engine, and writes a report into reports/<stack>-audit/<date>, which reports/<stack>-audit/latest names.

  --state FILE      export to judge (version 3)
  --config FILE     configuration of the packs, in the form of --policy-pack-config (default: none)
  --json            writes each finding in JSON to standard output, instead of the summary
${REPORT_USAGE.en}

Exit code: 0 no violation; 1 violations, undecided values that the configuration refuses, or a register of exemptions
at fault; 2 the audit could not run (nothing is written then), or nothing could be judged.`,
};

const OPTIONS = {
    state: { type: "string" },
    config: { type: "string" },
    json: { type: "boolean", default: false },
    ...REPORT_OPTIONS,
} as const;

/**
 * Judges an exported state and writes the report. Returns the exit code: 0 without violation, 1 with violations, 2 where nothing was judged.
 *
 * @throws UserError when it could not run.
 */
export async function main(args: readonly string[]): Promise<0 | 1 | 2> {
    const values = parseOptions(args, OPTIONS, USAGE);
    const { state, config, json, lang, help } = values;
    if (help) {
        printUsage(USAGE, lang);
        return 0;
    }
    if (state === undefined) {
        throw usageError(args, USAGE);
    }
    const { output, ignoreExemptions, ...options } = reportOptions(values);
    return runAudit({
        ...options,
        state,
        json,
        frameworks,
        ...(config === undefined ? {} : { config: { file: resolve(config), levels: readConfig(config) } }),
        exemptions: heededRegister(frameworks, ignoreExemptions, new Date()),
        seriesOf: (stack) => output ?? join(ROOT, "reports", `${stack}-audit`),
        stdout: process.stdout,
        stderr: process.stderr,
        now: () => new Date(),
    });
}

/** Loaded late: it brings a library, and most audits have no file for it. */
function readConfig(file: string): PackConfig {
    const { readPackConfig } = createRequire(__filename)(
        "../../policies/pack-config",
    ) as typeof import("../../policies/pack-config");
    return readPackConfig(file, [...new Set(frameworks.flatMap(rulesOf))]);
}
