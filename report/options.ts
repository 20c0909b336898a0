import { createPrivateKey, type KeyObject } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { type ParseArgsConfig, parseArgs } from "node:util";
import { typeset } from "../policies/typography";
import { UserError } from "../sandbox/user-error";
import type { FailOn } from "./exit-code";
import { FORMATS, type Format } from "./outputs";
import { type Language, languageOf } from "./words/language";
import { SEVERITIES } from "./words/words";

/** How a report is made, told and kept: what `preview` and `audit` share. */
export interface ReportOptions {
    readonly formats: readonly Format[];
    readonly language: Language;
    /** Nothing is printed but faults. */
    readonly quiet: boolean;
    readonly failOn: FailOn;
    /** The folder of the series of reports; each command has its default. */
    readonly output?: string;
    /** The report to compare with; by default the newest of the series. */
    readonly previous?: string;
    /** Signs the manifest. */
    readonly key?: KeyObject;
    /** An auditor's choice: no exemption then covers anything. */
    readonly ignoreExemptions: boolean;
}

/** What makes a passphrase known; a command line would show it to every user of the machine. */
const PASSPHRASE = "AUDIOPROTHESE_SIGNING_PASSPHRASE";

const DEFAULT_FORMATS = "html,pdf";

/** The options that `reportOptions` reads, as `parseArgs` takes them. */
export const REPORT_OPTIONS = {
    format: { type: "string", default: DEFAULT_FORMATS },
    lang: { type: "string" },
    quiet: { type: "boolean", default: false },
    "fail-on": { type: "string", default: "low" },
    output: { type: "string" },
    previous: { type: "string" },
    sign: { type: "string" },
    "ignore-exemptions": { type: "boolean", default: false },
    help: { type: "boolean", default: false },
} as const satisfies NonNullable<ParseArgsConfig["options"]>;

/** The part of a usage that tells of these options. */
export const REPORT_USAGE = {
    fr: `  --format LISTE    formats à écrire outre report.json, séparés par des virgules, ou all (par défaut : ${DEFAULT_FORMATS}) :
                    ${FORMATS.join(", ")}
  --output DOSSIER  dossier de la série de rapports : un dossier daté par rapport, et latest
  --previous DOSSIER
                    rapport auquel comparer celui-ci (par défaut : le plus récent de la série), et auquel
                    l’enchaîner si la série est vide
  --sign CLÉ.pem    signe le manifeste avec cette clé privée Ed25519 ; sa phrase secrète vient de la variable
                    ${PASSPHRASE}
  --lang fr|en      langue de la console et des rapports (par défaut : celle de la session, sinon le français)
  --fail-on NIVEAU  criticité à partir de laquelle une non-conformité donne le code de sortie 1 :
                    low (par défaut), medium, high, critical ou never
  --quiet           n’affiche que les erreurs
  --ignore-exemptions
                    n’applique aucune dérogation du registre, le temps d’un audit
                    (comme la variable AUDIOPROTHESE_IGNORE_EXEMPTIONS à « true »)
  --help            affiche cette aide`,
    en: `  --format LIST     formats to write besides report.json, separated by commas, or all (default: ${DEFAULT_FORMATS}):
                    ${FORMATS.join(", ")}
  --output FOLDER   folder of the series of reports: one dated folder a report, and latest
  --previous FOLDER the report to compare with (default: the newest of the series), and to chain to
                    where the series is empty
  --sign KEY.pem    signs the manifest with this Ed25519 private key; its passphrase comes from the variable
                    ${PASSPHRASE}
  --lang fr|en      language of the console and of the reports (default: the session's, else French)
  --fail-on LEVEL   severity from which a violation gives exit code 1: low (default), medium, high, critical or never
  --quiet           prints errors only
  --ignore-exemptions
                    applies no exemption of the register, for the time of an audit
                    (like the variable AUDIOPROTHESE_IGNORE_EXEMPTIONS set to "true")
  --help            shows this help`,
} as const satisfies Readonly<Record<Language, string>>;

