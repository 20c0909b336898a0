import { createPrivateKey, type KeyObject } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { type ParseArgsConfig, parseArgs } from "node:util";
import { UserError } from "../sandbox/user-error";
import type { FailOn } from "./exit-code";
import { FORMATS, type Format } from "./outputs";
import { type Language, languageOf, notation, type Text } from "./words/language";
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
                    low (par défaut), medium, high, critical, ou never : aucun constat ne le donne
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
  --fail-on LEVEL   severity from which a violation gives exit code 1: low (default), medium, high, critical,
                    or never: no finding does
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
    return languageIn(args) === "fr"
        ? new UserError(`options : attendu l’usage ci-dessous, obtenu « ${args.join(" ")} »\n\n${usage.fr}`)
        : new UserError(`options: expected the usage below, got "${args.join(" ")}"\n\n${usage.en}`);
}

/** The language of arguments that may be wrong otherwise. */
export function languageIn(args: readonly string[]): Language {
    const { lang } = parseArgs({
        args: [...args],
        options: { lang: { type: "string" } },
        strict: false,
    }).values;
    return languageFrom(typeof lang === "string" ? lang : undefined);
}

/** Prints a command's usage in the language asked for. */
export function printUsage(usage: Readonly<Record<Language, string>>, lang: string | undefined): void {
    const language = languageFrom(lang);
    console.log(notation(language).typeset(usage[language]));
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
    const language = languageFrom(values.lang);
    return {
        formats: formatsFrom(values.format, language),
        language,
        quiet,
        failOn: failOnFrom(values["fail-on"], language),
        ...(output === undefined ? {} : { output: folderFrom(output, language) }),
        ...(previous === undefined ? {} : { previous }),
        ...(sign === undefined ? {} : { key: keyFrom(sign, "--sign", language) }),
        ignoreExemptions: values["ignore-exemptions"],
    };
}

/** Formats of a list, each once; `report.json` is written in any case. */
export function formatsFrom(list: string, language: Language): readonly Format[] {
    const names = list === "all" ? FORMATS : list.split(",").map((name) => name.trim());
    return [...new Set(names)].map((name) => {
        const format = FORMATS.find((one) => one === name);
        if (format === undefined) {
            const formats = FORMATS.join(", ");
            throw refusal("--format", { fr: `all ou ${formats}`, en: `all or ${formats}` }, name, language);
        }
        return format;
    });
}

export function languageFrom(lang: string | undefined): Language {
    const session = languageOf(process.env);
    const language = lang ?? session;
    if (language !== "fr" && language !== "en") {
        throw refusal("--lang", { fr: "fr ou en", en: "fr or en" }, language, session);
    }
    return language;
}

function failOnFrom(value: string, language: Language): FailOn {
    const level = [...SEVERITIES, "never" as const].find((one) => one === value);
    if (level === undefined) {
        const levels = [...SEVERITIES].reverse().join(", ");
        throw refusal("--fail-on", { fr: `${levels} ou never`, en: `${levels} or never` }, value, language);
    }
    return level;
}

/** Empty, it would mean the folder that the command is run in. */
function folderFrom(path: string, language: Language): string {
    if (path === "") {
        throw refusal("--output", { fr: "un dossier", en: "a folder" }, path, language);
    }
    return path;
}

function refusal(option: string, expected: Text, got: string, language: Language): UserError {
    return new UserError(
        language === "fr"
            ? `${option} : attendu ${expected.fr}, obtenu « ${got} »`
            : `${option}: expected ${expected.en}, got "${got}"`,
    );
}

/** An Ed25519 private key from a PEM file that an option names. */
export function keyFrom(file: string, option: "--key" | "--sign", language: Language): KeyObject {
    const refuse = (why: Text): UserError =>
        new UserError(
            language === "fr"
                ? `${option} : attendu une clé privée Ed25519 au format PEM, obtenu « ${file} », ${why.fr}`
                : `${option}: expected an Ed25519 private key in PEM format, got "${file}", ${why.en}`,
        );
    if (!existsSync(file)) {
        throw refuse({ fr: "qui n’existe pas", en: "which does not exist" });
    }
    let key: KeyObject;
    try {
        const passphrase = process.env[PASSPHRASE];
        key = createPrivateKey({
            key: readFileSync(file),
            ...(passphrase === undefined ? {} : { passphrase }),
        });
    } catch {
        throw refuse({
            fr: `illisible ; une clé chiffrée veut sa phrase secrète dans la variable ${PASSPHRASE}`,
            en: `which cannot be read; an encrypted key needs its passphrase in the variable ${PASSPHRASE}`,
        });
    }
    const type = key.asymmetricKeyType ?? "";
    if (type !== "ed25519") {
        throw refuse({ fr: `une clé ${type}`, en: `a key of type ${type}` });
    }
    return key;
}
