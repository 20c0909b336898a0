import { existsSync, readdirSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { rules } from "../../policies/catalogue";
import { frameworks } from "../../policies/frameworks";
import { readPackConfig } from "../../policies/pack-config";
import { VALUE_UNDECIDED } from "../../policies/pack/names";
import type { Pulumi } from "../../sandbox/cli";
import { livePulumi } from "../../sandbox/live";
import { ensureStack, openSandbox } from "../../sandbox/sandbox";
import { UserError } from "../../sandbox/user-error";
import { previousReport } from "../evidence/previous";
import { withdrawLatest } from "../evidence/publication";
import { heededRegister } from "../exemptions";
import { previewInputs } from "../inputs";
import { REPORT_OPTIONS, REPORT_USAGE, parseOptions, printUsage, reportOptions } from "../options";
import { PROJECT } from "../project";
import { readRegisters } from "../registers/registers";
import { type PreviewOptions, runPreview } from "./run-preview";
import { undecidedAt } from "../status";
import { type Language, notation } from "../words/language";

const ROOT = join(__dirname, "..", "..");

const USAGE = {
    fr: `Usage : npm run preview -- [--stack NOM] [--live] [options]

Prévisualise une pile, la fait juger par les paquets de règles HDS et RGPD et écrit un rapport dans
reports/<pile>/<date>, que désigne reports/<pile>/latest.

  --stack NOM       pile à prévisualiser (par défaut : dev)
  --live            emploie votre propre Pulumi et votre compte Azure, sans le bac à sable
${REPORT_USAGE.fr}

Code de sortie : 0 aucune non-conformité ; 1 non-conformités, valeurs indécidables que la pile refuse, ou registre
des dérogations en défaut ; 2 aperçu impossible ou incomplet, ou rien qui ait pu être jugé.
Le lien latest est retiré au départ : un aperçu sans verdict ne laisse aucun rapport qui paraisse à jour.`,
    en: `Usage: npm run preview -- [--stack NAME] [--live] [options]

Previews a stack, has it judged by the HDS and RGPD policy packs and writes a report into
reports/<stack>/<date>, which reports/<stack>/latest names.

  --stack NAME      stack to preview (default: dev)
  --live            uses your own Pulumi and Azure login, without the sandbox
${REPORT_USAGE.en}

Exit code: 0 no violation; 1 violations, undecided values that the stack refuses, or a register of exemptions
at fault; 2 the preview could not run or is incomplete, or nothing could be judged.
The link latest is removed at the start: a preview without verdict leaves no report that looks current.`,
};

const OPTIONS = {
    stack: { type: "string", default: "dev" },
    live: { type: "boolean", default: false },
    ...REPORT_OPTIONS,
} as const;

/** @throws UserError when there is no Pulumi.<stack>.yaml. */
function checkStack(stack: string, language: Language): void {
    const stacks = readdirSync(ROOT).flatMap((file) => /^Pulumi\.(.+)\.yaml$/.exec(file)?.[1] ?? []);
    if (!stacks.includes(stack)) {
        const known = stacks.sort();
        throw new UserError(
            language === "fr"
                ? `--stack : attendu ${known.join(" ou ")}, obtenu « ${stack} »`
                : `--stack: expected ${known.join(" or ")}, got "${stack}"`,
        );
    }
}

async function openPulumi(stack: string, live: boolean, quiet: boolean): Promise<Pulumi> {
    if (live) {
        return livePulumi(ROOT);
    }
    const pulumi = await openSandbox({
        projectDirectory: ROOT,
        log: (line) => {
            if (!quiet) {
                console.log(line);
            }
        },
    });
    try {
        await ensureStack(pulumi, stack);
        return pulumi;
    } catch (error) {
        await pulumi.close();
        throw error;
    }
}

/**
 * What configures the packs for a stack.
 *
 * @throws UserError when its file is at fault: the engine would ignore a rule that does not exist.
 */
function packConfigOf(stack: string): Pick<PreviewOptions, "packConfig" | "disabledRules" | "undecided"> {
    const file = join(ROOT, "policies/config", `${stack}.json`);
    if (!existsSync(file)) {
        return { disabledRules: [], undecided: "warn" };
    }
    const config = readPackConfig(file, rules);
    return {
        packConfig: file,
        disabledRules: rules.map(({ id }) => id).filter((id) => config.level(id) === "disabled"),
        undecided: undecidedAt(config.level(VALUE_UNDECIDED)),
    };
}

/**
 * Previews a stack with both policy packs, prints the verdict and writes the reports.
 *
 * Returns the exit code: 0 without violation, 1 with violations, 2 when the preview could not be judged completely,
 * 130 or 143 when it was interrupted.
 *
 * @throws UserError when it could not run.
 */
export async function main(args: readonly string[]): Promise<number> {
    const values = parseOptions(args, OPTIONS, USAGE);
    const { stack, live, lang, help } = values;
    if (help) {
        printUsage(USAGE, lang);
        return 0;
    }
    const { output, previous: given, ignoreExemptions, ...options } = reportOptions(values);
    checkStack(stack, options.language);
    const packConfig = packConfigOf(stack);
    const registers = readRegisters();
    const series = output ?? join(ROOT, "reports", stack);
    const earlier = await previousReport(series, { project: PROJECT, stack }, given, options.language);
    if (earlier.warning !== undefined) {
        console.error(notation(options.language).typeset(earlier.warning[options.language]));
    }
    let signal: NodeJS.Signals | undefined;
    let pulumi: Pulumi | undefined;
    const stopped = (): number | undefined =>
        signal === undefined ? undefined : 128 + constants.signals[signal];
    // The engine stops in good order by itself; this process outlives it, and writes nothing of a run cut short.
    // Before there is an engine, perhaps while one is built, there is nothing to wait for.
    const note = (received: NodeJS.Signals): void => {
        signal = received;
        if (pulumi === undefined) {
            process.exit(stopped());
        }
    };
    process.on("SIGINT", note).on("SIGTERM", note);

    await withdrawLatest(series);
    try {
        pulumi = await openPulumi(stack, live, options.quiet);
        const code = await runPreview({
            ...options,
            ...packConfig,
            series,
            ...(earlier.previous === undefined ? {} : { previous: earlier.previous }),
            projectDirectory: ROOT,
            stack,
            packs: frameworks.filter(({ pack }) => pack),
            frameworks,
            exemptions: heededRegister(frameworks, ignoreExemptions, new Date()),
            inputs: previewInputs(stack),
            registers,
            simulated: !live,
            pulumi,
            stdout: process.stdout,
            stderr: process.stderr,
            interrupted: () => signal !== undefined,
            now: () => new Date(),
        });
        return stopped() ?? code;
    } catch (error) {
        const code = stopped();
        if (code === undefined) {
            throw error;
        }
        return code;
    } finally {
        await pulumi?.close();
    }
}
