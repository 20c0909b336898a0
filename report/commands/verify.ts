import { UserError } from "../../sandbox/user-error";
import { fingerprint } from "../evidence/dsse";
import { publicKeyFrom } from "../evidence/keys";
import { type Verification, type VerifiedReport, verify } from "../evidence/verify";
import { languageFrom } from "../options";
import { type Language, notation, type Text } from "../words/language";
import { COMMON, parse, type Subcommand } from "./subcommand";

const usage = {
    fr: `Usage : npm run report -- verify DOSSIER [--key CLÉ.pem] [--require-signature] [--lang fr|en]

Vérifie le dossier d’un rapport, ou chaque rapport d’une série et leur chaîne : fichier altéré, absent ou en trop,
manifeste mal formé, rapport retiré de la série ou refait, signature.

  --key CLÉ.pem        clé publique Ed25519 dont les signatures doivent être
  --require-signature  refuse un rapport sans signature de cette clé

Code de sortie : 0 intact ; 1 altéré ; 2 vérification impossible.`,
    en: `Usage: npm run report -- verify FOLDER [--key KEY.pem] [--require-signature] [--lang fr|en]

Verifies the folder of a report, or each report of a series and their chain: a file altered, missing or extra,
a malformed manifest, a report taken out of the series or made again, the signature.

  --key KEY.pem        Ed25519 public key that the signatures must be of
  --require-signature  refuses a report without a signature of that key

Exit code: 0 intact; 1 altered; 2 could not verify.`,
};

const WORDS = {
    fr: {
        whole: "intact",
        damaged: "ALTÉRÉ",
        files: ["fichier", "fichiers"],
        signature: {
            absent: "sans signature",
            unchecked: "signature non vérifiée (donner --key)",
            valid: "signature valide",
            invalid: "signature refusée",
        },
        verified: ["rapport vérifié", "rapports vérifiés"],
        altered: ["altéré", "altérés"],
        seriesFault: ["défaut de la série", "défauts de la série"],
        key: "Clé publique",
        last: "Dernier maillon",
    },
    en: {
        whole: "intact",
        damaged: "ALTERED",
        files: ["file", "files"],
        signature: {
            absent: "no signature",
            unchecked: "signature not checked (give --key)",
            valid: "signature valid",
            invalid: "signature refused",
        },
        verified: ["report verified", "reports verified"],
        altered: ["altered", "altered"],
        seriesFault: ["fault of the series", "faults of the series"],
        key: "Public key",
        last: "Last link",
    },
} as const satisfies Record<Language, object>;

export const verifyCommand: Subcommand = {
    usage,
    async run(args, console) {
        const { values, positionals } = parse(
            args,
            { ...COMMON, key: { type: "string" }, "require-signature": { type: "boolean", default: false } },
            1,
            usage,
        );
        const [folder = ""] = positionals;
        const language = languageFrom(values.lang);
        const required = values["require-signature"];
        if (required && values.key === undefined) {
            throw new UserError(
                language === "fr"
                    ? "--require-signature : attendu aussi --key, la clé publique, obtenu aucune"
                    : "--require-signature: expected --key too, the public key, got none",
            );
        }
        const key = values.key === undefined ? undefined : publicKeyFrom(values.key, language);
        const verification = await verify(folder, { ...(key && { key }), required }, language);
        lines(verification, key && fingerprint(key), language).forEach(console.print);
        return isWhole(verification) ? 0 : 1;
    },
};

function isWhole({ reports, faults }: Verification): boolean {
    return faults.length === 0 && reports.every((report) => report.faults.length === 0);
}

function lines(verification: Verification, key: string | undefined, language: Language): readonly string[] {
    const { reports, faults, remarks } = verification;
    const text = notation(language);
    const words = WORDS[language];
    const altered = reports.filter((report) => report.faults.length > 0).length;
    const last = reports.at(-1);
    const colon = language === "fr" ? " :" : ":";
    return [
        ...reports.flatMap((report) => reportLines(report, language)),
        ...notes(faults, remarks, "", language),
        ...(last?.digest === undefined ? [] : [`${words.last}${colon} ${last.name}, ${last.digest}`]),
        ...(key === undefined ? [] : [`${words.key}${colon} ${key}`]),
        [
            text.counted(reports.length, words.verified[0], words.verified[1]),
            text.counted(altered, words.altered[0], words.altered[1]),
            ...(faults.length > 0
                ? [text.counted(faults.length, words.seriesFault[0], words.seriesFault[1])]
                : []),
        ].join(", ") + ".",
    ].map((line) => text.typeset(line));
}

function reportLines(report: VerifiedReport, language: Language): readonly string[] {
    const text = notation(language);
    const words = WORDS[language];
    const { name, manifest, faults, remarks, signature } = report;
    const files =
        manifest === undefined ? [] : [text.counted(manifest.files.length, words.files[0], words.files[1])];
    const state = faults.length === 0 ? words.whole : words.damaged;
    const told = [state, ...files, words.signature[signature]].join(", ");
    return [`${name}${language === "fr" ? " :" : ":"} ${told}`, ...notes(faults, remarks, "    ", language)];
}

function notes(
    faults: readonly Text[],
    remarks: readonly Text[],
    indent: string,
    language: Language,
): readonly string[] {
    return [
        ...faults.map((fault) => `${indent}✖ ${fault[language]}`),
        ...remarks.map((remark) => `${indent}! ${remark[language]}`),
    ];
}
