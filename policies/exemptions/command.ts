import { isDeepStrictEqual, parseArgs } from "node:util";

import { UserError } from "../../sandbox/user-error";
import { typeset } from "../typography";
import type { Day } from "./calendar";
import type { Exemption } from "./fields";
import { readRegisterFile, writeRegisterFile } from "./file";
import { type Ask, askExemption } from "./ask";
import { type Cover, type Fault, Register } from "./register";
import { remaining } from "./wording";

/** Days before its end from which an exemption is announced as expiring. */
const NOTICE_DAYS = 30;

const USAGE = `Usage : npm run exemptions -- list | check | new

Tient le registre des dérogations, policies/exemptions.json.

  list     affiche chaque dérogation et les jours qui lui restent ; --format json pour une machine
  check    vérifie le registre : champs, dates, règles, doublons
  new      demande chaque champ d’une dérogation, puis l’ajoute au registre
  --help   affiche cette aide

Code de sortie : 0 registre valide, 1 dérogation mal formée ou expirée, 2 commande impossible.`;

/** What the command works with; a test brings its own. */
export interface Setting {
    readonly file: string;
    readonly today: Day;
    /** Ids of the rules that can be exempted from. */
    readonly rules: ReadonlySet<string>;
    readonly print: (line: string) => void;
    readonly ask: Ask;
}

/**
 * Runs `list`, `check` or `new` and returns the exit code.
 *
 * @throws UserError when the arguments are not those of the usage, or the register cannot be added to.
 */
export async function main(args: readonly string[], setting: Setting): Promise<0 | 1> {
    const { command, format, help } = parse(args);
    if (help) {
        setting.print(typeset(USAGE));
        return 0;
    }
    const file = readRegisterFile(setting.file);
    const register = new Register(file, setting.rules, setting.today);
    switch (command) {
        case "list":
            list(register, format, setting);
            return register.faults.length === 0 ? 0 : 1;
        case "check":
            check(register, setting);
            return register.faults.length === 0 ? 0 : 1;
        default:
            await add(file, register, setting);
            return 0;
    }
}

/** @throws UserError */
function parse(args: readonly string[]) {
    try {
        const { values, positionals } = parseArgs({
            args: [...args],
            allowPositionals: true,
            options: {
                format: { type: "string", default: "text" },
                help: { type: "boolean", default: false },
            },
        });
        const [command = "", ...rest] = positionals;
        const known = ["list", "check", "new"].includes(command) && rest.length === 0;
        const formatted = values.format === "text" || (values.format === "json" && command === "list");
        if (values.help || (known && formatted)) {
            return { command, ...values };
        }
    } catch {
        // An unknown option is told like any other argument that is not of the usage.
    }
    throw new UserError(
        typeset(`arguments : attendu list, check ou new, obtenu « ${args.join(" ")} »\n\n${USAGE}`),
    );
}

function list({ covers, faults }: Register, format: string, { print }: Setting): void {
    if (format === "json") {
        const exemptions = covers.map(({ exemption, daysLeft }) => ({ ...exemption, daysLeft }));
        print(JSON.stringify({ exemptions, faults }, null, 4));
        return;
    }
    if (covers.length + faults.length === 0) {
        print("Aucune dérogation.");
    }
    covers.map(describe).forEach(print);
    faults.map(describeFault).forEach(print);
}

function describe({ exemption, daysLeft }: Cover): string {
    const { id, rule, resource, stack, owner, approver, ticket, expires, reason, compensatingMeasure } =
        exemption;
    return typeset(
        [
            `${id}  ${rule}  pile ${stack}  expire le ${expires}, ${remaining(daysLeft)}`,
            `    ressource : ${resource}`,
            `    motif : ${reason}`,
            `    mesure compensatoire : ${compensatingMeasure}`,
            `    porteur : ${owner} ; approbateur : ${approver} ; ticket : ${ticket}`,
        ].join("\n"),
    );
}

function describeFault({ exemption, message }: Fault): string {
    return typeset(`✗ ${exemption} : ${message}`);
}

function check({ covers, faults }: Register, { print }: Setting): void {
    faults.map(describeFault).forEach(print);
    for (const { exemption, daysLeft } of covers) {
        if (daysLeft <= NOTICE_DAYS) {
            print(typeset(`! ${exemption.id} : expire le ${exemption.expires}, ${remaining(daysLeft)}`));
        }
    }
    print(
        typeset(
            `Registre : ${String(covers.length)} en vigueur, ${String(faults.length)} défaut${faults.length > 1 ? "s" : ""}.`,
        ),
    );
}

/** @throws UserError when the file as a whole is not a register, which adding to it would lose. */
async function add(file: unknown, register: Register, setting: Setting): Promise<void> {
    const whole = register.faults.find(({ exemption }) => exemption === "registre");
    if (whole !== undefined) {
        throw new UserError(typeset(`${setting.file} : ${whole.message}`));
    }
    const { exemptions, ...rest } = file as { readonly exemptions: readonly Partial<Exemption>[] };
    const exemption = await askExemption({
        ask: setting.ask,
        print: setting.print,
        rules: setting.rules,
        today: setting.today,
        taken: exemptions.flatMap(({ id }) => (typeof id === "string" ? id : [])),
    });
    if (!isDeepStrictEqual(readRegisterFile(setting.file), file)) {
        throw new UserError(
            typeset(`${setting.file} : modifié pendant la saisie ; rien n’a été écrit, recommencer`),
        );
    }
    await writeRegisterFile(setting.file, { ...rest, exemptions: [...exemptions, exemption] });
    setting.print(typeset(`${exemption.id} ajoutée : ${setting.file}`));
}
