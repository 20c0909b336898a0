import { URGENT_DAYS } from "../counts";
import type { Report } from "../model";
import { type Language, notation } from "../words/language";

const fr = notation("fr");
const en = notation("en");

interface ConsoleWords {
    readonly simulated: string;
    readonly stack: (name: string) => string;
    readonly more: (violations: number) => string;
    readonly remedy: string;
    readonly requirements: string;
    readonly others: (count: number) => string;
    /** A resource's type where it is the stack itself. */
    readonly wholeStack: string;
    readonly since: (
        previous: NonNullable<Report["changes"]>["previous"],
        regressions: number,
        improvements: number,
        unjudged: number,
    ) => string;
    /** Names, the first ones where they are many. */
    readonly removedResources: (names: readonly string[], total: number) => string;
    readonly removedRules: (rules: readonly string[], total: number) => string;
    readonly exemptions: (inForce: number, soon: number, unused: number) => string;
    readonly exemptionsIgnored: string;
    readonly fault: (exemption: string, message: string) => string;
    readonly disabled: (rules: readonly string[]) => string;
    readonly remediated: (count: number) => string;
    readonly reports: (link: string, folder: string, files: readonly string[]) => string;
    readonly judged: (count: number) => string;
    readonly writing: (format: string) => string;
    /** Of the engine, or on an exported state. */
    readonly warning: (text: string) => string;
    /** Why there is no verdict follows, in French. */
    readonly notJudged: (stack: string) => string;
    /** A title and what is told of it. */
    readonly titled: (title: string, text: string) => string;
    readonly interrupted: string;
    readonly pendingOperations: (count: number) => string;
    readonly pendingDeletions: (count: number) => string;
}

export const CONSOLE: Readonly<Record<Language, ConsoleWords>> = {
    fr: {
        simulated: "Azure simulé",
        stack: (name) => `Pile ${name}`,
        more: (violations) =>
            `… et ${fr.counted(violations, "autre non-conformité", "autres non-conformités")} dans le rapport.`,
        remedy: "À faire :",
        requirements: "Exigences :",
        others: (count) => ` et ${fr.counted(count, "autre", "autres")}`,
        wholeStack: "pile",
        since: ({ generatedAt }, regressions, improvements, unjudged) =>
            `Depuis le rapport du ${fr.dateTime(generatedAt)} : ${fr.counted(regressions, "dégradation", "dégradations")}, ` +
            fr.counted(improvements, "amélioration", "améliorations") +
            (unjudged > 0
                ? `, ${fr.counted(unjudged, "constat qui n’est plus jugé", "constats qui ne sont plus jugés")}.`
                : "."),
        removedResources: (names, total) =>
            `${fr.counted(total, "ressource retirée, dont les constats ont disparu", "ressources retirées, dont les constats ont disparu")} : ${listed(names, total, "fr")}`,
        removedRules: (rules, total) =>
            `${fr.counted(total, "règle retirée", "règles retirées")} : ${listed(rules, total, "fr")}`,
        exemptions: (inForce, soon, unused) =>
            `Dérogations : ${fr.number(inForce)} en vigueur` +
            (soon > 0 ? `, ${fr.number(soon)} à échoir sous ${fr.number(URGENT_DAYS)} jours` : "") +
            (unused > 0 ? `, ${fr.number(unused)} sans objet, à retirer du registre.` : "."),
        exemptionsIgnored: "Dérogations ignorées, à la demande d’un auditeur.",
        fault: (exemption, message) => `✖ Dérogation ${exemption} : ${message}`,
        disabled: (rules) => `Règles désactivées : ${rules.join(", ")}`,
        remediated: (count) =>
            `${fr.counted(count, "correction appliquée", "corrections appliquées")} par les règles avant le jugement, à reporter dans le programme.`,
        reports: (link, folder, files) => `Rapports : ${link} (${folder}) : ${files.join(", ")}`,
        judged: (count) => fr.counted(count, "ressource examinée", "ressources examinées"),
        writing: (format) => `écriture du rapport (${format})`,
        warning: (text) => `Avertissement : ${text}`,
        notJudged: (stack) => `Pile ${stack} : l’aperçu n’a pas pu être jugé ; aucun rapport n’est produit.`,
        titled: (title, text) => `${title} : ${text}`,
        interrupted: "interrompu",
        pendingOperations: (count) =>
            `${fr.counted(count, "opération interrompue", "opérations interrompues")} : ce qu’elles ont créé ou changé n’est pas jugé.`,
        pendingDeletions: (count) =>
            `${fr.counted(count, "ancienne ressource", "anciennes ressources")} en attente de suppression : non ${count < 2 ? "jugée" : "jugées"}.`,
    },
    en: {
        simulated: "Azure simulated",
        stack: (name) => `Stack ${name}`,
        more: (violations) =>
            `… and ${en.counted(violations, "more violation", "more violations")} in the report.`,
        remedy: "To do:",
        requirements: "Requirements:",
        others: (count) => ` and ${en.number(count)} more`,
        wholeStack: "stack",
        since: ({ generatedAt }, regressions, improvements, unjudged) =>
            `Since the report of ${en.dateTime(generatedAt)}: ${en.counted(regressions, "regression", "regressions")}, ` +
            en.counted(improvements, "improvement", "improvements") +
            (unjudged > 0
                ? `, ${en.counted(unjudged, "finding no longer judged", "findings no longer judged")}.`
                : "."),
        removedResources: (names, total) =>
            `${en.counted(total, "resource removed, and its findings", "resources removed, and their findings")}: ${listed(names, total, "en")}`,
        removedRules: (rules, total) =>
            `${en.counted(total, "rule removed", "rules removed")}: ${listed(rules, total, "en")}`,
        exemptions: (inForce, soon, unused) =>
            `Exemptions: ${en.number(inForce)} in force` +
            (soon > 0 ? `, ${en.number(soon)} to expire within ${en.number(URGENT_DAYS)} days` : "") +
            (unused > 0 ? `, ${en.number(unused)} unused, to be taken out of the register.` : "."),
        exemptionsIgnored: "Exemptions ignored, at an auditor's request.",
        fault: (exemption, message) => `✖ Exemption ${exemption}: ${message}`,
        disabled: (rules) => `Disabled rules: ${rules.join(", ")}`,
        remediated: (count) =>
            `${en.counted(count, "correction", "corrections")} made by rules before judgement, to be carried over into the program.`,
        reports: (link, folder, files) => `Reports: ${link} (${folder}): ${files.join(", ")}`,
        judged: (count) => en.counted(count, "resource examined", "resources examined"),
        writing: (format) => `writing the report (${format})`,
        warning: (text) => `Warning: ${text}`,
        notJudged: (stack) => `Stack ${stack}: the preview could not be judged; no report is produced.`,
        titled: (title, text) => `${title}: ${text}`,
        interrupted: "interrupted",
        pendingOperations: (count) =>
            `${en.counted(count, "operation", "operations")} cut short: what they created or changed is not judged.`,
        pendingDeletions: (count) =>
            `${en.counted(count, "former resource", "former resources")} still to be deleted: not judged.`,
    },
};

function listed(names: readonly string[], total: number, language: Language): string {
    const rest = total - names.length;
    return `${names.join(", ")}${rest > 0 ? CONSOLE[language].others(rest) : ""}`;
}
