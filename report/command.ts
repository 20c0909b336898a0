import { existsSync, readdirSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { rules } from "../policies/catalogue";
import { readPackConfig } from "../policies/pack-config";
import { typeset } from "../policies/typography";
import { frameworks } from "../policies/frameworks";
import { heededRegister } from "./exemptions";
import type { Pulumi } from "../sandbox/cli";
import { livePulumi } from "../sandbox/live";
import { ensureStack, openSandbox } from "../sandbox/sandbox";
import { UserError } from "../sandbox/user-error";
import { removeReports, runPreview } from "./run-preview";

const ROOT = join(__dirname, "..");

const USAGE = `Usage : npm run preview -- [--stack NOM] [--live] [--ignore-exemptions]

Prévisualise une pile, la fait juger par les paquets de règles HDS et RGPD et écrit
reports/<pile>/report.html et reports/<pile>/report.json.

  --stack NOM   pile à prévisualiser (par défaut : dev)
  --live        emploie votre propre Pulumi et votre compte Azure, sans le bac à sable
  --ignore-exemptions
                n’applique aucune dérogation du registre, le temps d’un audit
                (comme la variable AUDIOPROTHESE_IGNORE_EXEMPTIONS à « true »)
  --help        affiche cette aide

Code de sortie : 0 aucune non-conformité ; 1 non-conformités, valeurs indécidables que la pile refuse, ou registre
des dérogations en défaut ; 2 aperçu impossible ou incomplet.
Les rapports d’un aperçu précédent de la pile sont retirés au départ : un aperçu sans verdict n’en laisse aucun.`;

interface Options {
    readonly stack: string;
    readonly live: boolean;
    readonly help: boolean;
    readonly "ignore-exemptions": boolean;
}

/** @throws UserError when the options are not those of the usage. */
function parseOptions(args: readonly string[]): Options {
    try {
        const { values } = parseArgs({
            args: [...args],
            options: {
                stack: { type: "string", default: "dev" },
                live: { type: "boolean", default: false },
                "ignore-exemptions": { type: "boolean", default: false },
                help: { type: "boolean", default: false },
            },
        });
        return values;
    } catch {
        throw new UserError(`options : attendu l’usage ci-dessous, obtenu « ${args.join(" ")} »\n\n${USAGE}`);
    }
}

/** @throws UserError when there is no Pulumi.<stack>.yaml. */
function checkStack(stack: string): void {
    const stacks = readdirSync(ROOT).flatMap((file) => /^Pulumi\.(.+)\.yaml$/.exec(file)?.[1] ?? []);
    if (!stacks.includes(stack)) {
        throw new UserError(`--stack : attendu ${stacks.sort().join(" ou ")}, obtenu « ${stack} »`);
    }
}

async function openPulumi(stack: string, live: boolean): Promise<Pulumi> {
    if (live) {
        return livePulumi(ROOT);
    }
    const pulumi = await openSandbox({
        projectDirectory: ROOT,
        log: (line) => {
            console.log(line);
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
 * The file that configures the packs for a stack, and the rules that it disables, if it has one.
 *
 * @throws UserError when it is at fault: the engine would ignore a rule that does not exist.
 */
function packConfigOf(
    stack: string,
): { readonly file: string; readonly disabled: readonly string[] } | undefined {
    const file = join(ROOT, "policies/config", `${stack}.json`);
    if (!existsSync(file)) {
        return undefined;
    }
    const config = readPackConfig(file, rules);
    const disabled = rules.map(({ id }) => id).filter((id) => config.level(id) === "disabled");
    return { file, disabled };
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
    const { stack, live, help, "ignore-exemptions": ignored } = parseOptions(args);
    if (help) {
        console.log(typeset(USAGE));
        return 0;
    }
    checkStack(stack);
    const packConfig = packConfigOf(stack);
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

    await removeReports(ROOT, stack);
    try {
        pulumi = await openPulumi(stack, live);
        const code = await runPreview({
            projectDirectory: ROOT,
            stack,
            packs: frameworks.filter(({ pack }) => pack),
            frameworks,
            ...(packConfig === undefined ? {} : { packConfig: packConfig.file }),
            disabledRules: packConfig?.disabled ?? [],
            exemptions: heededRegister(frameworks, ignored, new Date()),
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
