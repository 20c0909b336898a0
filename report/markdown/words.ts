import { URGENT_DAYS } from "../counts";
import type { Changes } from "../model";
import { type Language, notation } from "../words/language";

const fr = notation("fr");
const en = notation("en");

interface MarkdownWords {
    readonly since: (previous: Changes["previous"]) => string;
    readonly regressions: (count: number) => string;
    readonly unjudged: (count: number) => string;
    readonly improvements: (count: number) => string;
    readonly removed: (count: number) => string;
    readonly requirements: (count: number) => string;
    readonly noChange: string;
    readonly resources: (added: number, removed: number) => string;
    readonly rules: (added: number, removed: number, disabled: number, enabled: number) => string;
    readonly differs: (origins: readonly string[]) => string;
    readonly notApplied: string;
    readonly frameworks: string;
    readonly framework: string;
    readonly violations: (findings: number, rules: number) => string;
    readonly violated: (findings: number) => string;
    readonly remedy: string;
    /** Said where findings are told in another language. */
    readonly language?: string;
    readonly faults: (count: number) => string;
    readonly expiring: (count: number) => string;
    readonly until: (expires: string, daysLeft: number) => string;
    readonly more: (count: number) => string;
    readonly limits: string;
    readonly made: (stack: string, generatedAt: string) => string;
    readonly simulated: string;
    readonly commit: string;
    readonly modified: string;
    readonly inputs: string;
    readonly truncated: string;
}

export const WORDS: Readonly<Record<Language, MarkdownWords>> = {
    fr: {
        since: ({ generatedAt }) => `Depuis le rapport du ${fr.dateTime(generatedAt)}`,
        regressions: (count) => fr.counted(count, "dégradation", "dégradations"),
        unjudged: (count) =>
            fr.counted(count, "constat qui n’est plus jugé", "constats qui ne sont plus jugés"),
        improvements: (count) => fr.counted(count, "amélioration", "améliorations"),
        requirements: (count) =>
            fr.counted(count, "exigence dont le statut a changé", "exigences dont le statut a changé"),
        noChange: "Aucun constat n’a changé.",
        resources: (added, removed) =>
            `Ressources : ${fr.counted(added, "ajoutée", "ajoutées")}, ${fr.counted(removed, "retirée", "retirées")}.`,
        removed: (count) => fr.counted(count, "ressource retirée", "ressources retirées"),
        rules: (added, removed, disabled, enabled) =>
            `Règles : ${fr.counted(added, "ajoutée", "ajoutées")}, ${fr.counted(removed, "retirée", "retirées")}, ` +
            `${fr.counted(disabled, "nouvellement désactivée", "nouvellement désactivées")}, ` +
            `${fr.counted(enabled, "réactivée", "réactivées")}.`,
        differs: (origins) =>
            origins.length === 0
                ? "Aucune donnée d’entrée n’a changé."
                : `Ce qui a changé : ${fr.list(origins)}.`,
        notApplied: "sans objet",
        frameworks: "Exigences par référentiel",
        framework: "Référentiel",
        violations: (findings, rules) =>
            `${fr.counted(findings, "non-conformité relevée", "non-conformités relevées")} par ${fr.counted(rules, "règle", "règles")}`,
        violated: (findings) => fr.counted(findings, "non-conformité", "non-conformités"),
        remedy: "à faire",
        faults: (count) => `${fr.counted(count, "défaut", "défauts")} dans le registre des dérogations`,
        expiring: (count) =>
            `${fr.counted(count, "dérogation", "dérogations")} à échoir sous ${fr.counted(URGENT_DAYS, "jour", "jours")}`,
        until: (expires, daysLeft) =>
            `jusqu’au ${fr.date(expires)} inclus (${fr.counted(daysLeft, "jour", "jours")})`,
        more: (count) => `… et ${fr.counted(count, "autre", "autres")}, dans le rapport complet.`,
        limits: "Ce que ce rapport ne dit pas",
        made: (stack, generatedAt) => `Pile ${stack}, le ${fr.dateTime(generatedAt)}`,
        simulated: "Azure simulé",
        commit: "commit",
        modified: "modifié depuis",
        inputs: "empreinte des données d’entrée",
        truncated: "La suite dépasse la taille d’un commentaire : elle est dans le rapport complet.",
    },
    en: {
        since: ({ generatedAt }) => `Since the report of ${en.dateTime(generatedAt)}`,
        regressions: (count) => en.counted(count, "regression", "regressions"),
        unjudged: (count) => en.counted(count, "finding no longer judged", "findings no longer judged"),
        improvements: (count) => en.counted(count, "improvement", "improvements"),
        requirements: (count) =>
            en.counted(
                count,
                "requirement whose status has changed",
                "requirements whose status has changed",
            ),
        noChange: "No finding has changed.",
        resources: (added, removed) => `Resources: ${en.number(added)} added, ${en.number(removed)} removed.`,
        removed: (count) => en.counted(count, "resource removed", "resources removed"),
        rules: (added, removed, disabled, enabled) =>
            `Rules: ${en.number(added)} added, ${en.number(removed)} removed, ${en.number(disabled)} newly disabled, ${en.number(enabled)} enabled again.`,
        differs: (origins) =>
            origins.length === 0 ? "No input has changed." : `What changed: ${en.list(origins)}.`,
        notApplied: "not applicable",
        frameworks: "Requirements by framework",
        framework: "Framework",
        violations: (findings, rules) =>
            `${en.counted(findings, "violation", "violations")} found by ${en.counted(rules, "rule", "rules")}`,
        violated: (findings) => en.counted(findings, "violation", "violations"),
        remedy: "to do",
        language: "What was found is told in French, the language of record.",
        faults: (count) => `${en.counted(count, "fault", "faults")} in the register of exemptions`,
        expiring: (count) =>
            `${en.counted(count, "exemption", "exemptions")} to expire within ${en.counted(URGENT_DAYS, "day", "days")}`,
        until: (expires, daysLeft) =>
            `until ${en.date(expires)} included (${en.counted(daysLeft, "day", "days")})`,
        more: (count) => `… and ${en.number(count)} more, in the whole report.`,
        limits: "What this report does not say",
        made: (stack, generatedAt) => `Stack ${stack}, ${en.dateTime(generatedAt)}`,
        simulated: "Azure simulated",
        commit: "commit",
        modified: "modified since",
        inputs: "digest of the inputs",
        truncated: "The rest is longer than a comment may be: it is in the whole report.",
    },
};