/** A command's arguments by its options; what does not fit them is refused with the usage. */
export function parseOptions<O extends NonNullable<ParseArgsConfig["options"]>>(
    args: readonly string[],
    options: O,
    usage: Readonly<Record<Language, string>>,
) {
    try {
        return parseArgs({ args: [...args], options }).values;
    } catch {
        throw usageError(args, usage);
    }
}

export function usageError(args: readonly string[], usage: Readonly<Record<Language, string>>): UserError {
    return languageOf(process.env) === "fr"
        ? new UserError(`options : attendu l’usage ci-dessous, obtenu « ${args.join(" ")} »\n\n${usage.fr}`)
        : new UserError(`options: expected the usage below, got "${args.join(" ")}"\n\n${usage.en}`);
}

/** Prints a command's usage in the language asked for. */
export function printUsage(usage: Readonly<Record<Language, string>>, lang: string | undefined): void {
    const language = languageFrom(lang);
    console.log(language === "fr" ? typeset(usage.fr) : usage.en);
}

/**
 * The options, checked.
 *
 * @throws UserError that names the option, what was expected and what was got.
 */
export function reportOptions(values: {
    readonly format: string;
    readonly lang?: string;
    readonly quiet: boolean;
    readonly "fail-on": string;
    readonly output?: string;
    readonly previous?: string;
    readonly sign?: string;
    readonly "ignore-exemptions": boolean;
}): ReportOptions {
    const { output, previous, sign, quiet } = values;
    return {
        formats: formatsFrom(values.format),
        language: languageFrom(values.lang),
        quiet,
        failOn: failOnFrom(values["fail-on"]),
        ...(output === undefined ? {} : { output }),
        ...(previous === undefined ? {} : { previous }),
        ...(sign === undefined ? {} : { key: keyFrom(sign) }),
        ignoreExemptions: values["ignore-exemptions"],
    };
}

/** Formats of a list, each once; `report.json` is written in any case. */
export function formatsFrom(list: string): readonly Format[] {
    const names = list === "all" ? FORMATS : list.split(",").map((name) => name.trim());
    return [...new Set(names)].map((name) => {
        const format = FORMATS.find((one) => one === name);
        if (format === undefined) {
            throw new UserError(`--format : attendu all ou ${FORMATS.join(", ")}, obtenu « ${name} »`);
        }
        return format;
    });
}

export function languageFrom(lang: string | undefined): Language {
    const language = lang ?? languageOf(process.env);
    if (language !== "fr" && language !== "en") {
        throw new UserError(`--lang : attendu fr ou en, obtenu « ${language} »`);
    }
    return language;
}

function failOnFrom(value: string): FailOn {
    const level = [...SEVERITIES, "never" as const].find((one) => one === value);
    if (level === undefined) {
        throw new UserError(
            `--fail-on : attendu ${[...SEVERITIES].reverse().join(", ")} ou never, obtenu « ${value} »`,
        );
    }
    return level;
}

/** An Ed25519 private key from a PEM file that an option names. */
export function keyFrom(file: string, option = "--sign"): KeyObject {
    const expected = "attendu une clé privée Ed25519 au format PEM";
    if (!existsSync(file)) {
        throw new UserError(`${option} : ${expected}, obtenu « ${file} », qui n’existe pas`);
    }
    let key: KeyObject;
    try {
        const passphrase = process.env[PASSPHRASE];
        key = createPrivateKey({
            key: readFileSync(file),
            ...(passphrase === undefined ? {} : { passphrase }),
        });
    } catch {
        throw new UserError(
            `${option} : ${expected}, obtenu « ${file} », illisible ; une clé chiffrée veut sa phrase secrète dans la variable ${PASSPHRASE}`,
        );
    }
    if (key.asymmetricKeyType !== "ed25519") {
        throw new UserError(
            `${option} : ${expected}, obtenu une clé ${key.asymmetricKeyType ?? "d’un autre type"}`,
        );
    }
    return key;
}
