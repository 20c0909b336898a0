import { createRequire } from "node:module";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { frameworks } from "../../policies/frameworks";
import { rulesOf } from "../../policies/framework";
import type { PackConfig } from "../../policies/pack-config";
import { typeset } from "../../policies/typography";
import { UserError } from "../../sandbox/user-error";
import { heededRegister } from "../exemptions";
import { runAudit } from "./run-audit";

const ROOT = join(__dirname, "..", "..");

const USAGE = `Usage : npm run audit -- --state FICHIER [--format text|json] [--config FICHIER]
                              [--output DOSSIER] [--ignore-exemptions]

Juge une pile exportée par « pulumi stack export », de ce programme ou d’un autre, par les règles HDS et RGPD,
sans le moteur de Pulumi, et écrit report.html et report.json.

  --state FICHIER    export à juger (version 3)
  --format FORMAT    text (par défaut) affiche le bilan ; json écrit chaque constat en JSON sur la sortie standard
  --config FICHIER   configuration des paquets, au format de --policy-pack-config (par défaut : aucune)
  --output DOSSIER   dossier des rapports (par défaut : reports/<pile>-audit)
  --ignore-exemptions
                     n’applique aucune dérogation du registre
                     (comme la variable AUDIOPROTHESE_IGNORE_EXEMPTIONS à « true »)
  --help             affiche cette aide

Code de sortie : 0 aucune non-conformité ; 1 non-conformités, valeurs indécidables que la configuration refuse, ou
registre des dérogations en défaut ; 2 audit impossible (rien n’est alors écrit).`;

/**
 * Judges an exported state and writes the reports. Returns the exit code: 0 without violation, 1 with violations.
 *
 * @throws UserError when it could not run.
 */
export async function main(args: readonly string[]): Promise<0 | 1> {
    const { state, format, config, output, help, "ignore-exemptions": ignored } = parseOptions(args);
    if (help) {
        console.log(typeset(USAGE));
        return 0;
    }
    if (state === undefined || (format !== "text" && format !== "json")) {
        throw usageError(args);
    }
    return runAudit({
        state,
        format,
        frameworks,
        ...(config === undefined ? {} : { config: readConfig(config) }),
        exemptions: heededRegister(frameworks, ignored, new Date()),
        directoryOf: (stack) => output ?? join(ROOT, "reports", `${stack}-audit`),
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

function parseOptions(args: readonly string[]) {
    try {
        const { values } = parseArgs({
            args: [...args],
            options: {
                state: { type: "string" },
                format: { type: "string", default: "text" },
                config: { type: "string" },
                output: { type: "string" },
                "ignore-exemptions": { type: "boolean", default: false },
                help: { type: "boolean", default: false },
            },
        });
        return values;
    } catch {
        throw usageError(args);
    }
}

function usageError(args: readonly string[]): UserError {
    return new UserError(`options : attendu l’usage ci-dessous, obtenu « ${args.join(" ")} »\n\n${USAGE}`);
}
