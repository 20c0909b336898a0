import { createRequire } from "node:module";
import { languageIn, usageError } from "../options";
import { notation } from "../words/language";
import { type Console, type Subcommand } from "./subcommand";

const USAGE = {
    fr: `Usage : npm run report -- COMMANDE …

  render     écrit un rapport dans d’autres formats
  verify     vérifie un rapport, ou une série de rapports et leur chaîne
  sign       signe un rapport publié
  diff       dit ce qui a changé entre deux rapports
  site       écrit un site statique sur un dossier de rapports
  transfers  écrit la page publique des transferts (exigence HDS 31)

npm run report -- COMMANDE --help décrit chacune.`,
    en: `Usage: npm run report -- COMMAND …

  render     writes a report in other formats
  verify     verifies a report, or a series of reports and their chain
  sign       signs a published report
  diff       tells what changed between two reports
  site       writes a static site on a folder of reports
  transfers  writes the public page on transfers (HDS requirement 31)

npm run report -- COMMAND --help describes each.`,
};

const load = createRequire(__filename);

/** Each loaded when it is asked for: what one needs, the others do without. */
const COMMANDS: Readonly<Record<string, () => Subcommand>> = {
    render: () => (load("./render") as typeof import("./render")).renderCommand,
    verify: () => (load("./verify") as typeof import("./verify")).verifyCommand,
    sign: () => (load("./sign") as typeof import("./sign")).signCommand,
    diff: () => (load("./diff") as typeof import("./diff")).diffCommand,
    site: () => (load("./site") as typeof import("./site")).siteCommand,
    transfers: () => (load("./transfers") as typeof import("./transfers")).transfersCommand,
};

const CONSOLE: Console = {
    print: (line) => {
        console.log(line);
    },
    warn: (line) => {
        console.error(line);
    },
    now: () => new Date(),
};

/**
 * Runs the command that the first argument names, and returns its exit code.
 *
 * @throws UserError when the arguments are not those of the usage, or the command could not run.
 */
export async function main(args: readonly string[], io: Console = CONSOLE): Promise<number> {
    const [name = "", ...rest] = args;
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name]?.() : undefined;
    if (args.includes("--help")) {
        const language = languageIn(args);
        io.print(notation(language).typeset((command?.usage ?? USAGE)[language]));
        return 0;
    }
    if (command === undefined) {
        throw usageError(args, USAGE);
    }
    return command.run(rest, io);
}
